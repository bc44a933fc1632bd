package io.tradewind.store.records;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Statements that are to be run in one go. Those of a table keep their order; no statement looks at
 * another table, so that those of different tables may change places and be sent together.
 */
final class Batch {
  private final Map<String, List<Statement>> byTable = new LinkedHashMap<>();

  private record Statement(String sql, List<Object> values) {}

  /** A statement about a table. */
  void add(String table, String sql, Object... values) {
    byTable
        .computeIfAbsent(table, name -> new ArrayList<>())
        .add(new Statement(sql, List.of(values)));
  }

  /** A row. */
  void insert(String table, String columns, Object... values) {
    add(table, insertion(table, columns, values.length), values);
  }

  private static String insertion(String table, String columns, int values) {
    return "INSERT INTO %s (%s) VALUES (?%s)".formatted(table, columns, ", ?".repeat(values - 1));
  }

  /** A row, or a change to the one that has its key. */
  void upsert(String table, String columns, String onConflict, Object... values) {
    add(table, insertion(table, columns, values.length) + " ON CONFLICT " + onConflict, values);
  }

  void run(Connection connection) throws SQLException {
    for (List<Statement> statements : byTable.values()) {
      int from = 0;
      while (from < statements.size()) {
        int to = from + 1;
        String sql = statements.get(from).sql();
        while (to < statements.size() && statements.get(to).sql().equals(sql)) {
          to++;
        }
        run(connection, sql, statements.subList(from, to));
        from = to;
      }
    }
  }

  private static void run(Connection connection, String sql, List<Statement> statements)
      throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(sql)) {
      for (Statement statement : statements) {
        for (int i = 0; i < statement.values().size(); i++) {
          set(prepared, i + 1, statement.values().get(i));
        }
        prepared.addBatch();
      }
      prepared.executeBatch();
    }
  }

  private static void set(PreparedStatement prepared, int at, Object value) throws SQLException {
    switch (value) {
      case Long number -> prepared.setLong(at, number);
      case Integer number -> prepared.setInt(at, number);
      case Boolean flag -> prepared.setBoolean(at, flag);
      case String text -> prepared.setString(at, storable(text));
      case OptionalLong number when number.isPresent() -> prepared.setLong(at, number.getAsLong());
      case OptionalLong _ -> prepared.setNull(at, Types.BIGINT);
      case Optional<?> text when text.isPresent() ->
          prepared.setString(at, storable(String.valueOf(text.get())));
      case Optional<?> _ -> prepared.setNull(at, Types.VARCHAR);
      default -> throw new IllegalArgumentException("no column takes a " + value.getClass());
    }
  }

  /** PostgreSQL keeps neither the character 0 nor half of a pair; the audit has the text itself. */
  static String storable(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .map(c ->
            c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xfffd : c)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
