package io.tradewind.store.journal;

import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.margin.FundingPaid;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.VenueCommand;

/**
 * What a session takes in, in order, and the commands that it answers with. A writer takes it to
 * disk, a reader brings it back. Times are those of our clock, epoch nanoseconds, and never fall.
 */
public interface JournalEvents {
  /** A trade of the market; it came at its row's receive time. */
  void onTrade(int instrument, TradeColumns rows, int row);

  /**
   * A message of an order book; it came at its rows' receive time.
   *
   * @param from first row of the message
   * @param to the row after its last
   */
  void onBook(int instrument, BookColumns rows, int from, int to);

  /** A candle that has closed. */
  void onCandle(long timeNs, int instrument, CandleColumns rows, int row);

  /**
   * What longs pay at a funding.
   *
   * @param rate as a ratio of the notional
   */
  void onFunding(long timeNs, int instrument, double rate);

  /** Time has come so far: what is due by then is done. */
  void onTime(long timeNs);

  /** A venue said something about an order, other than that it was filled. */
  void onOrder(long timeNs, OrderEvent event);

  /**
   * An order was filled, or a part of it.
   *
   * @param tradeId the venue's number of the fill, by which it is told from others
   */
  void onFill(long timeNs, OrderEvent.Filled fill, long tradeId);

  /**
   * Something was filled of an order after its end, or in its name.
   *
   * @param intent of the order
   * @param tradeId the venue's number of the fill
   */
  void onLateFill(long timeNs, OrderIntent intent, OrderEvent.Filled fill, long tradeId);

  /** A venue did something to an account. */
  void onMargin(long timeNs, MarginEvent event);

  /** A venue has exchanged funding with the account. */
  void onFunded(long timeNs, FundingPaid event);

  /** Cash was moved between accounts. */
  void onTransfer(long timeNs, Transferred event);

  /** People, or the session itself, asked for something. */
  void onControl(long timeNs, ControlEvent event);

  /** The engine asked for something, in answer to what came before. */
  void onCommand(long timeNs, VenueCommand command);
}
