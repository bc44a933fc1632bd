package io.tradewind.core.risk.limit;

import io.tradewind.analytics.check.Check;

/**
 * A position, or an entry under way, of one book.
 *
 * @param book whose it is
 * @param instrument of what
 * @param notional at the latest price, below 0 for a short
 * @param risk what its stop would lose from here, at least 0; all of it without a stop
 * @param isEntry whether it is under way, and so may come or not
 */
public record Holding(int book, int instrument, double notional, double risk, boolean isEntry) {
  /** A position. */
  public Holding(int book, int instrument, double notional, double risk) {
    this(book, instrument, notional, risk, false);
  }

  /** Checks the ranges. */
  public Holding {
    Check.argument(Double.isFinite(notional), "notional must be finite, was %s", notional);
    Check.argument(risk >= 0, "risk must be >= 0, was %s", risk);
  }
}
