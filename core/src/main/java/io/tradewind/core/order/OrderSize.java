package io.tradewind.core.order;

import io.tradewind.analytics.check.Check;

/** How much an order asks for. */
public sealed interface OrderSize {

  /** A quantity of base, in quantity scale. */
  record Base(long qtyScaled) implements OrderSize {
    /** Checks the range. */
    public Base {
      Check.argument(qtyScaled > 0, "qtyScaled must be > 0, was %s", qtyScaled);
    }
  }

  /**
   * As much as a sum of quote buys, fees included, in cash scale. The venue turns it into a
   * quantity at the price of the fill and leaves what is under a lot.
   */
  record Budget(long quoteScaled) implements OrderSize {
    /** Checks the range. */
    public Budget {
      Check.argument(quoteScaled > 0, "quoteScaled must be > 0, was %s", quoteScaled);
    }
  }

  /** All of the position that there is when it fills; only with a reduce-only order. */
  record Position() implements OrderSize {}
}
