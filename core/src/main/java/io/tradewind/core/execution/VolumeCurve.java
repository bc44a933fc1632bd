package io.tradewind.core.execution;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;
import java.util.Arrays;

/**
 * How the volume of a day is spread over it, in UTC: a weight for each of a number of equal
 * stretches of the day, even within each. Immutable.
 */
public final class VolumeCurve {
  /** As much at any time as at any other. */
  public static final VolumeCurve FLAT = new VolumeCurve(1);

  private final double[] weights;
  private final double[] before;

  /**
   * @param weights from midnight on, one for each stretch, finite and not negative, not all 0; only
   *     their proportions matter
   */
  public VolumeCurve(double... weights) {
    Check.argument(weights.length >= 1, "a curve needs a weight");
    this.weights = weights.clone();
    this.before = new double[weights.length + 1];
    for (int i = 0; i < weights.length; i++) {
      Check.argument(
          weights[i] >= 0 && Double.isFinite(weights[i]),
          "a weight must be finite and >= 0, was %s",
          weights[i]);
      before[i + 1] = before[i] + weights[i];
    }
    Check.argument(before[weights.length] > 0, "not all weights of a curve may be 0");
  }

  /** The volume that is usual from one time to a later one, in days' volumes: 1 is a whole day. */
  public double share(long fromNs, long toNs) {
    long days = Utc.epochDay(toNs) - Utc.epochDay(fromNs);
    return days + sinceMidnight(toNs) - sinceMidnight(fromNs);
  }

  private double sinceMidnight(long timeNs) {
    double place = (double) Math.floorMod(timeNs, Utc.DAY_NS) / Utc.DAY_NS * weights.length;
    int stretch = Math.min((int) place, weights.length - 1);
    return (before[stretch] + (place - stretch) * weights[stretch]) / before[weights.length];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VolumeCurve curve && Arrays.equals(weights, curve.weights);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(weights);
  }

  @Override
  public String toString() {
    return "VolumeCurve" + Arrays.toString(weights);
  }
}
