package io.tradewind.simulation.venue;

import io.tradewind.core.number.FixedPoint;
import java.math.RoundingMode;

/**
 * How much of what is taken back at a price stood before our order. A book by price levels does not
 * tell. What is traded there is known and is not part of it.
 *
 * <p>Source of the question and of the usual answers: E. Rigtorp (2013), "Estimating order queue
 * position", rigtorp.se.
 */
public enum QueueModel {
  /** Nothing: who stood before us goes by trades alone, or when the level shows less than them. */
  RISK_AVERSE {
    @Override
    long ahead(long goneQty, long aheadQty, long levelQty) {
      return 0;
    }
  },
  /** As much of it as stands before us of the level. */
  PROPORTIONAL {
    @Override
    long ahead(long goneQty, long aheadQty, long levelQty) {
      return FixedPoint.mulDiv(goneQty, Math.min(aheadQty, levelQty), levelQty, RoundingMode.DOWN);
    }
  };

  /**
   * What of {@code goneQty} was before us.
   *
   * @param levelQty what the level held before it went, above 0
   */
  abstract long ahead(long goneQty, long aheadQty, long levelQty);
}
