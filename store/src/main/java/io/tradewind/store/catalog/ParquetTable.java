package io.tradewind.store.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file of whatever columns as text, for the importer. Times come as nanoseconds since
 * 1970, UTC where they have no zone; a rest under a microsecond that the store keeps in a column of
 * its own is added to them. Everything else is written as DuckDB writes it.
 */
public final class ParquetTable {
  private static final String REST = "_sub_ns";

  private ParquetTable() {}

  /** Takes rows. */
  public interface Rows {
    /**
     * A row.
     *
     * @param number from 1
     * @param names of the columns, the same array for each row
     * @param values as many; empty text where there is none
     */
    void row(long number, String[] names, String[] values);
  }

  /**
   * Hands over all rows in their order.
   *
   * @throws IOException saying why the file is none
   */
  public static void read(Path file, Rows rows) throws IOException {
    String source = "read_parquet(" + DuckDb.literal(file) + ", hive_partitioning = false)";
    try (DuckDb duck = new DuckDb();
        Statement statement = duck.connection().createStatement()) {
      List<String> names = new ArrayList<>();
      List<String> types = new ArrayList<>();
      try (ResultSet columns = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
        while (columns.next()) {
          names.add(columns.getString(1));
          types.add(columns.getString(2));
        }
      }
      List<String> wanted = new ArrayList<>();
      List<String> values = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        if (!isRest(names.get(i), names)) {
          wanted.add(names.get(i));
          values.add(value(names.get(i), types.get(i), names));
        }
      }
      String sql = "SELECT " + String.join(", ", values) + " FROM " + source;
      try (ResultSet result = statement.executeQuery(sql)) {
        hand(result, wanted.toArray(String[]::new), rows);
      }
    } catch (SQLException e) {
      throw new IOException(AtomicFile.firstLine(e), e);
    }
  }

  private static void hand(ResultSet result, String[] names, Rows rows) throws SQLException {
    long number = 0;
    while (result.next()) {
      String[] values = new String[names.length];
      for (int i = 0; i < names.length; i++) {
        @Nullable String value = result.getString(i + 1);
        values[i] = value == null ? "" : value;
      }
      rows.row(++number, names, values);
    }
  }

  private static boolean isRest(String name, List<String> names) {
    return name.endsWith(REST) && names.contains(name.substring(0, name.length() - REST.length()));
  }

  private static String value(String name, String type, List<String> names) {
    String column = quoted(name);
    if (!type.startsWith("TIMESTAMP") && !type.equals("DATE")) {
      return column + "::VARCHAR";
    }
    String nanos = "epoch_ns(" + column + ")";
    boolean hasRest = names.contains(name + REST);
    return "(" + nanos + (hasRest ? " + " + quoted(name + REST) : "") + ")::VARCHAR";
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
