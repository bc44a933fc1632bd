package io.tradewind.core.execution.route;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.execution.slippage.Level;
import io.tradewind.core.instrument.TradingRules;
import java.util.List;

/**
 * What one venue offers at a moment, in the scales of the request's instrument.
 *
 * @param venue its number, at least 0
 * @param levels the side that would be taken, best first
 * @param rules its lot, minimums and taker fee
 * @param balanceScaled what can be spent there: cash for a purchase, fees included, in cash scale;
 *     base for a sale, in quantity scale
 * @param latencyNs from the decision to its matching engine
 */
public record VenueBook(
    int venue, List<Level> levels, TradingRules rules, long balanceScaled, long latencyNs) {
  /** Checks the ranges. */
  public VenueBook {
    levels = List.copyOf(levels);
    Check.argument(venue >= 0, "venue must be >= 0, was %s", venue);
    Check.argument(balanceScaled >= 0, "balanceScaled must be >= 0, was %s", balanceScaled);
    Check.argument(latencyNs >= 0, "latencyNs must be >= 0, was %s", latencyNs);
  }
}
