package io.tradewind.store.catalog;

import io.tradewind.core.market.BookColumns;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.store.catalog.StoreException.Reason;
import io.tradewind.store.series.BookRows;
import io.tradewind.store.series.CandleRows;
import io.tradewind.store.series.CandleValues;
import io.tradewind.store.series.Decimals;
import io.tradewind.store.series.FundingRows;
import io.tradewind.store.series.TradeRows;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The Parquet files of the store, a schema for each kind. */
final class ParquetFiles {
  /** Of prices and amounts, in all files alike. */
  static final String DECIMAL = "DECIMAL(38,18)";

  private static final String OPTIONS = " (FORMAT PARQUET, COMPRESSION ZSTD)";

  private final DuckDb duck;

  ParquetFiles(DuckDb duck) {
    this.duck = duck;
  }

  CandleRows readCandles(Path file) {
    String sql =
        "SELECT epoch_us(open_time), "
            + parts("open")
            + ", "
            + parts("high")
            + ", "
            + parts("low")
            + ", "
            + parts("close")
            + ", "
            + parts("volume")
            + " FROM "
            + source(file)
            + " ORDER BY open_time";
    CandleRows rows = new CandleRows(1024);
    read(
        file,
        sql,
        row ->
            rows.add(
                Math.multiplyExact(row.getLong(1), 1_000),
                new CandleValues(
                    decimal(row, 2),
                    decimal(row, 4),
                    decimal(row, 6),
                    decimal(row, 8),
                    decimal(row, 10))));
    return rows;
  }

  TradeRows readTrades(Path file) {
    String sql =
        "SELECT epoch_us(time), time_sub_ns, "
            + parts("price")
            + ", "
            + parts("qty")
            + ", id, buyer_is_aggressor, "
            + nanos("receive_time")
            + " FROM "
            + source(file)
            + " ORDER BY row_no";
    TradeRows rows = new TradeRows(1024);
    read(
        file,
        sql,
        row -> {
          long timeNs = Math.multiplyExact(row.getLong(1), 1_000) + row.getLong(2);
          rows.add(timeNs, decimal(row, 3), decimal(row, 5), tag(row));
        });
    return rows;
  }

  BookRows readBook(Path file) {
    String sql =
        "SELECT "
            + nanos("time")
            + ", "
            + nanos("receive_time")
            + ", "
            + parts("price")
            + ", "
            + parts("qty")
            + ", is_bid, begins, ends FROM "
            + source(file)
            + " ORDER BY row_no";
    BookRows rows = new BookRows(1024);
    read(
        file,
        sql,
        row -> {
          byte mark = BookColumns.flags(row.getBoolean(7), row.getBoolean(8), row.getBoolean(9));
          BookRows.Times times = new BookRows.Times(row.getLong(1), row.getLong(2));
          rows.add(times, decimal(row, 3), decimal(row, 5), mark);
        });
    return rows;
  }

  /**
   * How far a file of trades or of a book reaches.
   *
   * @param firstNs time of the first row, 0 without rows
   * @param lastNs time of the last row, 0 without rows
   */
  record Extent(long rows, long firstNs, long lastNs) {}

  Extent extent(Path file) {
    String time = nanos("time");
    String sql = "SELECT count(*), min(" + time + "), max(" + time + ") FROM " + source(file);
    List<Extent> found = new ArrayList<>();
    read(file, sql, row -> found.add(new Extent(row.getLong(1), row.getLong(2), row.getLong(3))));
    return found.getFirst();
  }

  /** Of each row at which a book begins, in order, whether it is known from there. */
  List<Boolean> beginnings(Path file) {
    List<Boolean> known = new ArrayList<>();
    read(
        file,
        "SELECT price > 0, row_no FROM " + source(file) + " WHERE begins ORDER BY row_no",
        row -> known.add(row.getBoolean(1)));
    return known;
  }

  /** Whether the first row of a book's file does not need those before it. */
  boolean beginsAnew(Path file) {
    List<Boolean> anew = new ArrayList<>();
    String sql = "SELECT begins FROM " + source(file) + " ORDER BY row_no LIMIT 1";
    read(file, sql, row -> anew.add(row.getBoolean(1)));
    return !anew.isEmpty() && anew.getFirst();
  }

  /** The trades of a file within {@code [fromNs, toNs)} that have numbers, by those. */
  List<NumberedTrades> numbered(Path file, long fromNs, long toNs) {
    String time = nanos("time");
    String within = time + " >= " + fromNs + " AND " + time + " < " + toNs;
    String sql =
        "SELECT min(id), min(t), max(id), max(t) FROM (SELECT id, t, id - row_number() OVER"
            + " (ORDER BY id) AS stretch FROM (SELECT DISTINCT ON (id) id, "
            + time
            + " AS t FROM "
            + source(file)
            + " WHERE id IS NOT NULL AND "
            + within
            + ")) GROUP BY stretch ORDER BY 1";
    List<NumberedTrades> stretches = new ArrayList<>();
    read(
        file,
        sql,
        row ->
            stretches.add(
                new NumberedTrades(
                    row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4))));
    return stretches;
  }

  FundingRows readFunding(Path file) {
    String sql =
        "SELECT epoch_us(time), " + parts("rate") + " FROM " + source(file) + " ORDER BY time";
    FundingRows rows = new FundingRows(128);
    read(file, sql, row -> rows.add(Math.multiplyExact(row.getLong(1), 1_000), decimal(row, 2)));
    return rows;
  }

  void writeCandles(CandleRows rows, Path file) throws SQLException {
    DuckDBConnection connection = duck.connection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE OR REPLACE TEMP TABLE candle_rows (t BIGINT, o "
              + DECIMAL
              + ", h "
              + DECIMAL
              + ", l "
              + DECIMAL
              + ", c "
              + DECIMAL
              + ", v "
              + DECIMAL
              + ")");
      try (DuckDBAppender out = connection.createAppender("temp", "main", "candle_rows")) {
        for (int i = 0; i < rows.size(); i++) {
          CandleValues values = rows.values(i);
          out.beginRow();
          out.append(micros(rows.openTimeNs(i)));
          append(out, values.open());
          append(out, values.high());
          append(out, values.low());
          append(out, values.close());
          append(out, values.volume());
          out.endRow();
        }
      }
      statement.execute(
          "COPY (SELECT make_timestamptz(t) AS open_time, o AS open, h AS high, l AS low,"
              + " c AS close, v AS volume FROM candle_rows ORDER BY t) TO "
              + DuckDb.literal(file)
              + OPTIONS);
      statement.execute("DROP TABLE candle_rows");
    }
  }

  void writeTrades(TradeRows rows, Path file) throws SQLException {
    DuckDBConnection connection = duck.connection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE OR REPLACE TEMP TABLE trade_rows (n BIGINT, t BIGINT, s SMALLINT, p "
              + DECIMAL
              + ", q "
              + DECIMAL
              + ", id BIGINT, b BOOLEAN, rt BIGINT, rs SMALLINT)");
      try (DuckDBAppender out = connection.createAppender("temp", "main", "trade_rows")) {
        for (int i = 0; i < rows.size(); i++) {
          append(out, rows, i);
        }
      }
      statement.execute(
          "COPY (SELECT make_timestamptz(t) AS time, s AS time_sub_ns, p AS price, q AS qty, id,"
              + " b AS buyer_is_aggressor, make_timestamptz(rt) AS receive_time,"
              + " rs AS receive_time_sub_ns, n AS row_no FROM trade_rows ORDER BY n) TO "
              + DuckDb.literal(file)
              + OPTIONS);
      statement.execute("DROP TABLE trade_rows");
    }
  }

  void writeBook(BookRows rows, Path file) throws SQLException {
    DuckDBConnection connection = duck.connection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE OR REPLACE TEMP TABLE book_rows (n BIGINT, t BIGINT, ts SMALLINT, r BIGINT, rs"
              + " SMALLINT, bid BOOLEAN, p "
              + DECIMAL
              + ", q "
              + DECIMAL
              + ", b BOOLEAN, e BOOLEAN)");
      try (DuckDBAppender out = connection.createAppender("temp", "main", "book_rows")) {
        for (int i = 0; i < rows.size(); i++) {
          append(out, rows, i);
        }
      }
      statement.execute(
          "COPY (SELECT make_timestamptz(t) AS time, ts AS time_sub_ns, make_timestamptz(r) AS"
              + " receive_time, rs AS receive_time_sub_ns, bid AS is_bid, p AS price, q AS qty,"
              + " b AS begins, e AS ends, n AS row_no FROM book_rows ORDER BY n) TO "
              + DuckDb.literal(file)
              + OPTIONS);
      statement.execute("DROP TABLE book_rows");
    }
  }

  private static void append(DuckDBAppender out, BookRows rows, int row) throws SQLException {
    out.beginRow();
    out.append((long) row);
    out.append(micros(rows.timeNs(row)));
    out.append(subNs(rows.timeNs(row)));
    out.append(micros(rows.receiveTimeNs(row)));
    out.append(subNs(rows.receiveTimeNs(row)));
    out.append(rows.isBid(row));
    append(out, rows.price(row));
    append(out, rows.qty(row));
    out.append(rows.begins(row));
    out.append(rows.ends(row));
    out.endRow();
  }

  void writeFunding(FundingRows rows, Path file) throws SQLException {
    DuckDBConnection connection = duck.connection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE OR REPLACE TEMP TABLE funding_rows (t BIGINT, r " + DECIMAL + ")");
      try (DuckDBAppender out = connection.createAppender("temp", "main", "funding_rows")) {
        for (int i = 0; i < rows.size(); i++) {
          out.beginRow();
          out.append(micros(rows.timeNs(i)));
          append(out, rows.rate(i));
          out.endRow();
        }
      }
      statement.execute(
          "COPY (SELECT make_timestamptz(t) AS time, r AS rate FROM funding_rows ORDER BY t) TO "
              + DuckDb.literal(file)
              + OPTIONS);
      statement.execute("DROP TABLE funding_rows");
    }
  }

  /** One file out of many of the same schema, in their order. */
  void copy(List<Path> files, Path target) throws SQLException {
    String list = files.stream().map(DuckDb::literal).collect(Collectors.joining(", "));
    try (Statement statement = duck.connection().createStatement()) {
      statement.execute(
          "COPY (SELECT * FROM read_parquet(["
              + list
              + "], hive_partitioning = false, union_by_name = true)) TO "
              + DuckDb.literal(target)
              + OPTIONS);
    }
  }

  private interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  private void read(Path file, String sql, RowTaker taker) {
    try (Statement statement = duck.connection().createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        taker.take(result);
      }
    } catch (SQLException | IllegalArgumentException | ArithmeticException e) {
      throw unreadable(file, e);
    }
  }

  static StoreException unreadable(Path file, Exception cause) {
    if (!Files.isReadable(file)) {
      return new StoreException(
          Reason.NOT_READABLE,
          "can't read " + file + ": the system refuses; check its rights",
          new IOException(cause));
    }
    return new StoreException(
        Reason.CORRUPT_FILE,
        "the Parquet file "
            + file
            + " is damaged ("
            + AtomicFile.firstLine(cause)
            + "); delete that file and import its rows again: ./tradewind data import <file>",
        cause);
  }

  private static String source(Path file) {
    return "read_parquet(" + DuckDb.literal(file) + ", hive_partitioning = false)";
  }

  /** A decimal in two 64-bit halves, which JDBC hands over without a big number for each. */
  private static String parts(String column) {
    return "trunc("
        + column
        + ")::BIGINT, ("
        + column
        + " - trunc("
        + column
        + "))::DECIMAL(18,18)";
  }

  private static Decimals.Parsed decimal(ResultSet row, int column) throws SQLException {
    long whole = row.getLong(column);
    BigDecimal rest = row.getBigDecimal(column + 1);
    if (rest == null) {
      throw new IllegalArgumentException("a value is missing in column " + column);
    }
    long fraction = rest.unscaledValue().longValueExact();
    int decimals = Decimals.MAX_DECIMALS;
    while (decimals > 0 && fraction % 10 == 0) {
      fraction /= 10;
      decimals--;
    }
    long mantissa = Math.addExact(Math.multiplyExact(whole, FixedPoint.pow10(decimals)), fraction);
    return new Decimals.Parsed(mantissa, decimals);
  }

  private static TradeRows.Tag tag(ResultSet row) throws SQLException {
    return new TradeRows.Tag(number(row, 7), aggressor(row, 8), number(row, 9));
  }

  private static OptionalLong number(ResultSet row, int column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }

  private static TradeRows.Aggressor aggressor(ResultSet row, int column) throws SQLException {
    boolean buyer = row.getBoolean(column);
    if (row.wasNull()) {
      return TradeRows.Aggressor.UNKNOWN;
    }
    return buyer ? TradeRows.Aggressor.BUYER : TradeRows.Aggressor.SELLER;
  }

  /** A time whose rest under a microsecond has a column of its own. */
  private static String nanos(String column) {
    return "epoch_us(" + column + ") * 1000 + " + column + "_sub_ns";
  }

  private static void append(DuckDBAppender out, TradeRows rows, int row) throws SQLException {
    TradeRows.Tag tag = rows.tag(row);
    out.beginRow();
    out.append((long) row);
    out.append(micros(rows.timeNs(row)));
    out.append(subNs(rows.timeNs(row)));
    append(out, rows.price(row));
    append(out, rows.qty(row));
    if (tag.id().isPresent()) {
      out.append(tag.id().getAsLong());
    } else {
      out.appendNull();
    }
    switch (tag.aggressor()) {
      case BUYER -> out.append(true);
      case SELLER -> out.append(false);
      case UNKNOWN -> out.appendNull();
    }
    if (tag.receiveTimeNs().isPresent()) {
      out.append(micros(tag.receiveTimeNs().getAsLong()));
      out.append(subNs(tag.receiveTimeNs().getAsLong()));
    } else {
      out.appendNull();
      out.appendNull();
    }
    out.endRow();
  }

  private static void append(DuckDBAppender out, Decimals.Parsed value) throws SQLException {
    long factor = FixedPoint.pow10(Decimals.MAX_DECIMALS - value.decimals());
    out.appendDecimal(value.mantissa() * factor, Math.multiplyHigh(value.mantissa(), factor));
  }

  private static short subNs(long timeNs) {
    return (short) Math.floorMod(timeNs, 1_000L);
  }

  private static long micros(long timeNs) {
    return Math.floorDiv(timeNs, 1_000L);
  }
}
