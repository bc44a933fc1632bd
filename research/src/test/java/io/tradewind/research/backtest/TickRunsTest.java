package io.tradewind.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.Ability;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.simulation.session.TickSettings;
import io.tradewind.simulation.venue.TickRules;
import io.tradewind.store.series.Resample;
import io.tradewind.strategies.EmaCross;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.TestInstruments;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same run and the same result, opposite trades and order books. */
class TickRunsTest {
  private static final Instrument SPOT = TestInstruments.spot("T0/USDT");
  private static final Interval SECOND = Interval.parse("1s");
  private static final Interval BARS = Interval.parse("10s");
  private static final int SECONDS = 600;

  /** One a second, in waves, half a second after it begins. */
  private static TradeColumns trades() {
    long[] times = new long[SECONDS];
    long[] prices = new long[SECONDS];
    long[] quantities = new long[SECONDS];
    for (int i = 0; i < SECONDS; i++) {
      times[i] = CandleTable.START_NS + i * Utc.SECOND_NS + Utc.SECOND_NS / 2;
      prices[i] = 1_000_000 + Math.round(50_000 * StrictMath.sin(i / 20.0));
      quantities[i] = 1_000_000_000L;
    }
    return new TradeColumns(
        SPOT.priceScale(), SPOT.qtyScale(), times, prices, quantities, new boolean[SECONDS]);
  }

  private static BacktestSpec spec(long feedLatencyMs, long graceMs) {
    TradeColumns trades = trades();
    BacktestBook book =
        PlainRuns.book("ema-cross", new EmaCross(), BARS, Map.of("fast", "2", "slow", "5"));
    TickSettings settings =
        new TickSettings(
            TickRules.DEFAULT,
            EnumSet.allOf(Ability.class),
            SECOND,
            OptionalLong.of(feedLatencyMs * 1_000_000),
            graceMs * 1_000_000);
    return PlainRuns.spec(
            book,
            List.of(SPOT),
            List.of(Resample.trades(trades, SECOND)),
            CandleTable.START_NS,
            CandleTable.START_NS + SECONDS * Utc.SECOND_NS)
        .replaying(
            new TickReplay(
                List.of(trades),
                List.of(BookColumns.empty(SPOT.priceScale(), SPOT.qtyScale())),
                settings));
  }

  @Test
  void twoRunsAreTheSame() {
    BacktestResult first = BacktestRun.run(spec(0, 0));
    BacktestResult second = BacktestRun.run(spec(0, 0));
    assertThat(first.trades()).hasSizeGreaterThan(3).isEqualTo(second.trades());
    assertThat(first.stateHash()).isEqualTo(second.stateHash());
  }

  @Test
  void aRunThatIsCutGoesOnAsIfItWereNot() {
    BacktestRun whole = BacktestRun.prepare(spec(0, 0));
    for (int i = 0; i < 250; i++) {
      assertThat(whole.step()).isTrue();
    }
    BacktestRun other = BacktestRun.prepare(spec(0, 0));
    other.resume(whole.snapshot());
    while (whole.step()) {
      assertThat(other.step()).isTrue();
    }
    assertThat(other.step()).isFalse();
    assertThat(other.finish().stateHash()).isEqualTo(whole.finish().stateHash());
  }

  @Test
  void theShareGoneIsThatOfTheTime() {
    BacktestRun run = BacktestRun.prepare(spec(0, 0));
    assertThat(run.share()).isZero();
    for (int i = 0; i < SECONDS / 2; i++) {
      run.step();
    }
    assertThat(run.share()).isBetween(0.49, 0.51);
    boolean more = true;
    while (more) {
      more = run.step();
    }
    assertThat(run.share()).isEqualTo(1);
  }

  /** How late market data is, and what candles wait for. */
  @ParameterizedTest
  @CsvSource({"0, 0, -", "400, 0, -", "600, 200, -", "600, 0, '600 trades came here after'"})
  void tradesThatCameTooLateAreTold(long feedLatencyMs, long graceMs, String notice) {
    String notices = BacktestRun.run(spec(feedLatencyMs, graceMs)).run().notices().toString();
    if (notice.equals("-")) {
      assertThat(notices).isEqualTo("[]");
    } else {
      assertThat(notices).contains(notice, "ticks.grace");
    }
  }

  /** Market data that comes after the end of what is traded moves it no further. */
  @Test
  void theResultEndsWhereTheSpanDoes() {
    BacktestResult result = BacktestRun.run(spec(600, 800));
    EquityCurve daily = result.daily();
    assertThat(daily.timeNs(daily.size() - 1)).isEqualTo(result.run().toNs());
  }

  @Test
  void aRunOnTicksIsOfOneStrategy() {
    BacktestSpec one = spec(0, 0);
    BacktestBook book = one.books().getFirst();
    assertThatThrownBy(() -> one.of(List.of(book, book)))
        .hasMessage("a run on ticks is of one strategy, was 2");
  }
}
