package io.tradewind.simulation.crowd;

import io.tradewind.analytics.check.Check;

/**
 * Who takes at random. They come as a Poisson process whose intensity is the volume to be expected
 * over the mean size. Sizes are Pareto's, cut off: {@code P(size > x) = (least / x)^tail}. Somebody
 * buys with probability {@code 1 / (1 + exp(-follow * x))}, x how far the fair price has moved up
 * since the last of them came, less how far the middle of the book is above it, in deviations of
 * the fair price over a second: so takers go with news and against prices that have strayed.
 *
 * @param tradesPerDay of a usual day
 * @param tail exponent of the sizes, above 1; the smaller, the fatter
 * @param most no size is more than so many times the mean
 * @param follow how decidedly they choose their side; 0 for a coin
 * @param reach they pay up to so many deviations of a second beyond the fair price
 */
public record TakerModel(
    double tradesPerDay, double tail, double most, double follow, double reach) {
  /** One in about a second. */
  public static final TakerModel DEFAULT = new TakerModel(100_000, 1.8, 200, 1, 30);

  /** Checks the ranges. */
  public TakerModel {
    Check.argument(tradesPerDay > 0 && tradesPerDay <= 1e9, "tradesPerDay was %s", tradesPerDay);
    Check.argument(tail > 1 && tail <= 100, "tail must be in (1, 100], was %s", tail);
    Check.argument(most >= 1 && most <= 1e6, "most must be 1 to 1e6, was %s", most);
    Check.argument(follow >= 0 && follow <= 100, "follow must be 0 to 100, was %s", follow);
    Check.argument(reach >= 0 && reach <= 1e6, "reach must be 0 to 1e6, was %s", reach);
  }

  /**
   * A size in units of the mean size.
   *
   * @param uniform from 0 up to but not including 1
   */
  double size(double uniform) {
    double size = StrictMath.pow(1 - uniform, -1 / tail);
    return Math.min(most * meanOfUnit(), size) / meanOfUnit();
  }

  /** The mean of sizes of which the least is 1, the cut-off apart. */
  private double meanOfUnit() {
    return tail / (tail - 1);
  }
}
