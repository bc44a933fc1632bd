package io.tradewind.trader.feed;

import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.MarketEvent;

/** Whom a feed tells, by the thread that drives it. Instruments are places in the session. */
public interface FeedListener {
  /** A trade. */
  void onTrade(int instrument, MarketEvent.Trade trade);

  /** One message of a book that is kept in order; its times are those at which it came. */
  void onBook(int instrument, BookColumns rows);

  /** A candle that has closed; of each close by instrument. */
  void onCandle(int instrument, MarketEvent.Candle candle);

  /**
   * A funding was exchanged.
   *
   * @param rate as a ratio of the notional; above 0 longs pay
   */
  void onFunding(int instrument, double rate);
}
