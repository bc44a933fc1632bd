package io.tradewind.store.importer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a part holds what.
 *
 * @param columns field to column, from 0
 * @param kind what such records are
 * @param header whether the record it was found in is a header
 */
record Layout(Map<Field, Integer> columns, DataKind kind, boolean header) {
  private static final List<Field> CANDLE =
      List.of(Field.TIME, Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE, Field.VOLUME);
  private static final List<Field> TRADE = List.of(Field.TIME, Field.PRICE, Field.QTY);
  private static final List<Field> BOOK =
      List.of(Field.TIME, Field.RECEIVE_TIME, Field.PRICE, Field.QTY, Field.BEGINS, Field.ENDS);
  private static final List<Field> FUNDING = List.of(Field.TIME, Field.RATE);

  /** The layout that a first record shows; empty if it shows none. */
  static Optional<Layout> find(
      String[] record, Optional<ColumnMapping> mapping, Optional<DataKind> guess) {
    if (isHeader(record)) {
      return ofNames(record, mapping, guess);
    }
    return mapping.isPresent()
        ? mapped(record, mapping.orElseThrow(), false, guess)
        : unnamed(record, guess);
  }

  /** The layout that names of fields show; empty if they show none. */
  static Optional<Layout> ofNames(
      String[] names, Optional<ColumnMapping> mapping, Optional<DataKind> guess) {
    return mapping.isPresent()
        ? mapped(names, mapping.orElseThrow(), true, guess)
        : named(names, guess);
  }

  /** A column's number. */
  int column(Field field) {
    return columns.getOrDefault(field, -1);
  }

  /** Whether a record is a header: no field is a number or a time. */
  static boolean isHeader(String[] record) {
    for (String field : record) {
      if (!field.isEmpty()
          && (Character.isDigit(field.charAt(0)) || Timestamps.looksLikeTime(field))) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Layout> mapped(
      String[] record, ColumnMapping mapping, boolean header, Optional<DataKind> guess) {
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    for (Map.Entry<Field, String> entry : mapping.columns().entrySet()) {
      int column = indexOf(record, entry.getValue(), header);
      if (column < 0) {
        return Optional.empty();
      }
      columns.put(entry.getKey(), column);
    }
    return columns.containsKey(Field.RATE)
        ? complete(columns, FUNDING, DataKind.FUNDING, header)
        : complete(columns, header, guess);
  }

  private static int indexOf(String[] record, String column, boolean header) {
    if (column.matches("[0-9]{1,4}")) {
      return Integer.parseInt(column);
    }
    for (int i = 0; header && i < record.length; i++) {
      if (record[i].equalsIgnoreCase(column)) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<Layout> named(String[] record, Optional<DataKind> guess) {
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      int found = named(record, field);
      if (found >= 0) {
        columns.put(field, found);
      }
    }
    if (guess.equals(Optional.of(DataKind.FUNDING))) {
      return funding(columns);
    }
    boolean aggregated =
        java.util.Arrays.stream(record).anyMatch(name -> Field.plain(name).startsWith("aggtrade"));
    return complete(columns, true, aggregated ? Optional.of(DataKind.AGG_TRADES) : guess);
  }

  private static int named(String[] record, Field field) {
    for (String alias : field.aliases()) {
      for (int i = 0; i < record.length; i++) {
        if (Field.plain(record[i]).equals(alias)) {
          return i;
        }
      }
    }
    return -1;
  }

  /** Where no column is called a rate it is the open, as freqtrade has it beside zeros. */
  private static Optional<Layout> funding(Map<Field, Integer> columns) {
    if (!columns.containsKey(Field.RATE) && columns.containsKey(Field.OPEN)) {
      columns.put(Field.RATE, columns.getOrDefault(Field.OPEN, -1));
    }
    return complete(columns, FUNDING, DataKind.FUNDING, true);
  }

  private static Optional<Layout> complete(
      Map<Field, Integer> columns, boolean header, Optional<DataKind> guess) {
    DataKind trades = guess.filter(kind -> kind.trades().isPresent()).orElse(DataKind.TRADES);
    return complete(columns, CANDLE, DataKind.CANDLES, header)
        .or(() -> complete(columns, BOOK, DataKind.BOOK, header))
        .or(() -> complete(columns, TRADE, trades, header))
        .or(() -> complete(columns, FUNDING, DataKind.FUNDING, header));
  }

  private static Optional<Layout> complete(
      Map<Field, Integer> columns, List<Field> needed, DataKind kind, boolean header) {
    return columns.keySet().containsAll(needed)
        ? Optional.of(new Layout(columns, kind, header))
        : Optional.empty();
  }

  /** Binance Vision and Bitcoincharts without a header, told apart by where the flag stands. */
  private static Optional<Layout> unnamed(String[] record, Optional<DataKind> guess) {
    if (guess.equals(Optional.of(DataKind.FUNDING))) {
      return unnamedFunding(record);
    }
    if (isFlag(record, 6)
        && Timestamps.looksLikeTime(record[5])
        && guess.orElse(DataKind.AGG_TRADES) == DataKind.AGG_TRADES) {
      return Optional.of(
          trades(
              DataKind.AGG_TRADES,
              Map.of(
                  Field.ID,
                  0,
                  Field.PRICE,
                  1,
                  Field.QTY,
                  2,
                  Field.TIME,
                  5,
                  Field.BUYER_IS_MAKER,
                  6)));
    }
    if (isFlag(record, 5) && Timestamps.looksLikeTime(record[4])) {
      return Optional.of(
          trades(
              DataKind.TRADES,
              Map.of(
                  Field.ID,
                  0,
                  Field.PRICE,
                  1,
                  Field.QTY,
                  2,
                  Field.TIME,
                  4,
                  Field.BUYER_IS_MAKER,
                  5)));
    }
    if (record.length == 3 && Timestamps.looksLikeTime(record[0])) {
      return Optional.of(
          trades(DataKind.TRADES, Map.of(Field.TIME, 0, Field.PRICE, 1, Field.QTY, 2)));
    }
    if (record.length >= 6) {
      Map<Field, Integer> columns = new EnumMap<>(Field.class);
      for (int i = 0; i < CANDLE.size(); i++) {
        columns.put(CANDLE.get(i), i);
      }
      return Optional.of(new Layout(columns, DataKind.CANDLES, false));
    }
    return Optional.empty();
  }

  /** Time, hours and rate of Binance Vision; else the rate stands behind the time. */
  private static Optional<Layout> unnamedFunding(String[] record) {
    if (record.length < 2 || !Timestamps.looksLikeTime(record[0])) {
      return Optional.empty();
    }
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    columns.put(Field.TIME, 0);
    columns.put(Field.RATE, record.length == 3 ? 2 : 1);
    if (record.length >= CANDLE.size()) {
      columns.put(Field.OPEN, 1);
      columns.put(Field.HIGH, 2);
    }
    return Optional.of(new Layout(columns, DataKind.FUNDING, false));
  }

  private static Layout trades(DataKind kind, Map<Field, Integer> columns) {
    return new Layout(columns, kind, false);
  }

  private static boolean isFlag(String[] record, int column) {
    return column < record.length
        && (record[column].equalsIgnoreCase("true") || record[column].equalsIgnoreCase("false"));
  }
}
