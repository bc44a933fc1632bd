package io.tradewind.store.importer;

import io.tradewind.core.market.BookColumns;
import io.tradewind.store.series.BookRows;
import io.tradewind.store.series.CandleSorter;
import io.tradewind.store.series.CandleValues;
import io.tradewind.store.series.Decimals;
import io.tradewind.store.series.FundingRows;
import io.tradewind.store.series.FundingSorter;
import io.tradewind.store.series.TradeKind;
import io.tradewind.store.series.TradeRows;
import io.tradewind.store.series.TradeSorter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the layout of each part and turns its records into candles, trades, fundings or a book. */
final class RowRouter implements RecordSink {
  private static final int MAX_PREAMBLE = 5;

  private final ImportLog log;
  private final Optional<ColumnMapping> mapping;
  private final Optional<DataKind> guess;
  private final SymbolFilter symbols;
  private final CandleSorter candles = new CandleSorter();
  private final TradeSorter trades = new TradeSorter();
  private final FundingSorter fundings = new FundingSorter();
  private final BookRows book = new BookRows(16);
  private final TickRouter ticks;
  private Optional<Layout> layout = Optional.empty();
  private Optional<TradeKind> tradeKind = Optional.empty();
  private int preamble;
  private long records;
  private String firstRecord = "";
  private String[] lastNames = {};

  RowRouter(
      ImportLog log,
      Optional<ColumnMapping> mapping,
      Optional<DataKind> guess,
      SymbolFilter symbols,
      TickRouter ticks) {
    this.log = log;
    this.mapping = mapping;
    this.guess = guess;
    this.symbols = symbols;
    this.ticks = ticks;
  }

  CandleSorter candles() {
    return candles;
  }

  TradeSorter trades() {
    return trades;
  }

  FundingSorter fundings() {
    return fundings;
  }

  /** Rows of a book, in messages that are whole. */
  BookRows book() {
    return book.wholeMessages();
  }

  /** What was recorded of streams. */
  TickRouter ticks() {
    return ticks;
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
    lastNames = new String[0];
    preamble = 0;
  }

  @Override
  public void broken(long line, String reason) {
    records++;
    log.broken(line, reason);
  }

  @Override
  public void message(long line, String text) {
    records++;
    ticks.accept(line, text);
  }

  @Override
  public void truncated(long line, String reason) {
    log.truncated(line, reason);
  }

  @Override
  public void accept(long line, String[] fields) {
    if (lastNames.length > 0) {
      layout = Optional.empty();
      lastNames = new String[0];
    }
    if (records++ == 0) {
      firstRecord = String.join(",", fields);
    }
    if (layout.isEmpty()) {
      layout = Layout.find(fields, mapping, guess).filter(this::isTrusted);
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
    take(layout.orElseThrow(), line, fields);
  }

  /** Two numbers may be anything where a header before them was not understood. */
  private boolean isTrusted(Layout found) {
    boolean guessed = !found.header() && mapping.isEmpty();
    return !guessed || preamble == 0 || found.kind() != DataKind.FUNDING;
  }

  /** The names of each record stand for themselves, so that a strange one breaks no other. */
  @Override
  public void accept(long line, String[] names, String[] fields) {
    if (records++ == 0) {
      firstRecord = String.join(",", names);
    }
    if (!Arrays.equals(names, lastNames)) {
      lastNames = names;
      layout = Layout.ofNames(names, mapping, guess);
    }
    if (layout.isEmpty()) {
      log.broken(line, "its fields are not known");
    } else {
      take(layout.orElseThrow(), line, fields);
    }
  }

  private void take(Layout known, long line, String[] fields) {
    try {
      row(known, line, fields);
    } catch (NumberFormatException e) {
      log.broken(line, String.valueOf(e.getMessage()));
    }
  }

  private void row(Layout known, long line, String[] fields) {
    long timeNs = Timestamps.parse(text(known, Field.TIME, fields));
    switch (known.kind()) {
      case CANDLES -> candle(known, line, timeNs, fields);
      case TRADES, AGG_TRADES -> trade(known, line, timeNs, fields);
      case FUNDING -> funding(known, line, timeNs, fields);
      case BOOK -> level(known, line, timeNs, fields);
    }
  }

  private void candle(Layout known, long line, long timeNs, String[] fields) {
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
    tradeKind = known.kind().trades();
    TradeRows.Tag tag =
        new TradeRows.Tag(id(known, fields), side(known, fields), receiveTime(known, fields));
    trades.add(timeNs, price, qty, tag, line);
  }

  private void level(Layout known, long line, long timeNs, String[] fields) {
    Decimals.Parsed price = number(known, Field.PRICE, fields);
    Decimals.Parsed qty = number(known, Field.QTY, fields);
    boolean bid =
        known.column(Field.IS_BID) >= 0
            ? flag(known, Field.IS_BID, fields)
            : side(known, fields) == TradeRows.Aggressor.BUYER;
    byte mark =
        BookColumns.flags(bid, flag(known, Field.BEGINS, fields), flag(known, Field.ENDS, fields));
    long receiveNs = receiveTime(known, fields).orElse(timeNs);
    try {
      book.add(new BookRows.Times(timeNs, receiveNs), price, qty, mark);
    } catch (IllegalArgumentException e) {
      log.broken(line, String.valueOf(e.getMessage()));
    }
  }

  private static boolean flag(Layout known, Field field, String[] fields) {
    return text(known, field, fields).matches("1|(?i)true");
  }

  private static OptionalLong receiveTime(Layout known, String[] fields) {
    int column = known.column(Field.RECEIVE_TIME);
    return column < 0 || column >= fields.length || fields[column].isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(Timestamps.parse(fields[column]));
  }

  private void funding(Layout known, long line, long timeNs, String[] fields) {
    Decimals.Parsed rate = number(known, Field.RATE, fields);
    Optional<String> problem = FundingRows.problem(timeNs, rate);
    if (problem.isEmpty() && isCandle(known, rate, fields)) {
      problem = Optional.of("this is a candle and no funding, whose high is 0 or its rate");
    }
    if (problem.isEmpty() && known.column(Field.SYMBOL) >= 0) {
      problem = symbols.problem(text(known, Field.SYMBOL, fields));
    }
    if (problem.isPresent()) {
      log.broken(line, problem.orElseThrow());
    } else {
      fundings.add(timeNs, rate, line);
    }
  }

  /** Whether a rate that stands for the open has a high of its own beside it. */
  private static boolean isCandle(Layout known, Decimals.Parsed rate, String[] fields) {
    if (known.column(Field.RATE) != known.column(Field.OPEN) || known.column(Field.HIGH) < 0) {
      return false;
    }
    Decimals.Parsed high = number(known, Field.HIGH, fields);
    return high.mantissa() != 0 && !high.equals(rate);
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
    if (known.column(Field.BUYER_IS_AGGRESSOR) >= 0) {
      return switch (text(known, Field.BUYER_IS_AGGRESSOR, fields).toLowerCase(Locale.ROOT)) {
        case "true", "1" -> TradeRows.Aggressor.BUYER;
        case "false", "0" -> TradeRows.Aggressor.SELLER;
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
