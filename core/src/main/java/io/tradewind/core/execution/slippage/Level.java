package io.tradewind.core.execution.slippage;

import io.tradewind.analytics.check.Check;

/** A price of a book with what stands there, in price scale and quantity scale, both above 0. */
public record Level(long priceScaled, long qtyScaled) {
  /** Checks the ranges. */
  public Level {
    Check.argument(priceScaled > 0, "priceScaled must be > 0, was %s", priceScaled);
    Check.argument(qtyScaled > 0, "qtyScaled must be > 0, was %s", qtyScaled);
  }
}
