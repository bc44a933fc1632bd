package io.tradewind.store.importer;

import io.tradewind.store.series.CandleSorter;
import io.tradewind.store.series.CandleValues;
import io.tradewind.store.series.Decimals;
import io.tradewind.store.series.TradeKind;
import io.tradewind.store.series.TradeRows;
import io.tradewind.store.series.TradeSorter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the layout of each part and turns its records into candles or trades. */
final class RowRouter implements RecordSink {
  private static final int MAX_PREAMBLE = 5;

  private final ImportLog log;
  private final Optional<ColumnMapping> mapping;
  private final Optional<TradeKind> guess;
  private final CandleSorter candles = new CandleSorter();
  private final TradeSorter trades = new TradeSorter();
  private Optional<Layout> layout = Optional.empty();
  private Optional<TradeKind> tradeKind = Optional.empty();
  private int preamble;
  private long records;
  private String firstRecord = "";

  RowRouter(ImportLog log, Optional<ColumnMapping> mapping, Optional<TradeKind> guess) {
    this.log = log;
    this.mapping = mapping;
    this.guess = guess;
  }

  CandleSorter candles() {
    return candles;
  }

  TradeSorter trades() {
    return trades;
  }

  /** The kind of the trades; empty if there were none. */
  Optional<TradeKind> tradeKind() {
    return tradeKind;
  }

  /** Whether any part showed its layout. */
  boolean knowsLayout() {
    return layout.isPresent();
  }

  /** Records and broken lines seen. */
  long records() {
    return records;
  }

  /** The first record as it stands, for a message. */
  String firstRecord() {
    return firstRecord;
  }

  @Override
  public void begin(String part) {
    log.enter(part);
    layout = Optional.empty();
    preamble = 0;
  }

  @Override
  public void broken(long line, String reason) {
    records++;
    log.broken(line, reason);
  }

  @Override
  public void truncated(long line, String reason) {
    log.truncated(line, reason);
  }

  @Override
  public void accept(long line, String[] fields) {
    if (records++ == 0) {
      firstRecord = String.join(",", fields);
    }
    if (layout.isEmpty()) {
      layout = Layout.find(fields, mapping, guess);
      if (layout.isEmpty()) {
        if (preamble++ < MAX_PREAMBLE) {
          log.broken(line, "its columns are not known");
        }
        return;
      }
      if (layout.orElseThrow().header()) {
        return;
      }
    }
    try {
      row(layout.orElseThrow(), line, fields);
    } catch (NumberFormatException e) {
      log.broken(line, String.valueOf(e.getMessage()));
    }
  }

  private void row(Layout known, long line, String[] fields) {
    long timeNs = Timestamps.parse(text(known, Field.TIME, fields));
    if (known.tradeKind().isPresent()) {
      trade(known, line, timeNs, fields);
      return;
    }
    CandleValues values =
        new CandleValues(
            number(known, Field.OPEN, fields),
            number(known, Field.HIGH, fields),
            number(known, Field.LOW, fields),
            number(known, Field.CLOSE, fields),
            number(known, Field.VOLUME, fields));
    Optional<String> problem = values.problem();
    if (problem.isPresent()) {
      log.broken(line, problem.orElseThrow());
    } else {
      candles.add(timeNs, values, line);
    }
  }

  private void trade(Layout known, long line, long timeNs, String[] fields) {
    Decimals.Parsed price = number(known, Field.PRICE, fields);
    Decimals.Parsed qty = number(known, Field.QTY, fields);
    if (price.mantissa() <= 0 || qty.mantissa() <= 0) {
      log.broken(line, "price and quantity must be above 0");
      return;
    }
    tradeKind = known.tradeKind();
    trades.add(timeNs, price, qty, new TradeRows.Tag(id(known, fields), side(known, fields)), line);
  }

  private static OptionalLong id(Layout known, String[] fields) {
    if (known.column(Field.ID) < 0) {
      return OptionalLong.empty();
    }
    String id = text(known, Field.ID, fields);
    return id.matches("[0-9]{1,18}") ? OptionalLong.of(Long.parseLong(id)) : OptionalLong.empty();
  }

  private static TradeRows.Aggressor side(Layout known, String[] fields) {
    if (known.column(Field.BUYER_IS_MAKER) >= 0) {
      return switch (text(known, Field.BUYER_IS_MAKER, fields).toLowerCase(Locale.ROOT)) {
        case "true", "1" -> TradeRows.Aggressor.SELLER;
        case "false", "0" -> TradeRows.Aggressor.BUYER;
        default -> TradeRows.Aggressor.UNKNOWN;
      };
    }
    if (known.column(Field.SIDE) >= 0) {
      return switch (text(known, Field.SIDE, fields).toLowerCase(Locale.ROOT)) {
        case "buy", "b", "bid" -> TradeRows.Aggressor.BUYER;
        case "sell", "s", "ask" -> TradeRows.Aggressor.SELLER;
        default -> TradeRows.Aggressor.UNKNOWN;
      };
    }
    return TradeRows.Aggressor.UNKNOWN;
  }

  private static Decimals.Parsed number(Layout known, Field field, String[] fields) {
    return Decimals.parse(text(known, field, fields));
  }

  private static String text(Layout known, Field field, String[] fields) {
    int column = known.column(field);
    if (column >= fields.length) {
      throw new NumberFormatException(
          "there are "
              + fields.length
              + " columns, and "
              + field.name().toLowerCase(Locale.ROOT)
              + " is missing");
    }
    return fields[column];
  }
}
