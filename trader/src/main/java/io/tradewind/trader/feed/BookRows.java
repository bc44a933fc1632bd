package io.tradewind.trader.feed;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.BookColumns;
import io.tradewind.venues.binance.book.BookKeeper;
import io.tradewind.venues.binance.book.BookSide;
import io.tradewind.venues.binance.model.DepthUpdate;
import io.tradewind.venues.binance.model.Levels;
import java.util.Arrays;

/** One message of a book, as rows. */
final class BookRows {
  private final boolean isWhole;
  private final long[] prices;
  private final long[] qtys;
  private final byte[] flags;
  private int size;

  private BookRows(int most, boolean isWhole) {
    this.isWhole = isWhole;
    this.prices = new long[most];
    this.qtys = new long[most];
    this.flags = new byte[most];
  }

  /** All that stands in a book. */
  static BookColumns whole(Instrument instrument, BookKeeper book, long timeNs) {
    BookRows rows = new BookRows(book.bids().size() + book.asks().size(), true);
    rows.add(book.bids(), true);
    rows.add(book.asks(), false);
    return rows.columns(instrument, timeNs, timeNs);
  }

  /** What has changed in a book. */
  static BookColumns changes(Instrument instrument, DepthUpdate update) {
    BookRows rows = new BookRows(update.bids().size() + update.asks().size(), false);
    rows.add(update.bids(), true);
    rows.add(update.asks(), false);
    return rows.columns(
        instrument, update.stamp().transactTimeNs(), update.stamp().receiveTimeNs());
  }

  private void add(BookSide side, boolean bid) {
    for (int i = 0; i < side.size(); i++) {
      add(side.priceScaled(i), side.qtyScaled(i), bid);
    }
  }

  private void add(Levels levels, boolean bid) {
    for (int i = 0; i < levels.size(); i++) {
      add(levels.priceScaled(i), levels.qtyScaled(i), bid);
    }
  }

  private void add(long priceScaled, long qtyScaled, boolean bid) {
    prices[size] = priceScaled;
    qtys[size] = qtyScaled;
    flags[size] = BookColumns.flags(bid, isWhole && size == 0, size == prices.length - 1);
    size++;
  }

  private BookColumns columns(Instrument instrument, long happenedNs, long cameNs) {
    long[] happened = new long[size];
    long[] came = new long[size];
    Arrays.fill(happened, happenedNs);
    Arrays.fill(came, cameNs);
    return new BookColumns(
        instrument.priceScale(), instrument.qtyScale(), happened, came, prices, qtys, flags);
  }
}
