package io.tradewind.core.signal;

import io.tradewind.analytics.check.Check;

/** How much a signal wants, before limits cut it down. */
public sealed interface SignalSize {
  /** An equal share of equity for each symbol of the run. */
  SignalSize EQUAL_SHARE = new EqualShare();

  /** An equal share of equity for each symbol of the run. */
  record EqualShare() implements SignalSize {}

  /** A share of equity, 0.25 being a quarter. */
  record Share(double ratio) implements SignalSize {
    /** Checks the range. */
    public Share {
      Check.argument(ratio > 0 && ratio <= 100, "a share of equity must be > 0, was %s", ratio);
    }
  }

  /** A quantity of base. */
  record Qty(double base) implements SignalSize {
    /** Checks the range. */
    public Qty {
      Check.argument(base > 0 && base < 1e18, "a quantity must be > 0, was %s", base);
    }
  }

  /** A sum of quote. */
  record Notional(double quote) implements SignalSize {
    /** Checks the range. */
    public Notional {
      Check.argument(quote > 0 && quote < 1e18, "a sum must be > 0, was %s", quote);
    }
  }
}
