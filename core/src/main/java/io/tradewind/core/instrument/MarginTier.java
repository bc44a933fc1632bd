package io.tradewind.core.instrument;

import io.tradewind.analytics.check.Check;

/**
 * A step of the maintenance margin: what must stand behind a position whose notional is above the
 * floor and no more than the cap is {@code notional * maintenancePpm / 1e6 - deductionScaled}.
 *
 * @param floorScaled in cash scale; the cap of the tier before, 0 in the first
 * @param capScaled in cash scale
 * @param maintenancePpm millionths of the notional
 * @param deductionScaled in cash scale; makes the margin continuous from tier to tier
 * @param maxLeverage the most that a position of this size may be held at
 */
public record MarginTier(
    long floorScaled, long capScaled, long maintenancePpm, long deductionScaled, int maxLeverage) {
  /** Checks the ranges. */
  public MarginTier {
    Check.argument(
        floorScaled >= 0 && floorScaled < capScaled,
        "a tier must have a floor below its cap, was %s to %s",
        floorScaled,
        capScaled);
    Check.argument(
        maintenancePpm > 0 && maintenancePpm < 1_000_000,
        "maintenancePpm must be within 0 and 1, was %s",
        maintenancePpm);
    Check.argument(deductionScaled >= 0, "deductionScaled must be >= 0, was %s", deductionScaled);
    Check.argument(maxLeverage >= 1, "maxLeverage must be >= 1, was %s", maxLeverage);
    Check.argument(
        maintenancePpm * maxLeverage < 1_000_000,
        "at the most leverage there must be more margin than maintenance, at %s there is not",
        maxLeverage);
  }
}
