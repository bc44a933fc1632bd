package io.tradewind.core.strategy;

import io.tradewind.core.order.Side;

/**
 * An order book by price levels, as a strategy sees it: bids are {@link Side#BUY}, asks {@link
 * Side#SELL}, level 0 is the best. Prices are in quote, quantities in base.
 */
public interface DepthView {

  /** Whether it can be read: a whole book has come, and its latest message is complete. */
  boolean isKnown();

  /** How many levels of a side are known. */
  int levels(Side side);

  /**
   * The price of a level.
   *
   * @param level from 0 on, below {@link #levels}
   */
  double price(Side side, int level);

  /** The quantity of a level, as {@link #price}. */
  double qty(Side side, int level);

  /** The price of a level, exact, in the instrument's price scale. */
  long priceScaled(Side side, int level);

  /** The quantity of a level, exact, in the instrument's quantity scale. */
  long qtyScaled(Side side, int level);

  /** What the best levels of a side hold together, at most so many. */
  double depth(Side side, int levels);

  /** What stands at a price of a side, exact; 0 where nothing does. */
  long qtyAtScaled(Side side, long priceScaled);

  /** The best bid, NaN where there is none. */
  double bid();

  /** The best ask, NaN where there is none. */
  double ask();

  /** The middle of the best prices, NaN unless both sides are known. */
  double mid();

  /** The best prices, each weighted by what stands on the other side; NaN as {@link #mid}. */
  double microprice();

  /**
   * How one-sided the best levels are, {@code (bids - asks) / (bids + asks)} of their quantities:
   * -1 to 1; NaN as {@link #mid}.
   */
  double imbalance(int levels);
}
