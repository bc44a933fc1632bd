package io.tradewind.trader.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.market.MarketEvent.Candle;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Candles of a minute; minute 0 is the first that is expected. */
class CandleFeedTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long MINUTE = 60 * SECOND;

  private final List<String> told = new ArrayList<>();
  private final CandleFeed feed =
      new CandleFeed(
          MINUTE,
          new long[] {0, 0},
          CandleFeed.Patience.STANDARD,
          (instrument, fromNs, toNs) ->
              told.add("ask " + name(instrument) + fromNs / MINUTE + "-" + toNs / SECOND + "s"),
          (instrument, candle) -> told.add(name(instrument) + candle.openTimeNs() / MINUTE));

  private static String name(int instrument) {
    return instrument == 0 ? "a" : "b";
  }

  /**
   * {@code 60s a0}: at that second the first candle of a comes; {@code a1..3}: the venue answers
   * with these, of b with all that it has; {@code a-}: it cannot; {@code b!}: it has nothing.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          60s a0 b0, 120s b1 a1                        | a0 b0 a1 b1
          60s a0 a0 b0, 120s a0 a1 b1                  | a0 b0 a1 b1
          # Late at its close.
          60s a0, 64s, 65s, 66s b0..0, 67s             | a0 ask b0-65s b0
          60s a0, 65s b0                               | a0 b0
          # The answer does not have it yet.
          60s a0, 65s, 66s b-, 67s, 71s, 72s b0..0      | a0 ask b0-65s ask b0-71s b0
          # A hole: all wait for it.
          60s a0 b0, 120s a1, 125s, 180s a2 b2, 181s b1..1 | a0 b0 a1 ask b1-125s b1 a2 b2
          """)
  void holesAreFilled(String story, String expected) {
    play(story);
    assertThat(String.join(" ", told)).isEqualTo(expected);
  }

  /** Outages, from which both come back at another time. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # In order, though one answers earlier.
          300s, 301s a0..4, 302s b0..4                 | ask a0-300s ask b0-300s a0 b0 a1 b1 a2 b2 a3 b3 a4 b4
          # A new candle comes before the answer.
          299s, 300s a4 b4, 301s b0..3, 302s a0..3     | ask a0-299s ask b0-299s a0 b0 a1 b1 a2 b2 a3 b3 a4 b4
          # One cannot be asked: after a minute the others go on.
          300s, 301s a0..4 b-, 330s, 331s b-, 360s      | ask a0-300s ask b0-300s ask b0-330s ask b0-360s a0 a1 a2 a3 a4
          # What it has goes on with a hole then.
          300s b4, 301s a0..4 b-, 360s, 361s           | ask a0-300s ask b0-300s ask b0-360s a0 a1 a2 a3 a4 b4
          # What has not closed is no candle.
          300s, 301s a0..5 b0..5                       | ask a0-300s ask b0-300s a0 b0 a1 b1 a2 b2 a3 b3 a4 b4
          """)
  void outagesAreCaughtUpWith(String story, String expected) {
    play(story);
    assertThat(String.join(" ", told)).isEqualTo(expected);
  }

  /** Listed later than the others: nobody waits for what has never been. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # From minute 3 on.
          300s a0 a1 a2 a3 a4, 301s b3..4              | ask b0-300s a0 a1 a2 a3 b3 a4 b4
          # Today, with no candle yet: said twice, the others go on; then its first comes.
          300s a0 a1 a2 a3 a4, 301s b!, 306s, 307s b!  | ask b0-300s ask b0-306s a0 a1 a2 a3 a4
          300s a0 a1, 301s b!, 306s, 307s b!, 360s a2 b5 | ask b0-300s ask b0-306s a0 a1 ask b0-360s a2 b5
          # It cannot say: then they wait.
          300s a0 a1 a2 a3 a4, 301s b-, 306s, 307s b-  | ask b0-300s ask b0-306s
          """)
  void whoHasNoHistoryHoldsNobodyUp(String story, String expected) {
    play(story);
    assertThat(String.join(" ", told)).isEqualTo(expected);
  }

  private void play(String story) {
    for (String moment : story.split("\\s*,\\s*")) {
      String[] words = moment.split("\\s+");
      long nowNs = Long.parseLong(words[0].replace("s", "")) * SECOND;
      for (int i = 1; i < words.length; i++) {
        int instrument = words[i].charAt(0) == 'a' ? 0 : 1;
        String what = words[i].substring(1);
        if (what.equals("-") || what.equals("!")) {
          feed.onAnswer(instrument, List.of(), what.equals("!"), nowNs);
        } else if (what.contains("..")) {
          String[] ends = what.split("\\.\\.");
          feed.onAnswer(
              instrument,
              IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]))
                  .mapToObj(CandleFeedTest::candle)
                  .toList(),
              words[i].startsWith("b"),
              nowNs);
        } else {
          feed.onCandle(instrument, candle(Integer.parseInt(what)));
        }
      }
      feed.step(nowNs);
    }
  }

  private static Candle candle(int minute) {
    return new Candle(
        TestInstruments.spot("T0/USDT").id(),
        minute * MINUTE,
        (minute + 1) * MINUTE,
        (minute + 1) * MINUTE,
        10,
        12,
        9,
        11,
        5);
  }
}
