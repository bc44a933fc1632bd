package io.tradewind.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.time.Utc;
import io.tradewind.store.importer.ImportOptions;
import io.tradewind.store.importer.ImportedTicks;
import io.tradewind.store.importer.Importer;
import io.tradewind.store.series.BookRows;
import io.tradewind.store.series.Decimals;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Books in the store. A recording is told as {@code SECOND+PRICE:QTY} for a whole book, {@code
 * SECOND PRICE:QTY} for a change, {@code SECOND?} for where it is not known; all are bids, and
 * seconds count from the last one of January.
 */
final class BookStoreTest {
  private static final InstrumentId ID = new InstrumentId("binance", "BTC", "USDT", Market.SPOT);
  private static final long FEB_NS = Utc.fromInstant(Instant.parse("2024-02-01T00:00:00Z"));

  @TempDir Path root;

  private static BookRows rows(String recording) {
    BookRows rows = new BookRows(4);
    for (String message : recording.split(" ")) {
      String[] parts = message.split("[+?=:]", -1);
      long timeNs = FEB_NS + (Long.parseLong(parts[0]) - 50) * Utc.SECOND_NS;
      BookRows.Times times = new BookRows.Times(timeNs, timeNs + 1);
      if (message.endsWith("?")) {
        rows.addUnknown(times);
      } else {
        byte mark = BookColumns.flags(true, message.contains("+"), true);
        rows.add(times, Decimals.parse(parts[1]), Decimals.parse(parts[2]), mark);
      }
    }
    return rows;
  }

  private static String text(BookColumns book) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < book.size(); i++) {
      text.append(i == 0 ? "" : " ").append((book.timeNs(i) - FEB_NS) / Utc.SECOND_NS + 50);
      if (book.price(i) == 0) {
        text.append("?");
        continue;
      }
      text.append(book.begins(i) ? "+" : "=")
          .append(FixedPoint.format(book.price(i), book.priceScale()))
          .append(":")
          .append(FixedPoint.format(book.qty(i), book.qtyScale()));
      text.append(book.ends(i) ? "" : ",");
    }
    return text.toString();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "1+9:1 2=8:1 3? ~ 1+9:1 2=8:1 3? ~ 1+9:1 2=8:1 3? ~ 0",
        "1+9:1 2=8:1 3? ~ 5+7:1 6? ~ 1+9:1 2=8:1 3? 5+7:1 6? ~ 2",
        "5+7:1 6? ~ 1+9:1 2=8:1 3? ~ 1+9:1 2=8:1 3? 5+7:1 6? ~ 3",
        "2+9:1 4? ~ 1+9:2 3=8:1 5=7:1 6? ~ 1+9:2 2+9:1 4? 5+9:2, 5=8:1, 5=7:1 6? ~ 5",
        "2+9:1 4? ~ 1+9:2 5=9:0 5=7:1 6? ~ 1+9:2 2+9:1 4? 5? 5+7:1 6? ~ 4",
        "2+9:1 3? ~ 1+9:2 5=7:1 6? ~ 1+9:2 2+9:1 3? 5+9:2, 5=7:1 6? ~ 4",
        "40+9:1 60? ~ 45=1:1 ~ 40+9:1 60? ~ 0",
        "40+9:1 55=8:1 60? ~ 30+9:2 70=7:1 80? ~ 30+9:2 40+9:1 55=8:1 60? 70+9:2, 70=7:1 80? ~ 4",
        "40+9:1 45? ~ 30+9:2 70=7:1 80? ~ 30+9:2 40+9:1 45? 70+9:2, 70=7:1 80? ~ 4",
        "52+9:1 53? ~ 30+9:2 70=7:1 80? ~ 30+9:2 52+9:1 53? 70+9:2, 70=7:1 80? ~ 4",
        "10+9:1 11? ~ 30+9:2 35? 36+8:1 70=7:1 80? ~ 10+9:1 11? 30+9:2 35? 36+8:1 70=7:1 80? ~ 5",
      })
  void whatIsThereStandsAndTheRestIsFilledIn(
      String there, String comes, String joined, long added) {
    try (CandleStore store = new CandleStore(root)) {
      store.mergeBook(ID, rows(there), share -> {});
      assertThat(store.mergeBook(ID, rows(comes), share -> {}).added()).isEqualTo(added);
      assertThat(text(store.readBook(ID, Long.MIN_VALUE, Long.MAX_VALUE))).isEqualTo(joined);
      assertThat(store.mergeBook(ID, rows(comes), share -> {}).isChange()).isFalse();
      assertThat(store.mergeBook(ID, rows(there), share -> {}).isChange()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "0 ~ 99 ~ 40+9:1 45=8:1 55=9:0 60?",
        "42 ~ 46 ~ 42+9:1 45=8:1",
        "46 ~ 56 ~ 46+9:1, 46=8:1 55=9:0",
        "56 ~ 59 ~ 56+8:1",
        "61 ~ 99 ~ ''",
        "45 ~ 45 ~ ''",
        "0 ~ 40 ~ ''",
      })
  void aRangeBeginsWithTheWholeBook(long from, long to, String rows) {
    try (CandleStore store = new CandleStore(root)) {
      store.mergeBook(ID, rows("40+9:1 45=8:1 55=9:0 60?"), share -> {});
      BookColumns read =
          store.readBook(
              ID, FEB_NS + (from - 50) * Utc.SECOND_NS, FEB_NS + (to - 50) * Utc.SECOND_NS);
      assertThat(text(read)).isEqualTo(rows);
    }
  }

  /** Whatever is joined in whatever order: where a book is told, it is the venue's. */
  @Test
  void recordingsOfOneVenueNeverMakeAnotherBook() {
    long seed = 20_240_809;
    Random random = new Random(seed);
    try (CandleStore store = new CandleStore(root)) {
      for (int round = 0; round < 40; round++) {
        int from = random.nextInt(90);
        store.mergeBook(ID, part(from, from + random.nextInt(2, 12)), share -> {});
        assertVenues(store.readBook(ID, Long.MIN_VALUE, Long.MAX_VALUE), "seed " + seed);
      }
      assertThat(store.contents().series().getFirst().rows()).isGreaterThan(100);
    }
  }

  /** The venue sets one of five levels each second. */
  private static String change(int second) {
    return (second * 7 % 5 + 1) + ":" + (second % 3);
  }

  private static Map<String, String> venue(int second) {
    Map<String, String> book = new TreeMap<>(Map.of("9", "1"));
    for (int i = 0; i <= second; i++) {
      String[] level = change(i).split(":");
      if (level[1].equals("0")) {
        book.remove(level[0]);
      } else {
        book.put(level[0], level[1]);
      }
    }
    return book;
  }

  private static BookRows part(int from, int to) {
    BookRows rows = new BookRows(4);
    Map<String, String> whole = venue(from);
    long timeNs = FEB_NS + (from - 50) * Utc.SECOND_NS;
    int left = whole.size();
    for (Map.Entry<String, String> level : whole.entrySet()) {
      byte mark = BookColumns.flags(true, left == whole.size(), --left == 0);
      rows.add(
          new BookRows.Times(timeNs, timeNs),
          Decimals.parse(level.getKey()),
          Decimals.parse(level.getValue()),
          mark);
    }
    for (int i = from + 1; i < to; i++) {
      rows.addFrom(rows(i + "=" + change(i)), 0);
    }
    rows.addFrom(rows((to - 1) + "?"), 0);
    return rows;
  }

  private static void assertVenues(BookColumns book, String seed) {
    Map<String, String> now = new TreeMap<>();
    boolean known = false;
    for (int i = 0; i < book.size(); i++) {
      if (book.begins(i)) {
        now.clear();
        known = book.price(i) > 0;
      }
      assertThat(known || book.price(i) == 0).as("%s, row %s", seed, i).isTrue();
      String price = FixedPoint.format(book.price(i), book.priceScale());
      if (book.qty(i) == 0) {
        now.remove(price);
      } else {
        now.put(price, FixedPoint.format(book.qty(i), book.qtyScale()));
      }
      if (known && book.ends(i)) {
        int second = (int) ((book.timeNs(i) - FEB_NS) / Utc.SECOND_NS + 50);
        assertThat(now).as("%s, second %s", seed, second).isEqualTo(venue(second));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void whatIsExportedIsImportedToTheSame(ExportFormat format) {
    String recording = "40+9.5:1.25 45=8:1 55=9.5:0 60? 61+7:1 62?";
    Path file = root.resolve("book." + format.name().toLowerCase(java.util.Locale.ROOT));
    try (CandleStore store = new CandleStore(root.resolve("a"));
        CandleStore other = new CandleStore(root.resolve("b"))) {
      store.mergeBook(ID, rows(recording), share -> {});
      store.export(ID, BookRows.KIND, format, file);
      ImportedTicks read = (ImportedTicks) Importer.read(file, ImportOptions.DEFAULT);
      assertThat(read.notes().brokenCount()).isZero();
      assertThat(other.mergeBook(ID, read.book(), share -> {})).isEqualTo(new MergeReport(6, 0, 0));
      assertThat(other.mergeBook(ID, read.book(), share -> {})).isEqualTo(new MergeReport(0, 6, 0));
      assertThat(text(other.readBook(ID, Long.MIN_VALUE, Long.MAX_VALUE)))
          .isEqualTo(text(store.readBook(ID, Long.MIN_VALUE, Long.MAX_VALUE)));
      SeriesInfo info = other.contents().series().getFirst();
      assertThat(List.of(info.kind(), info.rows(), info.gaps())).containsExactly("book", 6L, 1L);
    }
  }
}
