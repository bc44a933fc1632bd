package io.tradewind.simulation.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.testkit.CandleTable;
import io.tradewind.testkit.TestInstruments;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Candles of a minute of three symbols: {@code 61 a1} is a candle of a that closed at minute 1 and
 * comes at second 61. A slice is {@code minute@second:symbols}.
 */
class GivenSlicesTest {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long MINUTE_NS = 60 * SECOND_NS;
  private static final long GRACE_NS = 5 * SECOND_NS;
  private static final List<Instrument> SYMBOLS =
      List.of(
          TestInstruments.perp("A/USDT"),
          TestInstruments.perp("B/USDT"),
          TestInstruments.perp("C/USDT"));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          all at once               | 61 a1, 61 b1, 62 c1                        | 1@62:abc             | 0
          one is late               | 61 a1, 61 b1, 70 c1                        | 1@66:ab              | 1
          no longer waited for      | 61 a1, 61 b1, 121 a2, 122 b2               | 1@66:ab 2@122:ab     | 0
          waited for again          | 61 a1, 61 b1, 121 c2, 122 a2, 130 b2       | 1@66:ab 2@126:ac     | 1
          nothing comes             | 61 a1, 61 b1, 61 c1, 400 x                 | 1@61:abc             | 0
          after an outage           | 61 a1, 61 b1, 61 c1, 300 a2, 300 a3, 301 b2, 301 b3, 302 c2, 302 c3 | 1@61:abc 2@302:abc 3@302:abc | 0
          one was out               | 61 a1, 61 b1, 61 c1, 300 a2, 300 a3, 301 b2, 301 b3, 302 c3, 303 x | 1@61:abc 2@302:ab 3@302:abc | 0
          told twice                | 61 a1, 61 a1, 61 b1, 61 c1, 62 a1          | 1@61:abc             | 2
          """)
  void slicesEnd(String name, String events, String slices, long late) {
    GivenSlices given = new GivenSlices(SYMBOLS, GRACE_NS);
    List<String> ended = new ArrayList<>();
    for (String event : events.split(",")) {
      String[] words = event.strip().split(" ");
      long nowNs = CandleTable.START_NS + Long.parseLong(words[0]) * SECOND_NS;
      advance(given, nowNs - 1, ended);
      int symbol = words[1].charAt(0) - 'a';
      if (symbol < SYMBOLS.size()) {
        given.onCandle(symbol, candle(Integer.parseInt(words[1].substring(1))), 0, nowNs);
      }
      given = again(given);
    }
    advance(given, Long.MAX_VALUE - 1, ended);
    assertThat(String.join(" ", ended)).isEqualTo(slices);
    assertThat(given.late()).isEqualTo(late);
  }

  private static void advance(GivenSlices given, long toNs, List<String> ended) {
    while (given.dueNs(Slices.NEVER) <= toNs) {
      long dueNs = given.dueNs(Slices.NEVER);
      long endNs = given.endNs(Slices.NEVER);
      StringBuilder symbols = new StringBuilder();
      for (int i = 0; i < SYMBOLS.size(); i++) {
        if (given.take(i, endNs) != null) {
          symbols.append((char) ('a' + i));
        }
      }
      given.ended(endNs);
      ended.add(
          "%s@%s:%s"
              .formatted(
                  (endNs - CandleTable.START_NS) / MINUTE_NS,
                  (dueNs - CandleTable.START_NS) / SECOND_NS,
                  symbols));
    }
  }

  /** Cut at each event. */
  private static GivenSlices again(GivenSlices given) {
    StateWriter out = new StateWriter();
    given.save(out);
    GivenSlices loaded = new GivenSlices(SYMBOLS, GRACE_NS);
    loaded.load(new StateReader(out.toByteArray()));
    return loaded;
  }

  private static CandleColumns candle(int minute) {
    long close = CandleTable.START_NS + minute * MINUTE_NS;
    return CandleColumns.of(
        SYMBOLS.getFirst().priceScale(),
        SYMBOLS.getFirst().qtyScale(),
        new long[][] {{close - MINUTE_NS}, {close}, {10}, {12}, {9}, {11}, {5}});
  }
}
