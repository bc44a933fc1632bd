package io.tradewind.store.catalog;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;

/** A column of a table that {@link ParquetWriter} writes: its name, and its value in each row. */
public sealed interface TableColumn {
  /** What readers call it. */
  String name();

  /** Words, or null where there are none. */
  record Text(String name, IntFunction<Optional<String>> value) implements TableColumn {}

  /** An instant, given in epoch nanoseconds and kept in microseconds in UTC, rounded down. */
  record Time(String name, IntToLongFunction timeNs) implements TableColumn {}

  /** What {@link Time} leaves of an instant: nanoseconds, 0 to 999. */
  record SubMicros(String name, IntToLongFunction timeNs) implements TableColumn {}

  /**
   * An exact amount, kept as {@code DECIMAL(38,18)}: further decimals are rounded half to even, and
   * 20 digits before the point are the most.
   */
  record Amount(String name, IntFunction<BigDecimal> value) implements TableColumn {}

  /** A ratio, kept as a double, or null where it is undefined. */
  record Ratio(String name, IntFunction<OptionalDouble> value) implements TableColumn {}
}
