package io.tradewind.research.bias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.Ability;
import io.tradewind.core.strategy.BarContext;
import io.tradewind.core.strategy.Preparation;
import io.tradewind.core.strategy.Signals;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.research.backtest.BacktestBook;
import io.tradewind.research.backtest.BacktestRun;
import io.tradewind.research.backtest.BacktestSpec;
import io.tradewind.research.backtest.TickReplay;
import io.tradewind.simulation.session.TickSettings;
import io.tradewind.simulation.venue.TickRules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A trial in the market of its run is that run. */
class TrialTest {
  private static final ExitRules EXITS =
      new ExitRules(
          OptionalDouble.of(0.02),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          List.of(),
          OptionalLong.empty());

  /** Always long, on borrowed money. */
  private static final class Lent implements Strategy {
    @Override
    public void prepare(Preparation preparation) {}

    @Override
    public void onBar(BarContext bar, Signals signals) {
      if (bar.position().isFlat()) {
        signals.enterLong("lent").leverage(3);
      }
    }
  }

  private static BacktestBook book(String name, MarginMode margin) {
    ParameterValues none = ParameterValues.of(List.of(), Map.of());
    return new BacktestBook(
        name,
        new Lent(),
        BiasRuns.HOUR,
        none,
        EXITS,
        margin,
        Optional.empty(),
        5_000_00000000L,
        Optional.empty());
  }

  private static BacktestSpec spec(List<BacktestBook> books) {
    return BiasRuns.two(1, 300, 20, new Lent()).of(books);
  }

  @ParameterizedTest
  @EnumSource(MarginMode.class)
  void isTheRun(MarginMode margin) {
    List<AuditRecord> heard = new ArrayList<>();
    BacktestRun.run(spec(List.of(book("lent", margin))).heardBy(heard::add));
    BacktestSpec spec = spec(List.of(book("lent", margin)));
    Transcript trial =
        new Trial(spec, new Work(share -> {})).whole(Market.of(spec), _ -> new Lent());
    List<AuditRecord> tried = trial.auditUntil(trial.endNs());
    assertThat(tried).hasSizeGreaterThan(100).isEqualTo(heard.subList(0, tried.size()));
    assertThat(tried)
        .filteredOn(AuditRecord.MarginMoved.class::isInstance)
        .map(record -> ((AuditRecord.MarginMoved) record).event())
        .filteredOn(MarginEvent.Changed.class::isInstance)
        .map(event -> ((MarginEvent.Changed) event).mode())
        .isNotEmpty()
        .containsOnly(margin);
  }

  @Test
  void isOnCandles() {
    BacktestSpec candles = spec(List.of(book("lent", MarginMode.CROSS)));
    TradeColumns none =
        new TradeColumns(0, 0, new long[0], new long[0], new long[0], new boolean[0]);
    BookColumns unknown = BookColumns.empty(0, 0);
    TickSettings settings =
        new TickSettings(
            TickRules.DEFAULT, EnumSet.allOf(Ability.class), BiasRuns.HOUR, OptionalLong.of(0), 0);
    BacktestSpec ticks =
        candles.replaying(new TickReplay(List.of(none, none), List.of(unknown, unknown), settings));
    StrategySource source = BiasRuns.fitted(closes -> new Lent());
    for (ThrowingCallable examined :
        List.<ThrowingCallable>of(
            () -> new Trial(ticks, new Work(share -> {})),
            () -> LookaheadAnalysis.run(ticks, source, 3, share -> {}),
            () -> WarmupAnalysis.run(ticks, source, 4, 0, share -> {}))) {
      assertThatThrownBy(examined)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a strategy is examined on candles, not on ticks");
    }
  }

  @Test
  void isOfOneStrategy() {
    BacktestSpec two = spec(List.of(book("a", MarginMode.CROSS), book("b", MarginMode.ISOLATED)));
    assertThatThrownBy(() -> new Trial(two, new Work(share -> {})))
        .hasMessage("one strategy at a time is examined, was a, b");
  }
}
