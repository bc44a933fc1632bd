package io.tradewind.store.importer;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.store.catalog.ExportFormat;
import io.tradewind.store.catalog.MergeReport;
import io.tradewind.store.importer.ImportRefused.Reason;
import io.tradewind.store.series.CandleRows;
import io.tradewind.store.series.Decimals;
import io.tradewind.store.series.TradeKind;
import io.tradewind.store.series.TradeRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parquet files as other tools write them. */
final class ParquetImportTest {
  private static final Interval M5 = Interval.parse("5m");
  private static final InstrumentId ID = new InstrumentId("binance", "BTC", "USDT", Market.SPOT);
  private static final String READ =
      "2024-01-01T00:00:00Z 10.5 11 10 10.7 3|2024-01-01T00:05:00Z 10.7 11 10 10.8 4";

  @TempDir Path folder;

  /** Columns {@code t o h l c v} of two candles, as an expression each names and casts them. */
  private Path parquet(String columns) throws SQLException {
    Path file = folder.resolve("a.parquet");
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      statement.execute("SET TimeZone = 'America/New_York'");
      statement.execute(
          "COPY (SELECT "
              + columns
              + " FROM (VALUES (1704067200000::BIGINT, '10.50', '11', '10', '10.7', '3', 7),"
              + " (1704067500000, '10.7', '11', '10', '10.8', '4', 8)) AS r(t, o, h, l, c, v, n)) TO '"
              + file
              + "' (FORMAT PARQUET)");
    }
    return file;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "milliseconds, text ~ t AS open_time, o AS open, h AS high, l AS low, c AS close, v AS volume",
        "microseconds, doubles ~ t * 1000 AS time, o::DOUBLE AS open, h::DOUBLE AS high, l::DOUBLE AS low, c::DOUBLE AS close, v::DOUBLE AS volume",
        "nanoseconds, decimals ~ t * 1000000 AS \"Open Time\", o::DECIMAL(38,18) AS O, h::DECIMAL(10,2) AS H, l::DECIMAL(9,1) AS L, c::DECIMAL(38,18) AS C, v::INTEGER AS V",
        "TIMESTAMP of milliseconds ~ make_timestamp(t * 1000)::TIMESTAMP_MS AS date, o AS open, h AS high, l AS low, c AS close, v AS volume",
        "TIMESTAMP of microseconds ~ make_timestamp(t * 1000) AS date, o AS open, h AS high, l AS low, c AS close, v AS volume",
        "TIMESTAMP of nanoseconds ~ make_timestamp_ns(t * 1000000) AS date, o AS open, h AS high, l AS low, c AS close, v AS volume",
        "TIMESTAMP with zone ~ make_timestamptz(t * 1000) AS date, o AS open, h AS high, l AS low, c AS close, v AS volume",
        "another order, more columns ~ [1, 2] AS list, v AS volume, c AS close, NULL AS nothing, l AS low, h AS high, o AS open, n AS \"quote \"\"volume\", t AS timestamp",
      })
  void candlesOfOtherTools(String rule, String columns) throws SQLException {
    ImportedCandles read =
        (ImportedCandles) Importer.read(parquet(columns), ImportOptions.DEFAULT.withInterval(M5));
    assertThat(text(read.rows())).as(rule).isEqualTo(READ);
    assertThat(read.notes().brokenCount()).isZero();
  }

  @Test
  void columnsMayBeMapped() throws SQLException {
    Path file = parquet("t AS a1, o AS b1, h AS c1, l AS d1, c AS e1, v AS f1");
    ImportOptions options =
        ImportOptions.DEFAULT
            .withInterval(M5)
            .withMapping(ColumnMapping.parse("time=a1,open=b1,high=c1,low=3,close=e1,volume=f1"));
    assertThat(text(((ImportedCandles) Importer.read(file, options)).rows())).isEqualTo(READ);
    assertThat(((ImportRefused) Importer.read(file, ImportOptions.DEFAULT)).reason())
        .isEqualTo(Reason.UNKNOWN_SHAPE);
  }

  @Test
  void aBrokenRowIsNamedAndTheRestKept() throws SQLException {
    Path file =
        parquet(
            "t AS time, o AS open, CASE WHEN n = 8 THEN NULL ELSE h END AS high, l AS low,"
                + " c AS close, v AS volume");
    ImportedCandles read =
        (ImportedCandles) Importer.read(file, ImportOptions.DEFAULT.withInterval(M5));
    assertThat(read.rows().size()).isEqualTo(1);
    assertThat(read.notes().broken())
        .extracting(BrokenLine::toString)
        .containsExactly("a.parquet:2: '' is no number");
  }

  @Test
  void tradesOfOtherTools() throws SQLException {
    Path file =
        parquet(
            "n AS id, o::DOUBLE AS price, v::FLOAT AS amount, make_timestamp(t * 1000) AS timestamp,"
                + " CASE WHEN n = 7 THEN 'buy' ELSE 'sell' END AS side");
    TradeRows rows = ((ImportedTrades) Importer.read(file, ImportOptions.DEFAULT)).rows();
    assertThat(
            IntStream.range(0, rows.size())
                .mapToObj(i ->
                    Utc.format(rows.timeNs(i))
                        + " "
                        + rows.priceValue(i)
                        + " "
                        + rows.qtyValue(i)
                        + " "
                        + rows.tag(i).aggressor()))
        .containsExactly("2024-01-01T00:00:00Z 10.5 3 BUYER", "2024-01-01T00:05:00Z 10.7 4 SELLER");
  }

  @Test
  void anotherStoresCandlesAndTradesAreTheSame() throws SQLException {
    Path candles = folder.resolve("candles.parquet");
    Path trades = folder.resolve("trades.parquet");
    TradeRows rows = new TradeRows(2);
    rows.add(
        1_704_067_200_000_001_999L,
        Decimals.parse("0.000000000000000001"),
        Decimals.parse("123456789.5"),
        new TradeRows.Tag(
            OptionalLong.of(5),
            TradeRows.Aggressor.SELLER,
            OptionalLong.of(1_704_067_200_000_003_001L)));
    rows.add(
        1_704_067_200_000_002_000L,
        Decimals.parse("7"),
        Decimals.parse("1"),
        new TradeRows.Tag(OptionalLong.empty(), TradeRows.Aggressor.UNKNOWN));
    CandleRows two =
        ((ImportedCandles)
                Importer.read(
                    parquet("t AS time, o AS open, h AS high, l AS low, c AS close, v AS volume"),
                    ImportOptions.DEFAULT.withInterval(M5)))
            .rows();
    try (CandleStore store = new CandleStore(folder.resolve("a"))) {
      store.merge(ID, M5, two);
      store.mergeTrades(ID, TradeKind.TRADES, rows);
      store.export(ID, "candles-5m", ExportFormat.PARQUET, candles);
      store.export(ID, "trades", ExportFormat.PARQUET, trades);
      ImportedCandles candlesBack =
          (ImportedCandles) Importer.read(candles, ImportOptions.DEFAULT.withInterval(M5));
      ImportedTrades tradesBack = (ImportedTrades) Importer.read(trades, ImportOptions.DEFAULT);
      assertThat(store.merge(ID, M5, candlesBack.rows())).isEqualTo(new MergeReport(0, 2, 0));
      assertThat(store.mergeTrades(ID, TradeKind.TRADES, tradesBack.rows()))
          .isEqualTo(new MergeReport(0, 2, 0));
      assertThat(tradesBack.rows().tag(0)).isEqualTo(rows.tag(0));
      assertThat(tradesBack.rows().tag(1)).isEqualTo(rows.tag(1));
    }
  }

  /** A trade whose receipt was not known takes it from a recording, and keeps it. */
  @Test
  void receiptIsFilledInOnceAndKept() {
    TradeRows without = new TradeRows(1);
    TradeRows with = new TradeRows(1);
    TradeRows.Tag tag = new TradeRows.Tag(OptionalLong.of(5), TradeRows.Aggressor.SELLER);
    without.add(10, Decimals.parse("1"), Decimals.parse("1"), tag);
    with.add(
        10,
        Decimals.parse("1"),
        Decimals.parse("1"),
        new TradeRows.Tag(tag.id(), tag.aggressor(), OptionalLong.of(77)));
    try (CandleStore store = new CandleStore(folder.resolve("a"))) {
      assertThat(store.mergeTrades(ID, TradeKind.TRADES, without).added()).isEqualTo(1);
      assertThat(store.mergeTrades(ID, TradeKind.TRADES, with)).isEqualTo(new MergeReport(0, 0, 1));
      assertThat(store.mergeTrades(ID, TradeKind.TRADES, without).isChange()).isFalse();
      assertThat(store.readTrades(ID, TradeKind.TRADES, 0, 99).receiveTimeNs(0)).isEqualTo(77);
    }
  }

  @Test
  void aDamagedFileIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("b.parquet"), "PAR1 and then nothing");
    ImportRefused refused = (ImportRefused) Importer.read(file, ImportOptions.DEFAULT);
    assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_SHAPE);
    assertThat(refused.message()).contains("the Parquet file is damaged");
  }

  private static String text(CandleRows rows) {
    return IntStream.range(0, rows.size())
        .mapToObj(i ->
            Utc.format(rows.openTimeNs(i))
                + " "
                + rows.open(i)
                + " "
                + rows.high(i)
                + " "
                + rows.low(i)
                + " "
                + rows.close(i)
                + " "
                + rows.volume(i))
        .collect(Collectors.joining("|"));
  }
}
