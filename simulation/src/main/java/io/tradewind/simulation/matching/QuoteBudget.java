package io.tradewind.simulation.matching;

import io.tradewind.core.number.FixedPoint;
import java.math.RoundingMode;

/**
 * What an amount of quote pays for. {@code quoteUnit} is how many products of a scaled price and a
 * scaled quantity make one unit of quote: {@code 10^(priceScale + qtyScale - quoteScale)}.
 */
final class QuoteBudget {
  private QuoteBudget() {}

  /**
   * Up to {@code most}, if the budget pays for less whole lots of it only, {@code floor(budget /
   * price)} rounded down; 128 bits throughout, so that nothing overflows.
   */
  static long affordable(BookOrder taker, long priceScaled, long most, long quoteUnit) {
    long costHigh = Math.multiplyHigh(priceScaled, most);
    long costLow = priceScaled * most;
    long budgetHigh = Math.multiplyHigh(taker.budgetScaled, quoteUnit);
    long budgetLow = taker.budgetScaled * quoteUnit;
    boolean all =
        costHigh < budgetHigh
            || (costHigh == budgetHigh && Long.compareUnsigned(costLow, budgetLow) <= 0);
    if (all) {
      return most;
    }
    // The quotient is below what was asked for and so fits.
    long qty = FixedPoint.mulDiv(taker.budgetScaled, quoteUnit, priceScaled, RoundingMode.DOWN);
    return qty - qty % taker.lotScaled;
  }

  /** What it costs in units of quote, rounded up, so that a budget is never passed. */
  static long cost(long priceScaled, long qtyScaled, long quoteUnit) {
    return FixedPoint.mulDiv(priceScaled, qtyScaled, quoteUnit, RoundingMode.UP);
  }
}
