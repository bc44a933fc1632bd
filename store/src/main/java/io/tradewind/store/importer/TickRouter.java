package io.tradewind.store.importer;

import io.tradewind.core.instrument.Market;
import io.tradewind.store.series.BookRows;
import io.tradewind.store.series.Decimals;
import io.tradewind.store.series.TradeKind;
import io.tradewind.store.series.TradeRows;
import io.tradewind.store.series.TradeSorter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns the messages of a recording into trades and a book. */
final class TickRouter {
  private final ImportLog log;
  private final SymbolFilter symbols;
  private final TradeSorter trades = new TradeSorter();
  private final TradeSorter aggTrades = new TradeSorter();
  private final TickBook book;
  private Optional<Market> market = Optional.empty();
  private long messages;
  private long passedBy;
  private long latestNs = Long.MIN_VALUE;

  TickRouter(ImportLog log, SymbolFilter symbols, boolean bookFromUpdates) {
    this.log = log;
    this.symbols = symbols;
    book = new TickBook(bookFromUpdates, log);
  }

  /** Takes a line. */
  void accept(long line, String text) {
    messages++;
    try {
      take(line, TickMessage.parse(text));
    } catch (NumberFormatException | ArithmeticException e) {
      log.broken(line, String.valueOf(e.getMessage()));
    }
  }

  /** Lines seen. */
  long messages() {
    return messages;
  }

  /** The market whose streams these are, where they show it. */
  Optional<Market> market() {
    return market;
  }

  long passedBy() {
    return passedBy;
  }

  BookNotes bookNotes() {
    return book.notes();
  }

  BookRows book() {
    return book.finish();
  }

  /** Trades by kind, in order of time. */
  List<TradesOfKind> trades() {
    List<TradesOfKind> found = new ArrayList<>();
    if (trades.size() > 0) {
      found.add(new TradesOfKind(TradeKind.TRADES, trades.finish(log)));
    }
    if (aggTrades.size() > 0) {
      found.add(new TradesOfKind(TradeKind.AGG_TRADES, aggTrades.finish(log)));
    }
    return found;
  }

  /** Trades of one kind. */
  record TradesOfKind(TradeKind kind, TradeRows rows) {}

  private void take(long line, TickMessage message) {
    Optional<String> problem = message.find("s").flatMap(symbols::problem);
    if (problem.isPresent()) {
      log.broken(line, problem.orElseThrow());
      return;
    }
    if (message.receiveNs() < latestNs) {
      log.outOfOrder(line);
    }
    latestNs = Math.max(latestNs, message.receiveNs());
    switch (message.kind()) {
      case DEPTH_UPDATE -> {
        market = Optional.of(message.has("pu") ? Market.PERP : Market.SPOT);
        book.update(line, message);
      }
      case SNAPSHOT -> book.snapshot(message);
      case TRADE -> trade(line, message, trades, "t");
      case AGG_TRADE -> trade(line, message, aggTrades, "a");
      case OTHER -> passedBy++;
    }
  }

  private void trade(long line, TickMessage message, TradeSorter into, String id) {
    Decimals.Parsed price = Decimals.parse(message.text("p"));
    Decimals.Parsed qty = Decimals.parse(message.text("q"));
    if (message.find("X").equals(Optional.of("NA"))) {
      passedBy++; // Binance sends trades of nothing at no price so marked.
      return;
    }
    if (price.mantissa() <= 0 || qty.mantissa() <= 0) {
      throw new NumberFormatException("price and quantity must be above 0");
    }
    boolean buyerRested = Boolean.parseBoolean(message.text("m"));
    long timeNs =
        message.timeNs().orElseThrow(() -> new NumberFormatException("the field T is missing"));
    TradeRows.Tag tag =
        new TradeRows.Tag(
            OptionalLong.of(message.number(id)),
            buyerRested ? TradeRows.Aggressor.SELLER : TradeRows.Aggressor.BUYER,
            OptionalLong.of(message.receiveNs()));
    into.add(timeNs, price, qty, tag, line);
  }
}
