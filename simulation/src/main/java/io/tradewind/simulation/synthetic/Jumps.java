package io.tradewind.simulation.synthetic;

import io.tradewind.analytics.check.Check;

/**
 * Sudden moves. They arrive as a Poisson process, and the part of its price that a symbol gains or
 * loses is exponential to both sides, cut off at the cap. Source: R. Merton (1976), "Option pricing
 * when underlying stock returns are discontinuous", Journal of Financial Economics 3, with the
 * sizes of S. Kou (2002), "A jump-diffusion model for option pricing", Management Science 48, who
 * takes them of the logarithm and without a cap.
 *
 * @param perDay mean number a day that a symbol sees, common ones among them
 * @param meanSize mean of the size before the cap, as a part of the price
 * @param cap no jump is greater, as a part of the price; those that would be have this size
 * @param downShare the part that goes down
 * @param commonShare the part that strikes all symbols at the same instant with the same size
 * @param gapShare the part that falls between two candles instead of inside one
 */
public record Jumps(
    double perDay,
    double meanSize,
    double cap,
    double downShare,
    double commonShare,
    double gapShare) {
  /** One in twenty days, 3 % in the mean and 15 % at most, most often down and for all. */
  public static final Jumps DEFAULT = new Jumps(0.05, 0.03, 0.15, 0.6, 0.6, 0.2);

  /** None. */
  public static final Jumps NONE = new Jumps(0, 0.03, 0.15, 0.6, 0.6, 0.2);

  /** Checks the ranges. */
  public Jumps {
    Check.argument(perDay >= 0 && perDay <= 1e4, "perDay must be 0 to 1e4, was %s", perDay);
    Check.argument(
        meanSize > 0 && meanSize <= 100, "meanSize must be in (0, 100], was %s", meanSize);
    Check.argument(cap > 0 && cap < 1, "cap must be in (0, 1), was %s", cap);
    checkShare("downShare", downShare);
    checkShare("commonShare", commonShare);
    checkShare("gapShare", gapShare);
  }

  private static void checkShare(String name, double share) {
    Check.argument(share >= 0 && share <= 1, "%s must be 0 to 1, was %s", name, share);
  }
}
