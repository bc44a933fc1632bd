package io.tradewind.simulation.matching;

import io.tradewind.core.order.Side;

/** Hears of price levels. */
@FunctionalInterface
public interface LevelSink {

  /**
   * What a level shows.
   *
   * @param priceScaled above 0
   * @param visibleQtyScaled without the hidden parts of icebergs; 0 if the level is gone
   */
  void onLevel(Side side, long priceScaled, long visibleQtyScaled);
}
