package io.tradewind.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.time.Utc;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TickNoticesTest {
  private static final InstrumentId ID = InstrumentId.parse("T/U", "v", Market.SPOT);
  private static final String CLOCKS = "were received no later than they happened";

  private static long[] seconds(String text) {
    return Stream.of(text.split(" "))
        .mapToLong(each -> Long.parseLong(each) * Utc.SECOND_NS)
        .toArray();
  }

  private static TradeColumns trades(String times, long lateNs) {
    long[] happened = seconds(times);
    long[] received = happened.clone();
    long[] ones = happened.clone();
    for (int i = 0; i < happened.length; i++) {
      received[i] += lateNs;
      ones[i] = 1;
    }
    return new TradeColumns(
        0, 0, happened, received, ones, ones.clone(), new boolean[happened.length]);
  }

  /** Seconds at which the book is known ({@code +}), changes, or is lost ({@code -}). */
  private static BookColumns book(String text) {
    String[] words = text.isEmpty() ? new String[0] : text.split(" ");
    long[] times = new long[words.length];
    long[] values = new long[words.length];
    byte[] flags = new byte[words.length];
    for (int i = 0; i < words.length; i++) {
      boolean lost = words[i].startsWith("-");
      times[i] = Math.abs(Long.parseLong(words[i])) * Utc.SECOND_NS;
      values[i] = lost ? 0 : 1;
      flags[i] = BookColumns.flags(true, lost || words[i].startsWith("+"), true);
    }
    long[] received = times.clone();
    for (int i = 0; i < received.length; i++) {
      received[i]++;
    }
    return new BookColumns(0, 0, times, received, values, values.clone(), flags);
  }

  private static List<String> said(TradeColumns trades, BookColumns book, OptionalLong latency) {
    SymbolTicks ticks = new SymbolTicks(ID, trades, book, Optional.empty(), List.of());
    Span span = new Span(0, 8_000 * Utc.SECOND_NS);
    return TickNotices.describe(ticks, span, latency);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          0 3600 7200      | +0 7999                | -
          0 3601 7999      | +0 7999                | 2 stretches of more than an hour without a trade, the longest 1h13m18s from 1970-01-01T01:00:01Z
          0 3000 6000      | +100 7999              | 1 stretch in which the book is not known, the longest 1m40s from 1970-01-01T00:00:00Z; orders fill there by trades alone (fill rule 43)
          0 3000 6000      | +0 -10 +13 -20 +50 7999 | 2 stretches in which the book is not known, the longest 30s from 1970-01-01T00:00:20Z; orders fill there by trades alone (fill rule 43)
          0 3000 6000      | +0 -7000               | 1 stretch in which the book is not known, the longest 16m40s from 1970-01-01T01:56:40Z; orders fill there by trades alone (fill rule 43)
          0 3000 6000      | +0 7000                | the book ends early, at 1970-01-01T01:56:40Z, and stands still from there on
          0 3000 6000      | 5 6                    | 1 stretch in which the book is not known, the longest 2h13m20s from 1970-01-01T00:00:00Z; orders fill there by trades alone (fill rule 43)
          """)
  void tellsOfGaps(String times, String changes, String sentence) {
    List<String> said = said(trades(times, 5), book(changes), OptionalLong.empty());
    assertThat(said).isEqualTo(sentence == null ? List.of() : List.of("v:T/U: " + sentence));
  }

  @Test
  void tellsThatThereIsNoBook() {
    assertThat(said(trades("0 1", 5), book(""), OptionalLong.empty()))
        .singleElement()
        .asString()
        .contains("no order book is known", "fill rule 43", "tradewind data import FILE");
  }

  /** Trades that are late by a time, and what is given in place of what was recorded. */
  @ParameterizedTest
  @CsvSource({"0, -, true", "-7, -, true", "1, -, false", "0, 5, false"})
  void tellsOfClocks(long lateNs, String given, boolean told) {
    OptionalLong latency =
        given.equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(given));
    List<String> said = said(trades("0 1 2 3 4", lateNs), book("+0 7999"), latency);
    assertThat(said.toString().contains(CLOCKS)).isEqualTo(told);
    assertThat(said).hasSize(told ? 1 : 0);
  }
}
