package io.tradewind.store.catalog;

import io.tradewind.store.series.Decimals;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Writes tables that are at hand as Parquet files, in the types of the store's own. The first file
 * opens DuckDB.
 */
public final class ParquetWriter implements AutoCloseable {
  private final DuckDb duck = new DuckDb();

  /**
   * Writes one file, rows in their order. A file that is there is overwritten, and is not whole
   * until this returns.
   *
   * @param metadata texts by name, for the file's footer
   * @throws IOException if it can't be written
   */
  public void write(Path file, List<TableColumn> columns, int rows, Map<String, String> metadata)
      throws IOException {
    try {
      DuckDBConnection connection = duck.connection();
      try (Statement statement = connection.createStatement()) {
        statement.execute("CREATE OR REPLACE TEMP TABLE written " + types(columns));
        try (DuckDBAppender out = connection.createAppender("temp", "main", "written")) {
          for (int row = 0; row < rows; row++) {
            out.beginRow();
            for (TableColumn column : columns) {
              append(out, column, row);
            }
            out.endRow();
          }
        }
        statement.execute(copy(file, columns, metadata));
        statement.execute("DROP TABLE written");
      }
    } catch (SQLException e) {
      throw new IOException(AtomicFile.firstLine(e), e);
    }
  }

  /** Lets go of DuckDB, if it was needed. */
  @Override
  public void close() {
    duck.close();
  }

  private static String types(List<TableColumn> columns) {
    return IntStream.range(0, columns.size())
        .mapToObj(i -> "c" + i + " " + type(columns.get(i)))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String type(TableColumn column) {
    return switch (column) {
      case TableColumn.Text _ -> "VARCHAR";
      case TableColumn.Time _ -> "BIGINT";
      case TableColumn.SubMicros _ -> "SMALLINT";
      case TableColumn.Amount _ -> ParquetFiles.DECIMAL;
      case TableColumn.Ratio _ -> "DOUBLE";
    };
  }

  private static String copy(Path file, List<TableColumn> columns, Map<String, String> metadata) {
    String fields =
        IntStream.range(0, columns.size())
            .mapToObj(i -> selected(i, columns.get(i)))
            .collect(Collectors.joining(", "));
    String texts =
        metadata.entrySet().stream()
            .map(entry -> DuckDb.literal(entry.getKey()) + ": " + DuckDb.literal(entry.getValue()))
            .collect(Collectors.joining(", ", "{", "}"));
    return "COPY (SELECT "
        + fields
        + " FROM written ORDER BY rowid) TO "
        + DuckDb.literal(file)
        + " (FORMAT PARQUET, COMPRESSION ZSTD"
        + (metadata.isEmpty() ? "" : ", KV_METADATA " + texts)
        + ")";
  }

  private static String selected(int index, TableColumn column) {
    String value =
        column instanceof TableColumn.Time ? "make_timestamptz(c" + index + ")" : "c" + index;
    return value + " AS \"" + column.name() + "\"";
  }

  private static void append(DuckDBAppender out, TableColumn column, int row) throws SQLException {
    switch (column) {
      case TableColumn.Text text -> append(out, text.value().apply(row));
      case TableColumn.Time time ->
          out.append(Math.floorDiv(time.timeNs().applyAsLong(row), 1_000L));
      case TableColumn.SubMicros rest ->
          out.append((short) Math.floorMod(rest.timeNs().applyAsLong(row), 1_000L));
      case TableColumn.Amount amount -> append(out, amount.value().apply(row));
      case TableColumn.Ratio ratio -> append(out, ratio.value().apply(row));
    }
  }

  private static void append(DuckDBAppender out, Optional<String> text) throws SQLException {
    if (text.isPresent()) {
      out.append(text.get());
    } else {
      out.appendNull();
    }
  }

  private static void append(DuckDBAppender out, BigDecimal amount) throws SQLException {
    out.append(amount.setScale(Decimals.MAX_DECIMALS, RoundingMode.HALF_EVEN));
  }

  private static void append(DuckDBAppender out, OptionalDouble ratio) throws SQLException {
    if (ratio.isPresent()) {
      out.append(ratio.getAsDouble());
    } else {
      out.appendNull();
    }
  }
}
