package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.journal.JournalEntry;
import io.tradewind.core.journal.TradeJournal;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the journal tells of each trade: its ideas, its fills, its result. */
class TradeJournalTest {
  private static final String CANDLES =
      "100 101 99 100, 100 101 99 100, 102 103 101 102, 104 105 103 104, 104 105 103 104";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 long qty 2, 2 exit | [0 long qty 2] buy 2@100 entry, sell 2@104 signal-exit (2 exit) 8",
        "0 long qty 2, 1 add qty 1, 2 exit | [0 long qty 2; 1 add qty 1] buy 2@100 entry,"
            + " buy 1@102 add, sell 3@104 signal-exit (2 exit) 10",
        "0 long qty 2, 2 short qty 1 | [0 long qty 2] buy 2@100 entry, sell 2@104 signal-exit () 8"
            + " / [2 short qty 1] sell 1@104 entry, buy 1@104 end () 0",
        "0 long qty 2 stop 99.5 | [0 long qty 2 stop 99.5] buy 2@100 entry, sell 2@99.5 stop () -1",
        "0 long qty 2 limit 50, 1 exit, 2 long qty 1 |"
            + " [2 long qty 1] buy 1@104 entry, sell 1@104 end () 0"
      })
  void tellsEachTrade(String script, String told) {
    List<JournalEntry> entries = new ArrayList<>();
    TradeJournal journal = new TradeJournal(entries::add);
    Scene scene = new Scene(TestInstruments.perp("T0/USDT")).candles(CANDLES);
    scene.play(script);
    scene.audit.forEach(journal::accept);
    assertThat(String.join(" / ", entries.stream().map(TradeJournalTest::tell).toList()))
        .isEqualTo(told);
  }

  private static String tell(JournalEntry entry) {
    return String.join("; ", entry.ideas().stream().map(idea -> idea.signal().reason()).toList())
            .transform(ideas -> "[" + ideas + "] ")
        + String.join(", ", entry.fills().stream().map(TradeJournalTest::tell).toList())
        + (" (" + entry.exitWords() + ") ")
        + entry.trade().profit().stripTrailingZeros().toPlainString();
  }

  private static String tell(JournalEntry.Fill fill) {
    return fill.side().name().toLowerCase(Locale.ROOT)
        + " "
        + FixedPoint.format(fill.event().qtyScaled(), TestInstruments.QTY_SCALE)
        + "@"
        + FixedPoint.format(fill.event().priceScaled(), TestInstruments.PRICE_SCALE)
        + " "
        + Told.word(fill.purpose());
  }
}
