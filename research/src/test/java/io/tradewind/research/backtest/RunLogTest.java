package io.tradewind.research.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.time.Interval;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.ScriptedStrategy;
import io.tradewind.testkit.TestInstruments;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a result tells of its signals. */
final class RunLogTest {
  private static final Interval HOUR = Interval.parse("1h");
  private static final long WHOLE = 100_000_000;

  /** Lots are whole coins; at 150 the second entry no longer buys one, nor does the fourth. */
  @Test
  void anEntryThatTheVenueWouldNotHaveIsRefused() {
    BacktestResult result =
        run(
            "0 long share 0.1, 1 exit, 2@0 long share 0.0125, 2@1 long share 0.1,"
                + " 4 exit, 5 long share 0.015, 5 exit",
            "100 100 100 100, 100 100 100 100, 100 100 100 100, 150 150 150 150,"
                + " 150 150 150 150, 150 150 150 150, 250 250 250 250");
    assertThat(result.signals())
        .extracting(record -> record.refusal().map(Refusal::name).orElse("followed"))
        .containsExactly(
            "followed",
            "followed",
            "followed",
            "followed",
            "REJECTED",
            "followed",
            "NO_POSITION",
            "followed",
            "followed",
            "followed",
            "followed",
            "followed");
    SignalRecord rejected = result.signals().get(4);
    assertThat(rejected.signal().reason()).isEqualTo("2@0 long share 0.0125");
    assertThat(rejected.refusal().orElseThrow().by()).isEqualTo("venue");
    assertThat(rejected.detail()).isEqualTo("quantity under the venue's minimum");
    assertThat(result.run().notices())
        .contains("the venue refused 1 entry: quantity under the venue's minimum");
  }

  private static BacktestResult run(String script, String candles) {
    List<Instrument> instruments =
        IntStream.range(0, 2)
            .mapToObj(i ->
                TestInstruments.of(
                    "T" + i + "/USDT", Market.SPOT, new TradingRules(0, 1, WHOLE, 0, 0, 0, 0)))
            .toList();
    return BacktestRun.run(
        PlainRuns.spec(
            PlainRuns.book("scripted", new ScriptedStrategy(script), HOUR),
            instruments,
            List.of(CandleTable.parse(candles, HOUR), CandleTable.parse(candles, HOUR)),
            CandleTable.START_NS,
            CandleTable.START_NS + 100 * HOUR.durationNs()));
  }
}
