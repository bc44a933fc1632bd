package io.tradewind.store.catalog;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * DuckDB in memory, opened when it is first needed, since that takes half a second. It reads and
 * writes files and nothing else: no extension is installed or loaded, so it has no network.
 */
final class DuckDb implements AutoCloseable {
  private @Nullable DuckDBConnection connection;

  /** Whether it was needed so far. */
  boolean isOpen() {
    return connection != null;
  }

  DuckDBConnection connection() throws SQLException {
    DuckDBConnection open = connection;
    if (open == null) {
      open = open();
      connection = open;
    }
    return open;
  }

  /** A path as an SQL literal. */
  static String literal(Object path) {
    return "'" + path.toString().replace("'", "''") + "'";
  }

  @Override
  public void close() {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException("DuckDB did not close", e);
      }
      connection = null;
    }
  }

  private static DuckDBConnection open() throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("autoinstall_known_extensions", "false");
    settings.setProperty("autoload_known_extensions", "false");
    settings.setProperty("allow_community_extensions", "false");
    settings.setProperty("temp_directory", "");
    DuckDBConnection opened =
        DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
    try (Statement statement = opened.createStatement()) {
      statement.execute("SET TimeZone = 'UTC'");
      statement.execute("SET lock_configuration = true");
    }
    return opened;
  }
}
