package io.tradewind.store.importer;

import io.tradewind.analytics.check.Check;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a file holds what, each by its number from 0 or by its name in the header.
 *
 * @param columns field to number or name
 */
public record ColumnMapping(Map<Field, String> columns) {
  /** Copies the map. */
  public ColumnMapping {
    Check.argument(!columns.isEmpty(), "a column mapping names at least one column");
    columns = Map.copyOf(new EnumMap<>(columns));
  }

  /**
   * Reads {@code time=0,open=1,...} or {@code time=Date,open=Open,...}.
   *
   * @throws IllegalArgumentException naming what is allowed
   */
  public static ColumnMapping parse(String text) {
    Map<Field, String> columns = new EnumMap<>(Field.class);
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      Check.argument(
          equals > 0 && equals < part.length() - 1,
          "'%s' is no column mapping: write field=column, such as time=0,open=1",
          part);
      String name = part.substring(0, equals).strip();
      Optional<Field> field = Field.named(name);
      Check.argument(
          field.isPresent(), "'%s' is no field of a mapping, which are %s", name, Field.names());
      columns.put(field.orElseThrow(), part.substring(equals + 1).strip());
    }
    return new ColumnMapping(columns);
  }
}
