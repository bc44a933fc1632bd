package io.tradewind.core.risk.limit;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.trade.Direction;

/**
 * An entry that is asked for.
 *
 * @param book who asks
 * @param instrument for what
 * @param direction which way
 * @param notional how much, above 0
 * @param stopDistance how far its stop is, as a ratio of the price; 1 without a stop
 */
public record Wanted(
    int book, int instrument, Direction direction, double notional, double stopDistance) {
  /** Checks the ranges. */
  public Wanted {
    Check.argument(notional > 0, "notional must be > 0, was %s", notional);
    Check.argument(stopDistance > 0, "stopDistance must be > 0, was %s", stopDistance);
  }
}
