package io.tradewind.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.exchange.setup.BookRecording;
import io.tradewind.exchange.setup.Recording;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.series.BookRows;
import io.tradewind.store.series.Decimals;
import io.tradewind.store.series.TradeKind;
import io.tradewind.store.series.TradeRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What of a store happens again. A series is written {@code binance.BTC.spot.1h}, a price tells its
 * instrument: 100 on spot, 200 of a perpetual, 300 of another venue. Candles are of the whole
 * second of January; trades of 8 to 16 o'clock, one each hour; a book of 10 to 14, unknown from 12
 * to 13; {@code never} is one that is never known.
 */
class ReplayDataTest {
  private static final long DAY_NS = Utc.fromInstant(Instant.parse("2024-01-02T00:00:00Z"));
  private static final long HOUR_NS = 3_600 * Utc.SECOND_NS;

  @TempDir private Path root;

  @ParameterizedTest(name = "{0} of {1} from {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          binance.BTC.spot.1h binance.BTC.spot.5m binance.BTC.spot.1d          | ""                | -  | BTC 5m 100
          binance.BTC.spot.1h binance.BTC.spot.book binance.BTC.spot.trades    | ""                | -  | BTC 1h 100
          binance.BTC.spot.1h binance.BTC.spot.book binance.BTC.spot.trades    | ""                | 9  | BTC 1h 100
          binance.BTC.spot.1h binance.BTC.spot.book binance.BTC.spot.trades    | ""                | 10 | BTC book+7 100
          binance.BTC.spot.1h binance.BTC.spot.book binance.BTC.spot.trades    | ""                | 14 | BTC book+7 100
          binance.BTC.spot.1h binance.BTC.spot.book binance.BTC.spot.trades    | ""                | 15 | BTC 1h 100
          binance.BTC.spot.book binance.BTC.spot.trades                        | ""                | -  | BTC book+7 100
          binance.BTC.spot.book                                                | ""                | -  | BTC book+0 100
          binance.BTC.spot.never binance.BTC.spot.trades                       | ""                | -  | BTC trades9 100
          binance.BTC.spot.never binance.BTC.spot.1h                           | ""                | 11 | BTC 1h 100
          binance.BTC.spot.agg-trades binance.BTC.spot.trades                  | ""                | -  | BTC trades9 100
          binance.BTC.perp.5m binance.BTC.spot.1h                              | ""                | -  | BTC 1h 100
          binance.BTC.perp.book binance.BTC.spot.1h                            | ""                | 11 | BTC 1h 100
          binance.BTC.perp.5m binance.ETH.spot.1h                              | ""                | -  | BTC 5m 200, ETH 1h 100
          binance.BTC.perp.5m binance.BTC.spot.never                           | ""                | -  | BTC 5m 200
          kraken.BTC.spot.5m binance.BTC.spot.1h                               | ""                | -  | BTC 1h 100
          kraken.BTC.spot.5m binance.BTC.perp.1h                               | ""                | -  | BTC 5m 300
          binance.BTC.spot.1h binance.ETH.spot.1h binance.SOL.spot.1h          | SOL/USDT,btc/usdt | -  | SOL 1h 100, BTC 1h 100
          """)
  void theBestSeriesOfASymbolIsTaken(String series, String symbols, String from, String chosen) {
    fill(series);
    assertThat(text(read(symbols, from))).isEqualTo(chosen);
  }

  @Test
  void whatIsNotWantedIsNotRead() throws IOException {
    fill("binance.BTC.spot.1h binance.BTC.spot.1d binance.BTC.spot.trades binance.ETH.spot.trades");
    spoil("ETH");
    assertThat(text(read("BTC/USDT", "11"))).isEqualTo("BTC 1h 100");
    assertThatThrownBy(() -> read("", "11")).hasMessageContaining("ETH");
    spoil("trades");
    assertThat(text(read("BTC/USDT", "11"))).isEqualTo("BTC 1h 100");
  }

  @Test
  void ofABookNoMoreIsReadThanIsNeeded() {
    fill("binance.BTC.spot.book binance.BTC.spot.trades");
    Recording part = read("", "11").values().iterator().next();
    assertThat(part.firstNs()).isEqualTo(DAY_NS + 11 * HOUR_NS - BookRecording.LEAD_NS);
    Recording whole = read("", "-").values().iterator().next();
    long fromNs = DAY_NS + 11 * HOUR_NS;
    assertThat(part.before(fromNs)).isEqualTo(whole.before(fromNs)).isNotEmpty();
    BookColumns wanted = ((BookRecording) whole.from(fromNs)).book();
    BookColumns got = ((BookRecording) part.from(fromNs)).book();
    assertThat(got.size()).isEqualTo(wanted.size());
    for (int i = 0; i < got.size(); i++) {
      assertThat(got.timeNs(i)).isEqualTo(wanted.timeNs(i));
      assertThat(got.price(i)).isEqualTo(wanted.price(i));
      assertThat(got.qty(i)).isEqualTo(wanted.qty(i));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          binance.BTC.spot.1h    | SOL/USDT | has no SOL/USDT (--symbols); it has BTC/USDT
          binance.BTC.spot.never | ""       | holds no candles, trades or books (--replay)
          """)
  void whatIsMissingIsTold(String series, String symbols, String told) {
    fill(series);
    assertThatThrownBy(() -> read(symbols, "-")).hasMessageContaining(told);
  }

  @Test
  void ofAFolderTheFinestFileOfASymbolIsTaken() throws IOException {
    candles("BTC_USDT-1h.csv", 100);
    candles("BTC_USDT-5m.csv", 101);
    candles("BTC_USDT_USDT-1m-futures.csv", 200);
    candles("SOL_USDT_USDT-1h-futures.csv", 201);
    Files.writeString(root.resolve("notes.txt"), "no data");
    Files.writeString(root.resolve("ETH_USDT-5m.csv"), "no data");
    assertThat(text(read("", "-"))).isEqualTo("BTC 5m 101, SOL 1h 201");
    assertThat(text(read("SOL/USDT", "5"))).isEqualTo("SOL 1h 201");
    assertThatThrownBy(() -> read("ETH/USDT", "-"))
        .hasMessageContaining("holds no candles, trades or books of ETH/USDT (--symbols)");
  }

  private void candles(String name, int price) throws IOException {
    long stepMs = name.contains("5m") ? 300_000 : name.contains("1m") ? 60_000 : 3_600_000;
    String rows =
        Stream.iterate(0L, i -> i < 3, i -> i + 1)
            .map(i -> (DAY_NS / 1_000_000 + i * stepMs) + "," + (price + ",").repeat(4) + "1\n")
            .collect(Collectors.joining());
    Files.writeString(root.resolve(name), "date,open,high,low,close,volume\n" + rows);
  }

  private Map<InstrumentId, Recording> read(String symbols, String from) {
    return ReplayData.read(
        root,
        symbols.isEmpty() ? List.of() : List.of(symbols.split(",")),
        from.equals("-")
            ? OptionalLong.empty()
            : OptionalLong.of(DAY_NS + Long.parseLong(from) * HOUR_NS));
  }

  /** Makes what is in files of a name unreadable, though not what it is. */
  private void spoil(String name) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(it -> it.toString().endsWith(".parquet")).toList()) {
        if (file.toString().contains(name)) {
          byte[] bytes = Files.readAllBytes(file);
          for (int i = 4; i < 60; i++) {
            bytes[i] = (byte) 0xff;
          }
          Files.write(file, bytes);
        }
      }
    }
  }

  private void fill(String series) {
    try (CandleStore store = new CandleStore(root)) {
      for (String each : series.split(" +")) {
        String[] parts = each.split("\\.");
        Market market = parts[2].equals("spot") ? Market.SPOT : Market.PERP;
        InstrumentId id = new InstrumentId(parts[0], parts[1], "USDT", market);
        int price = parts[0].equals("kraken") ? 300 : market == Market.SPOT ? 100 : 200;
        switch (parts[3]) {
          case "book" -> store.mergeBook(id, book(price), share -> {});
          case "never" -> store.mergeBook(id, never(), share -> {});
          case "trades" -> store.mergeTrades(id, TradeKind.TRADES, trades(price, 9));
          case "agg-trades" -> store.mergeTrades(id, TradeKind.AGG_TRADES, trades(price, 5));
          default -> {
            Interval interval = Interval.parse(parts[3]);
            store.merge(id, interval, candles(interval, price));
          }
        }
      }
    }
  }

  private static CandleColumns candles(Interval interval, int price) {
    int rows = (int) (Utc.DAY_NS / interval.durationNs());
    long[][] cells = new long[7][rows];
    for (int i = 0; i < rows; i++) {
      cells[0][i] = DAY_NS + i * interval.durationNs();
      cells[1][i] = cells[0][i] + interval.durationNs();
      for (int column = 2; column < 6; column++) {
        cells[column][i] = price;
      }
      cells[6][i] = 1;
    }
    return CandleColumns.of(0, 0, cells);
  }

  private static TradeRows trades(int price, int rows) {
    TradeRows trades = new TradeRows(rows);
    TradeRows.Tag tag = new TradeRows.Tag(OptionalLong.empty(), TradeRows.Aggressor.BUYER);
    for (int i = 0; i < rows; i++) {
      trades.add(DAY_NS + (8 + i) * HOUR_NS, decimal(price), decimal(1), tag);
    }
    return trades;
  }

  private static Decimals.Parsed decimal(int value) {
    return new Decimals.Parsed(value, 0);
  }

  private static BookRows.Times at(int hour) {
    return new BookRows.Times(DAY_NS + hour * HOUR_NS, DAY_NS + hour * HOUR_NS);
  }

  private static BookRows book(int price) {
    BookRows rows = new BookRows(8);
    for (int hour : new int[] {10, 13}) {
      rows.add(at(hour), decimal(price), decimal(hour), BookColumns.flags(true, true, false));
      rows.add(at(hour), decimal(price + 1), decimal(5), BookColumns.flags(false, false, true));
      if (hour == 10) {
        rows.add(at(11), decimal(price), decimal(7), BookColumns.flags(true, false, true));
        rows.addUnknown(at(12));
      }
    }
    rows.add(at(14), decimal(price), decimal(8), BookColumns.flags(true, false, true));
    return rows;
  }

  private static BookRows never() {
    BookRows rows = new BookRows(2);
    rows.addUnknown(at(10));
    rows.addUnknown(at(12));
    return rows;
  }

  private static String text(Map<InstrumentId, Recording> chosen) {
    return chosen.entrySet().stream()
        .map(each -> each.getKey().base() + " " + text(each.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String text(Recording recording) {
    String kind =
        switch (recording) {
          case Recording.Candles(CandleColumns columns) ->
              new Interval(columns.closeTimeNs(0) - columns.openTimeNs(0)).toString();
          case Recording.Trades trades -> "trades" + trades.columns().size();
          case BookRecording book -> "book+" + book.trades().size();
        };
    return kind + " " + (int) recording.price();
  }
}
