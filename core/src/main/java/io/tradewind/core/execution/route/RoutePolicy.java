package io.tradewind.core.execution.route;

import io.tradewind.analytics.check.Check;

/**
 * How an order is routed.
 *
 * @param latencyAversion how many standard deviations of the price's move during a venue's latency
 *     are counted as its cost
 * @param maxVenues how many venues are considered at most, up to 12
 * @param maxRounds how often what is left is routed
 * @param maxRejects after so many refusals a venue is left out
 */
public record RoutePolicy(double latencyAversion, int maxVenues, int maxRounds, int maxRejects) {
  /** One standard deviation, eight venues, five rounds, out after the first refusal. */
  public static final RoutePolicy DEFAULT = new RoutePolicy(1, 8, 5, 1);

  /** Checks the ranges. */
  public RoutePolicy {
    Check.argument(
        latencyAversion >= 0 && Double.isFinite(latencyAversion),
        "latencyAversion must be finite and >= 0, was %s",
        latencyAversion);
    Check.argument(
        maxVenues >= 1 && maxVenues <= 12, "maxVenues must be within 1..12, was %s", maxVenues);
    Check.argument(maxRounds >= 1, "maxRounds must be >= 1, was %s", maxRounds);
    Check.argument(maxRejects >= 1, "maxRejects must be >= 1, was %s", maxRejects);
  }
}
