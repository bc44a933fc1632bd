package io.tradewind.store.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.time.Utc;
import io.tradewind.store.series.BookRows;
import io.tradewind.store.series.Decimals;
import io.tradewind.store.series.TradeKind;
import io.tradewind.store.series.TradeRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trades and books lie in files of a day, of which only those are opened that are needed. */
final class TickDaysTest {
  private static final InstrumentId ID = InstrumentId.parse("BTC/USDT", "binance", Market.SPOT);

  /** A leap day comes next. */
  private static final long FEB_28 = LocalDate.of(2024, 2, 28).toEpochDay() * Utc.DAY_NS;

  private static final long HOUR_NS = 3_600 * Utc.SECOND_NS;

  @TempDir Path root;

  /** {@code 3:17} is trade 17 of hour 3 since the beginning; without a number it is {@code 3:-}. */
  private static TradeRows trades(String told) {
    TradeRows rows = new TradeRows(8);
    for (String trade : told.isEmpty() ? new String[0] : told.split(" ")) {
      String[] part = trade.split(":");
      OptionalLong id =
          part[1].equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(part[1]));
      rows.add(
          FEB_28 + Long.parseLong(part[0]) * HOUR_NS,
          Decimals.parse("1"),
          Decimals.parse("1"),
          new TradeRows.Tag(id, TradeRows.Aggressor.BUYER));
    }
    return rows;
  }

  private static long at(long hour) {
    return FEB_28 + hour * HOUR_NS;
  }

  private void damage(String kind, String day) throws IOException {
    Files.writeString(file(kind, "day=" + day), "PAR1 and then nothing");
  }

  private Path file(String kind, String folder) {
    return root.resolve(
        "venue=binance/market=spot/symbol=BTC-USDT/kind=" + kind + "/" + folder + "/data.parquet");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-02-28 | 24 | 72 | 24 47 48",
        "2024-02-28 | 25 | 48 | 47",
        "2024-02-29 | 48 | 99 | 48 80",
        "2024-02-29 | 0  | 24 | 0 23",
        "2024-03-02 | 0  | 72 | 0 23 24 47 48",
      })
  void onlyDaysThatAreAskedForAreOpened(String damaged, long from, long to, String hours)
      throws IOException {
    try (CandleStore store = new CandleStore(root)) {
      TradeRows rows = trades("0:1 23:2 24:3 47:4 48:5 80:6");
      assertThat(store.mergeTrades(ID, TradeKind.TRADES, rows).added()).isEqualTo(6);
      damage("trades", damaged);
      TradeColumns read = store.readTrades(ID, TradeKind.TRADES, at(from), at(to));
      String times =
          IntStream.range(0, read.size())
              .mapToObj(i -> Long.toString((read.timeNs(i) - FEB_28) / HOUR_NS))
              .collect(Collectors.joining(" "));
      assertThat(times).isEqualTo(hours);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                          | 0  | 99 | ''",
        "0:7                         | 0  | 99 | 7@0-7@0",
        "0:-                         | 0  | 99 | ''",
        "0:7 1:8 30:9 60:10          | 0  | 99 | 7@0-10@60",
        "0:7 1:8 30:10 60:11         | 0  | 99 | 7@0-8@1 10@30-11@60",
        "0:7 1:8 30:9 60:11          | 0  | 99 | 7@0-9@30 11@60-11@60",
        "0:7 1:- 2:8 3:12 4:13 5:15  | 0  | 99 | 7@0-8@2 12@3-13@4 15@5-15@5",
        "0:7 1:8 30:9 60:10          | 1  | 60 | 8@1-9@30",
        "0:7 1:8 30:9 60:10          | 2  | 30 | ''",
        "0:8 0:7 1:9                 | 0  | 99 | 7@0-9@1",
      })
  void numbersAreToldByUnbrokenStretches(String told, long from, long to, String stretches) {
    try (CandleStore store = new CandleStore(root)) {
      store.mergeTrades(ID, TradeKind.AGG_TRADES, trades(told));
      String text =
          store.numberedTrades(ID, TradeKind.AGG_TRADES, at(from), at(to)).stream()
              .map(stretch ->
                  stretch.firstId()
                      + "@"
                      + (stretch.firstNs() - FEB_28) / HOUR_NS
                      + "-"
                      + stretch.lastId()
                      + "@"
                      + (stretch.lastNs() - FEB_28) / HOUR_NS)
              .collect(Collectors.joining(" "));
      assertThat(text).isEqualTo(stretches);
    }
  }

  /** {@code 3+9} begins a book at hour 3 with a bid at 9, {@code 4=8} sets one at 8. */
  private static BookRows book(String told) {
    BookRows rows = new BookRows(8);
    for (String row : told.split(" ")) {
      String[] part = row.split("[+=?]", -1);
      long timeNs = at(Long.parseLong(part[0]));
      BookRows.Times times = new BookRows.Times(timeNs, timeNs);
      if (row.contains("?")) {
        rows.addUnknown(times);
      } else {
        byte mark = BookColumns.flags(true, row.contains("+"), true);
        rows.add(times, Decimals.parse(part[1]), Decimals.parse("1"), mark);
      }
    }
    return rows;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0+9 25=8 50=7                | 2024-03-09 | 60 | 99 | 60+9 60=8 60=7",
        "0+9 25=8 50=7                | 2024-03-09 | 49 | 99 | 49+9 49=8 50=7",
        "0+9 25=8 50=7                | 2024-03-09 | 50 | 99 | 50+9 50=8 50=7",
        "0+9 25=8 50=7                | 2024-03-09 | 0  | 50 | 0+9 25=8",
        "0+9 25=8 50=7                | 2024-03-01 | 0  | 48 | 0+9 25=8",
        "0+9 1? 25+8 50=7             | 2024-02-28 | 49 | 99 | 49+8 50=7",
        "0+9 25+8 48+7 50=6           | 2024-02-28 | 30 | 49 | 30+8 48+7",
        "0+9 25+8 48+7 50=6           | 2024-02-29 | 49 | 99 | 49+7 50=6",
        "0+9 2? 25+8 50=7             | 2024-03-01 | 3  | 30 | 25+8",
        "0+9 2? 25+8 50=7             | 2024-03-09 | 70 | 70 | ''",
      })
  void aBookGoesOnFromTheDayOnWhichItBegan(
      String told, String damaged, long from, long to, String rows) throws IOException {
    try (CandleStore store = new CandleStore(root)) {
      store.mergeBook(ID, book(told), share -> {});
      if (Files.exists(file("book", "day=" + damaged))) {
        damage("book", damaged);
      }
      BookColumns read = store.readBook(ID, at(from), at(to));
      String text =
          IntStream.range(0, read.size())
              .mapToObj(i ->
                  (read.timeNs(i) - FEB_28) / HOUR_NS
                      + (read.begins(i) ? "+" : "=")
                      + read.price(i) / (read.priceScale() == 0 ? 1 : 10))
              .collect(Collectors.joining(" "));
      assertThat(text).isEqualTo(rows);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0+9 25=8 50=7     | 3 | 0",
        "0+9 1? 25+8 50=7  | 4 | 1",
        "0+9 1? 25? 50?    | 4 | 0",
        "0+9 25+8 50=7 60? | 4 | 0",
        "0+9 1? 25+8 49? 50+7 | 5 | 2",
      })
  void aListTellsRowsAndGapsOfAllDays(String told, long rows, long gaps) {
    try (CandleStore store = new CandleStore(root)) {
      store.mergeBook(ID, book(told), share -> {});
      SeriesInfo info = store.contents().series().getFirst();
      assertThat(List.of(info.rows(), info.gaps())).containsExactly(rows, gaps);
      assertThat(info.firstNs()).isEqualTo(at(0));
      assertThat(info.lastNs()).isEqualTo(at(Long.parseLong(told.replaceAll(".* |[=+?].*", ""))));
    }
  }

  @Test
  void whatAnEarlierVersionWroteByMonthIsRefusedByName() throws IOException {
    Path month = file("trades", "month=2024-02");
    Files.createDirectories(month.resolveSibling(""));
    Files.writeString(month, "PAR1");
    try (CandleStore store = new CandleStore(root)) {
      for (Runnable use :
          List.<Runnable>of(
              () -> store.readTrades(ID, TradeKind.TRADES, at(0), at(9)),
              () -> store.mergeTrades(ID, TradeKind.TRADES, trades("0:1")))) {
        assertThatThrownBy(use::run)
            .isInstanceOf(StoreException.class)
            .hasMessageContainingAll("kind=trades", "earlier version", "data delete");
      }
      assertThat(store.contents().damaged()).hasSize(1);
      assertThat(store.delete(ID, "trades")).isTrue();
      assertThat(store.mergeTrades(ID, TradeKind.TRADES, trades("0:1")).added()).isEqualTo(1);
    }
  }
}
