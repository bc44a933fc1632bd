package io.tradewind.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.execution.cost.CostBreakdown;
import io.tradewind.core.execution.cost.NetResult;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.quality.QualityReport;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.signal.Signal;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ClosedTrade;
import io.tradewind.core.trade.Direction;
import io.tradewind.simulation.venue.CostModel;
import io.tradewind.testkit.CandleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several strategies in one run: what each of them does, costs and says. */
class SeveralStrategiesTest {
  private static final long CAPITAL = 10_000_00000000L;
  private static final CostModel COSTS = new CostModel(3, 2, 15, OptionalDouble.empty(), false);

  /** Limits are of the account as a whole; these are out of reach of all together. */
  private static final RiskSettings NOTHING_BINDS = RiskSettings.only(1, 10, 10, 1000);

  private static final List<List<String>> TEAMS =
      List.of(
          List.of("momentum", "donchian-breakout"),
          List.of("bollinger-reversion", "ema-cross", "macd-adx"),
          List.of("ichimoku-trend", "dca"));

  record Team(long seed, List<String> names) {}

  static Stream<Team> teams() {
    return LongStream.range(0, 6)
        .mapToObj(seed -> new Team(seed, TEAMS.get((int) seed % TEAMS.size())));
  }

  private static BacktestBook book(String name, long capital) {
    return BuiltInRuns.book(name, capital);
  }

  private static BacktestSpec spec(long seed, List<BacktestBook> books) {
    List<CandleColumns> feeds = BuiltInRuns.feeds("momentum", seed, 1_500);
    BacktestSpec one =
        BuiltInRuns.spec(
            "momentum",
            books.getFirst().strategy(),
            BuiltInRuns.instruments("momentum"),
            feeds,
            CandleTable.START_NS,
            entry -> {});
    return new BacktestSpec(
        one.market(),
        books,
        new RunRules(NOTHING_BINDS, COSTS),
        one.fromNs(),
        one.toNs(),
        RunNotes.NONE,
        entry -> {});
  }

  /** Unequal shares that add up to the capital. */
  private static long share(int index, int count) {
    return CAPITAL * 2 * (index + 1) / (count * (count + 1L));
  }

  private static BacktestResult together(Team team) {
    int count = team.names().size();
    List<BacktestBook> books =
        IntStream.range(0, count)
            .mapToObj(i -> book(team.names().get(i), share(i, count)))
            .toList();
    return BacktestRun.run(spec(team.seed(), books));
  }

  private static List<ClosedTrade> of(BacktestResult result, String name) {
    return result.trades().stream().filter(trade -> trade.strategy().equals(name)).toList();
  }

  @ParameterizedTest
  @MethodSource("teams")
  void eachTradesAsIfItWereAloneWithItsShare(Team team) {
    BacktestResult all = together(team);
    int count = team.names().size();
    for (int i = 0; i < count; i++) {
      String name = team.names().get(i);
      BacktestResult alone =
          BacktestRun.run(spec(team.seed(), List.of(book(name, share(i, count)))));
      assertThat(of(all, name)).as(name).isNotEmpty();
      assertThat(lines(of(all, name))).as(name).isEqualTo(lines(alone.trades()));
      StrategyResult told = all.strategies().get(i);
      assertThat(told.name()).isEqualTo(name);
      assertThat(points(told.daily())).isEqualTo(points(alone.daily()));
      assertThat(told.result()).isEqualTo(alone.strategies().getFirst().result());
      assertThat(told.quality()).isEqualTo(alone.strategies().getFirst().quality());
    }
  }

  private static List<String> lines(List<ClosedTrade> trades) {
    return trades.stream().map(Fingerprint::line).toList();
  }

  @ParameterizedTest
  @MethodSource("teams")
  void theBooksAddUpToTheAccountOnEveryDay(Team team) {
    BacktestResult all = together(team);
    assertThat(all.daily().size()).isGreaterThan(50);
    for (int day = 0; day < all.daily().size(); day++) {
      long sum = 0;
      for (StrategyResult each : all.strategies()) {
        assertThat(each.daily().timeNs(day)).isEqualTo(all.daily().timeNs(day));
        sum += each.daily().equityScaled(day);
      }
      assertThat(sum).isEqualTo(all.daily().equityScaled(day));
    }
  }

  private static List<String> points(EquityCurve curve) {
    return IntStream.range(0, curve.size())
        .mapToObj(i -> curve.timeNs(i) + " " + curve.equityScaled(i))
        .toList();
  }

  /** The net of each trade is its profit; trades, days and strategies add up to the same. */
  @ParameterizedTest
  @MethodSource("teams")
  void costsAddUpByTradeStrategyAndDay(Team team) {
    BacktestResult all = together(team);
    assertThat(all.costs().trades()).hasSameSizeAs(all.trades());
    for (StrategyResult each : all.strategies()) {
      NetResult byTrade = NetResult.NONE;
      for (int i = 0; i < all.trades().size(); i++) {
        ClosedTrade trade = all.trades().get(i);
        NetResult net = all.costs().trades().get(i);
        CostBreakdown costs = net.costs();
        assertThat(net.netScaled()).isEqualTo(trade.profitScaled());
        assertThat(costs.feesScaled()).isEqualTo(trade.feesScaled());
        assertThat(costs.spreadScaled() + costs.slippageScaled() + costs.impactScaled())
            .isEqualTo(trade.slippageScaled());
        if (trade.slippageScaled() > 0) {
          assertThat(costs.spreadScaled()).isPositive();
          assertThat(costs.slippageScaled()).isPositive();
          assertThat(costs.impactScaled()).isPositive();
        }
        byTrade = trade.strategy().equals(each.name()) ? byTrade.plus(net) : byTrade;
      }
      NetResult byDay = NetResult.NONE;
      for (CostReport.Day day : all.costs().days()) {
        byDay = day.strategy().equals(each.name()) ? byDay.plus(day.result()) : byDay;
      }
      assertThat(byTrade).isEqualTo(each.result());
      assertThat(byDay).isEqualTo(each.result());
    }
    for (CostReport.Day day : all.costs().days()) {
      long gross = 0;
      for (ClosedTrade trade : of(all, day.strategy())) {
        gross +=
            Utc.epochDay(trade.exitTimeNs()) == day.epochDay()
                ? trade.profitScaled()
                    + trade.feesScaled()
                    + trade.slippageScaled()
                    + trade.fundingScaled()
                : 0;
      }
      assertThat(day.result().grossScaled()).isEqualTo(gross);
    }
  }

  /** What the quality says, reckoned here from trades, signals and closes. */
  @ParameterizedTest
  @MethodSource("teams")
  void qualityIsThatOfTheLastTradesAndSignals(Team team) {
    for (String name : team.names()) {
      BacktestSpec spec = spec(team.seed(), List.of(book(name, CAPITAL)));
      BacktestResult result = BacktestRun.run(spec);
      QualityReport quality = result.strategies().getFirst().quality();
      List<ClosedTrade> last = last(result.trades(), 100);
      assertThat(quality.trades()).as(name).isEqualTo(last.size());
      assertThat(quality.hitRate())
          .isEqualTo(
              (double) last.stream().filter(t -> t.profitScaled() > 0).count() / last.size());
      List<Signal.Enter> entries =
          result.signals().stream()
              .map(SignalRecord::signal)
              .filter(Signal.Enter.class::isInstance)
              .map(Signal.Enter.class::cast)
              .toList();
      for (QualityReport.Horizon horizon : quality.horizons()) {
        List<Double> moves = last(moves(spec, entries, horizon.bars()), 100);
        assertThat(horizon.signals())
            .as("%s after %s", name, horizon.bars())
            .isEqualTo(moves.size());
        double mean = moves.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        assertThat(horizon.meanReturn())
            .isCloseTo(mean, org.assertj.core.data.Offset.offset(1e-12));
      }
      assertThat(quality.buckets().stream().mapToInt(QualityReport.Bucket::trades).sum())
          .isEqualTo(last.size());
    }
  }

  private static <T> List<T> last(List<T> all, int most) {
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  /** By the time at which they are known; of two signals at one close the latter counts. */
  private static List<Double> moves(BacktestSpec spec, List<Signal.Enter> entries, int bars) {
    List<Double> moves = new ArrayList<>();
    for (int row = bars; row < spec.market().feeds().getFirst().size(); row++) {
      for (int i = 0; i < spec.market().feeds().size(); i++) {
        CandleColumns feed = spec.market().feeds().get(i);
        long time = feed.closeTimeNs(row - bars);
        int sign = 0;
        for (Signal.Enter entry : entries) {
          if (entry.timeNs() == time
              && entry.instrument().equals(spec.market().instruments().get(i).id())) {
            sign = entry.direction() == Direction.LONG ? 1 : -1;
          }
        }
        if (sign != 0) {
          moves.add(sign * ((double) feed.close(row) / feed.close(row - bars) - 1));
        }
      }
    }
    return moves;
  }

  @Test
  void theDescriptionNamesAllOfThem() {
    BacktestResult result = together(new Team(1, List.of("momentum", "ema-cross")));
    assertThat(result.run().strategy()).isEqualTo("momentum, ema-cross");
    assertThat(result.run().parameters()).containsKeys("ema-cross.fast", "ema-cross.slow");
    assertThat(result.run().capital()).isEqualTo("9999.99999999");
  }

  @Test
  void twoOfOneNameAreRefused() {
    assertThatThrownBy(() -> together(new Team(1, List.of("momentum", "momentum"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be there once");
  }
}
