package io.tradewind.core.market;

import io.tradewind.core.number.FixedPoint;
import java.math.RoundingMode;

/** Columns of prices and quantities in other scales. */
final class Rescaling {
  private Rescaling() {}

  /**
   * Prices keep every digit.
   *
   * @throws ArithmeticException if one needs more decimals, or does not fit
   */
  static long[] prices(long[] prices, int from, int to) {
    long[] rescaled = new long[prices.length];
    for (int i = 0; i < prices.length; i++) {
      rescaled[i] = FixedPoint.rescale(prices[i], from, to, RoundingMode.UNNECESSARY);
    }
    return rescaled;
  }

  /** Quantities are rounded half to even, to one unit at least where there was something. */
  static long[] quantities(long[] quantities, int from, int to) {
    long[] rescaled = new long[quantities.length];
    for (int i = 0; i < quantities.length; i++) {
      long rounded = FixedPoint.rescale(quantities[i], from, to, RoundingMode.HALF_EVEN);
      rescaled[i] = Math.max(Math.min(1, quantities[i]), rounded);
    }
    return rescaled;
  }
}
