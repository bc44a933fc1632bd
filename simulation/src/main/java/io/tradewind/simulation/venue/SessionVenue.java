package io.tradewind.simulation.venue;

import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.port.VenuePort;

/**
 * A venue in a session that is driven by events: what is said to it leaves by {@link #send}, comes
 * there by {@link #arrive}, and is answered by {@link #answer}, each when its time has come.
 */
public interface SessionVenue extends VenuePort, Stateful {
  /** A trade of the market, as it happens. */
  void onTrade(int instrument, TradeColumns rows, int row);

  /** A row of the market's order book, as it happens. */
  void onBook(int instrument, BookColumns rows, int row);

  /**
   * Exchanges funding between longs and shorts.
   *
   * @param rate as a ratio of the notional; above 0 longs pay
   */
  void fund(int instrument, long timeNs, double rate);

  /** What was submitted since the last time leaves now; whether there was anything. */
  boolean send(long timeNs);

  /** When the next command comes to the venue, {@link Long#MAX_VALUE} where none is under way. */
  long nextArrivalNs();

  /** The next command comes to the venue. */
  void arrive(long timeNs);

  /** When the next answer comes to us, {@link Long#MAX_VALUE} where none is under way. */
  long nextAnswerNs();

  /** The next answer comes to us. */
  void answer();

  /** Ends the session at the last prices. */
  void closeOut(long timeNs);
}
