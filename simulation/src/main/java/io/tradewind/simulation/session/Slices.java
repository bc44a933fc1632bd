package io.tradewind.simulation.session;

import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import org.jspecify.annotations.Nullable;

/**
 * Candles of a session that is driven by events, and when the slices end in which strategies see
 * them.
 */
public interface Slices extends Stateful {
  /** Ends where there is none. */
  long NEVER = Long.MAX_VALUE;

  /**
   * When the next slice is to be ended, by our clock; {@link #NEVER} where none is under way.
   *
   * @param engineDueNs when the engine must close a longer candle by the clock
   */
  long dueNs(long engineDueNs);

  /** The end of that slice, by the candles. */
  long endNs(long engineDueNs);

  /** The candle of an instrument that ends with a slice, as one row; null if there is none. */
  @Nullable CandleColumns take(int instrument, long endNs);

  /** A slice has ended. */
  void ended(long endNs);

  /** A trade has come; whether the next slice may be another now. */
  boolean onTrade(int instrument, TradeColumns rows, int row);

  /** A candle has come. */
  void onCandle(int instrument, CandleColumns rows, int row, long timeNs);

  /** How many trades or candles came too late for their slice. */
  long late();
}
