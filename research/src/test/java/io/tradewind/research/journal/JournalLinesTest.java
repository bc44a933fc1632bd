package io.tradewind.research.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord.FeatureSeen;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.journal.JournalEntry;
import io.tradewind.core.journal.TradeJournal;
import io.tradewind.core.time.Interval;
import io.tradewind.research.backtest.BacktestRun;
import io.tradewind.research.backtest.PlainRuns;
import io.tradewind.research.report.DocumentedSchema;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.ScriptedStrategy;
import io.tradewind.testkit.TestInstruments;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalLinesTest {
  private static final Interval HOUR = Interval.parse("1h");
  private static final DocumentedSchema SCHEMA =
      DocumentedSchema.of(JournalLines.class, JournalLines.SCHEMA);

  /** With a fee of 10 bps. */
  private static List<JournalEntry> entries(String script, String candles) {
    List<JournalEntry> entries = new ArrayList<>();
    Instrument coin =
        TestInstruments.of("T0/USDT", Market.PERP, new TradingRules(0, 1, 1, 0, 0, 1000, 1000));
    BacktestRun.run(
        PlainRuns.spec(
                PlainRuns.book("scripted", new ScriptedStrategy(script), HOUR),
                List.of(coin),
                List.of(CandleTable.parse(candles, HOUR)),
                CandleTable.START_NS,
                CandleTable.START_NS + 100 * HOUR.durationNs())
            .heardBy(new TradeJournal(entries::add)));
    return entries;
  }

  private static final String CANDLES =
      "100 100 100 100, 100 100 100 100, 110 110 110 110, 110 110 80 80, 80 80 80 80";

  private static List<JournalEntry> sample() {
    return entries(
        "0 long qty 2.5 stop 90 target 150, 1 add qty 1, 2 exit, 3 short qty 1", CANDLES);
  }

  @Test
  void aLineTellsATrade() throws IOException {
    StringWriter out = new StringWriter();
    JournalLines.write(entries("0 long qty 2.5 stop 90 target 150, 2 exit", CANDLES), out);
    assertThat(out.toString())
        .isEqualTo(
            """
            {"trade":{"symbol":"T0/USDT:USDT","strategy":"scripted","side":"long","quantity":2.5,\
            "entryTime":"2024-01-01T01:00:00Z","entryPrice":100,"exitTime":"2024-01-01T03:00:00Z",\
            "exitPrice":110,"exitReason":"signal","fees":0.525,"slippage":0,"funding":0,\
            "profit":24.475,"risk":25,"entryReason":"0 long qty 2.5 stop 90 target 150"},\
            "ideas":[{"time":"2024-01-01T01:00:00Z","side":"long","confidence":1,\
            "size":"quantity 2.5","limit":null,"stop":90,"targets":[150],"leverage":1,\
            "adds":false,"reason":"0 long qty 2.5 stop 90 target 150","features":[]}],\
            "fills":[{"time":"2024-01-01T01:00:00Z","side":"buy","purpose":"entry","orderId":1,\
            "quantity":2.5,"price":100,"quote":250,"fee":0.25,"feeAsset":"quote","slippage":0},\
            {"time":"2024-01-01T03:00:00Z","side":"sell","purpose":"signal-exit","orderId":4,\
            "quantity":2.5,"price":110,"quote":275,"fee":0.275,"feeAsset":"quote","slippage":0}],\
            "exitWords":"2 exit"}
            """);
    assertThat(out.toString()).startsWith(JournalLines.MARK);
  }

  @Test
  void everyLineFitsTheSchema() {
    List<JournalEntry> entries = sample();
    assertThat(entries).hasSizeGreaterThan(1);
    for (JournalEntry entry : entries) {
      String line = JournalLines.line(entry);
      assertThat(line).doesNotContain("\n");
      SCHEMA.assertFits(line);
    }
    assertThat(entries.getFirst().ideas()).hasSize(2);
  }

  @Test
  void featuresAreToldAndWhatIsUnknownIsNull() {
    JournalEntry first = sample().getFirst();
    JournalEntry.Idea seen =
        new JournalEntry.Idea(
            first.ideas().getFirst().signal(),
            List.of(new FeatureSeen("rsi(14)", 55.25), new FeatureSeen("sma(200)", Double.NaN)));
    JournalEntry entry = new JournalEntry(first.trade(), List.of(seen), first.fills(), "");
    assertThat(JournalLines.line(entry))
        .contains(
            "\"features\":[{\"name\":\"rsi(14)\",\"value\":55.25},"
                + "{\"name\":\"sma(200)\",\"value\":null}]");
  }

  @Test
  void schemaIsClosedAndThePageNamesItsFields() throws IOException {
    SCHEMA.assertClosed(5);
    SCHEMA.assertOnPage();
  }
}
