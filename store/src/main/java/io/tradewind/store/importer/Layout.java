package io.tradewind.store.importer;

import io.tradewind.store.series.TradeKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which column of a part holds what.
 *
 * @param columns field to column, from 0
 * @param tradeKind empty for candles
 * @param header whether the record it was found in is a header
 */
record Layout(Map<Field, Integer> columns, Optional<TradeKind> tradeKind, boolean header) {
  private static final List<Field> CANDLE =
      List.of(Field.TIME, Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE, Field.VOLUME);
  private static final List<Field> TRADE = List.of(Field.TIME, Field.PRICE, Field.QTY);

  /** The layout that a first record shows; empty if it shows none. */
  static Optional<Layout> find(
      String[] record, Optional<ColumnMapping> mapping, Optional<TradeKind> guess) {
    boolean header = isHeader(record);
    if (mapping.isPresent()) {
      return mapped(record, mapping.orElseThrow(), header, guess);
    }
    return header ? named(record, guess) : unnamed(record, guess);
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
      String[] record, ColumnMapping mapping, boolean header, Optional<TradeKind> guess) {
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    for (Map.Entry<Field, String> entry : mapping.columns().entrySet()) {
      int column = indexOf(record, entry.getValue(), header);
      if (column < 0) {
        return Optional.empty();
      }
      columns.put(entry.getKey(), column);
    }
    return complete(columns, header, guess);
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

  private static Optional<Layout> named(String[] record, Optional<TradeKind> guess) {
    Map<Field, Integer> columns = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      int found = named(record, field);
      if (found >= 0) {
        columns.put(field, found);
      }
    }
    boolean aggregated =
        java.util.Arrays.stream(record).anyMatch(name -> Field.plain(name).startsWith("aggtrade"));
    return complete(columns, true, aggregated ? Optional.of(TradeKind.AGG_TRADES) : guess);
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

  private static Optional<Layout> complete(
      Map<Field, Integer> columns, boolean header, Optional<TradeKind> guess) {
    if (columns.keySet().containsAll(CANDLE)) {
      return Optional.of(new Layout(columns, Optional.empty(), header));
    }
    if (columns.keySet().containsAll(TRADE)) {
      return Optional.of(new Layout(columns, Optional.of(guess.orElse(TradeKind.TRADES)), header));
    }
    return Optional.empty();
  }

  /** Binance Vision and Bitcoincharts without a header, told apart by where the flag stands. */
  private static Optional<Layout> unnamed(String[] record, Optional<TradeKind> guess) {
    if (isFlag(record, 6)
        && Timestamps.looksLikeTime(record[5])
        && guess.orElse(TradeKind.AGG_TRADES) == TradeKind.AGG_TRADES) {
      return Optional.of(
          trades(
              TradeKind.AGG_TRADES,
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
              TradeKind.TRADES,
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
          trades(TradeKind.TRADES, Map.of(Field.TIME, 0, Field.PRICE, 1, Field.QTY, 2)));
    }
    if (record.length >= 6) {
      Map<Field, Integer> columns = new EnumMap<>(Field.class);
      for (int i = 0; i < CANDLE.size(); i++) {
        columns.put(CANDLE.get(i), i);
      }
      return Optional.of(new Layout(columns, Optional.empty(), false));
    }
    return Optional.empty();
  }

  private static Layout trades(TradeKind kind, Map<Field, Integer> columns) {
    return new Layout(columns, Optional.of(kind), false);
  }

  private static boolean isFlag(String[] record, int column) {
    return column < record.length
        && (record[column].equalsIgnoreCase("true") || record[column].equalsIgnoreCase("false"));
  }
}
