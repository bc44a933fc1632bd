package io.tradewind.simulation.synthetic;

import io.tradewind.analytics.check.Check;
import java.util.List;

/**
 * A kind of weather of the whole market.
 *
 * @param name quiet, normal, wild or what it is called
 * @param dailyVolatility deviation of the logarithm of a price over a day in this regime, jumps
 *     apart, for a symbol with volatility factor 1
 * @param dailyDrift what the logarithm of a price gains a day, times the volatility factor
 * @param meanDays mean length; lengths are exponential, so that a regime does not age
 * @param next weights of the regimes that may follow, by their place; its own is 0
 */
public record VolatilityRegime(
    String name, double dailyVolatility, double dailyDrift, double meanDays, List<Double> next) {

  /**
   * Quiet for three weeks, normal for two, wild for four days: of the size that large coins had
   * from 2022 to 2024.
   */
  public static final List<VolatilityRegime> DEFAULT =
      List.of(
          new VolatilityRegime("quiet", 0.015, 0.0005, 20, List.of(0.0, 0.95, 0.05)),
          new VolatilityRegime("normal", 0.03, 0.0005, 15, List.of(0.7, 0.0, 0.3)),
          new VolatilityRegime("wild", 0.07, -0.002, 4, List.of(0.1, 0.9, 0.0)));

  /** Checks the ranges. */
  public VolatilityRegime {
    Check.name(name);
    Check.argument(
        dailyVolatility > 0 && dailyVolatility <= 1,
        "dailyVolatility must be in (0, 1], was %s",
        dailyVolatility);
    Check.argument(Math.abs(dailyDrift) <= 1, "dailyDrift must be -1 to 1, was %s", dailyDrift);
    Check.argument(
        meanDays > 0 && meanDays <= 1e6, "meanDays must be in (0, 1e6], was %s", meanDays);
    next = List.copyOf(next);
    for (double weight : next) {
      Check.argument(weight >= 0 && weight <= 1e6, "a weight must be 0 to 1e6, was %s", weight);
    }
  }
}
