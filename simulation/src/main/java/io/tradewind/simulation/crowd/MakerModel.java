package io.tradewind.simulation.crowd;

import io.tradewind.analytics.check.Check;

/**
 * How makers quote. The price of level {@code k} of a side is {@code spread * sigma * ratio^k} away
 * from the centre, as a part of it, at least half a tick and each level a tick beyond the one
 * before; its full size is in proportion to the root of {@code ratio^k}. Sigma is the deviation of
 * the fair price over a second as of late. What is eaten of a level comes back by halves. The
 * centre is the fair price, moved by what was taken of the quotes and coming back by halves, too.
 * It moves in proportion to the quantity, as it must if nothing is to be gained by pushing prices
 * to and fro (G. Huberman and W. Stanzl 2004, "Price manipulation and quasi-arbitrage",
 * Econometrica 72; J. Gatheral 2010, "No-dynamic-arbitrage and market impact", Quantitative Finance
 * 10, with exponential decay), and by no more than what its taker has paid on the way.
 *
 * @param levels of each side
 * @param spread half the spread in units of sigma
 * @param ratio of the distances of two neighbouring levels, above 1
 * @param depthDays what a full side holds, as a part of a usual day's volume
 * @param impact by how much the centre moves, as a part of the most with which nobody gains who
 *     takes a quantity and gives it back at once
 * @param refillHalfLifeNs until half of what was eaten is back
 * @param recoveryHalfLifeNs until half of the centre's way from the fair price is gone
 */
public record MakerModel(
    int levels,
    double spread,
    double ratio,
    double depthDays,
    double impact,
    long refillHalfLifeNs,
    long recoveryHalfLifeNs) {
  private static final long SECOND_NS = 1_000_000_000;

  /** A hundredth of a day's volume within some 70 deviations of a second, half back in seconds. */
  public static final MakerModel DEFAULT =
      new MakerModel(20, 0.5, 1.3, 0.01, 0.5, 5 * SECOND_NS, 30 * SECOND_NS);

  /** Checks the ranges. */
  public MakerModel {
    Check.argument(levels >= 1 && levels <= 1000, "levels must be 1 to 1000, was %s", levels);
    Check.argument(spread > 0 && spread <= 1000, "spread must be in (0, 1000], was %s", spread);
    Check.argument(ratio > 1 && ratio <= 10, "ratio must be in (1, 10], was %s", ratio);
    Check.argument(
        depthDays > 0 && depthDays <= 100, "depthDays must be in (0, 100], was %s", depthDays);
    Check.argument(impact >= 0 && impact <= 1, "impact must be 0 to 1, was %s", impact);
    Check.argument(refillHalfLifeNs > 0, "refillHalfLifeNs must be > 0, was %s", refillHalfLifeNs);
    Check.argument(
        recoveryHalfLifeNs > 0, "recoveryHalfLifeNs must be > 0, was %s", recoveryHalfLifeNs);
  }

  /** The distance of a level in units of that of the first. */
  double distance(int level) {
    return StrictMath.pow(ratio, level);
  }

  /** The part of a full side that a level has. */
  double share(int level) {
    double all = 0;
    for (int i = 0; i < levels; i++) {
      all += Math.sqrt(distance(i));
    }
    return Math.sqrt(distance(level)) / all;
  }

  /**
   * By how much the centre moves if a full side is taken, in units of the first level's distance. A
   * quantity that is taken and given back costs twice its mean distance and gains what the centre
   * has moved; the ratio of the two is least at the end of a level.
   */
  double impactOfSide() {
    double qty = 0;
    double paid = 0;
    double most = Double.POSITIVE_INFINITY;
    for (int level = 0; level < levels; level++) {
      qty += share(level);
      paid += share(level) * distance(level);
      most = Math.min(most, 2 * paid / (qty * qty));
    }
    return impact * most;
  }

  /** The part of something that is left after a while when half of it goes in a half-life. */
  static double left(long elapsedNs, long halfLifeNs) {
    return StrictMath.pow(0.5, (double) elapsedNs / halfLifeNs);
  }
}
