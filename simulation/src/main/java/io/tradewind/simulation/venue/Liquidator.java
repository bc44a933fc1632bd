package io.tradewind.simulation.venue;

import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.order.OrderEvent;
import java.util.List;
import java.util.OptionalLong;

/**
 * Takes over positions whose margin is used up: cancels what stands for them, closes them, and says
 * so. An isolated position answers for itself; the cross positions of a book answer together.
 */
final class Liquidator {
  private final VenueAccount[] accounts;
  private final Book[] books;
  private final long[] marks;
  private final VenueListener listener;

  Liquidator(VenueAccount[] accounts, Book[] books, long[] marks, VenueListener listener) {
    this.accounts = accounts;
    this.books = books;
    this.marks = marks;
    this.listener = listener;
  }

  /** Whether anybody holds contracts of an instrument. */
  boolean isWatching(int instrument) {
    for (VenueAccount account : accounts) {
      if (account.hasContracts(instrument)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a range of prices liquidates anybody's contracts. */
  boolean isReached(int instrument, long low, long high, long timeNs) {
    for (VenueAccount account : accounts) {
      if (isReached(account, instrument, low, high, timeNs)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a range of prices liquidates these contracts. */
  boolean isReached(VenueAccount account, int instrument, long low, long high, long timeNs) {
    long worst = account.heldScaled(instrument) > 0 ? low : high;
    return account.hasContracts(instrument) && account.isLiquidatedAt(instrument, worst, timeNs);
  }

  /** Whether the way to an order's price leads over the liquidation of what its book holds. */
  boolean isBefore(RestingOrder order, long price, long timeNs) {
    int instrument = order.intent().instrument();
    VenueAccount account = accounts[order.intent().book()];
    return account.hasContracts(instrument)
        && order.waitsForFall() == account.heldScaled(instrument) > 0
        && price != level(account, instrument, timeNs)
        && account.isLiquidatedAt(instrument, price, timeNs);
  }

  /** Where contracts that are reached within a range of prices are closed. */
  long priceWithin(VenueAccount account, int instrument, long low, long high, long timeNs) {
    return Math.clamp(level(account, instrument, timeNs), low, high);
  }

  private static long level(VenueAccount account, int instrument, long timeNs) {
    OptionalLong level = account.liquidationPrice(instrument, timeNs);
    return level.orElse(account.heldScaled(instrument) > 0 ? 0 : Long.MAX_VALUE);
  }

  /** Liquidates all contracts of an instrument that the mark has passed; whether there were any. */
  boolean atMark(int instrument, long timeNs) {
    boolean any = false;
    for (int book = 0; book < accounts.length; book++) {
      long mark = marks[instrument];
      if (isReached(accounts[book], instrument, mark, mark, timeNs)) {
        liquidate(book, instrument, mark, timeNs);
        any = true;
      }
    }
    return any;
  }

  /**
   * Closes cross positions at their last prices, the largest maintenance margin first, while their
   * book has no more behind them than that; whether there were any.
   */
  boolean settleCross(long timeNs) {
    boolean any = false;
    for (int book = 0; book < accounts.length; book++) {
      while (accounts[book].isCrossUsedUp()) {
        int instrument = accounts[book].largestCross();
        liquidate(book, instrument, marks[instrument], timeNs);
        any = true;
      }
    }
    return any;
  }

  /** Cancels what stands, of a cross position in all instruments, and closes the contracts. */
  void liquidate(int book, int instrument, long price, long timeNs) {
    VenueAccount account = accounts[book];
    for (int i = 0; i < books.length; i++) {
      if (i == instrument || account.mode(instrument) == MarginMode.CROSS) {
        cancelAll(book, i, timeNs);
      }
    }
    marks[instrument] = price;
    listener.onMargin(account.liquidate(instrument, price, timeNs));
  }

  private void cancelAll(int book, int instrument, long timeNs) {
    List<RestingOrder> orders = books[instrument].orders();
    int at = 0;
    while (at < orders.size()) {
      RestingOrder order = orders.get(at);
      if (order.intent().book() == book) {
        books[instrument].remove(order);
        listener.onOrder(new OrderEvent.Cancelled(order.intent().orderId(), timeNs));
      } else {
        at++;
      }
    }
  }
}
