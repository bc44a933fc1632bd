package io.tradewind.analytics.window;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * Mean and variance of the last {@code length} weighted values, by blocks as {@link RollingSum}. Of
 * every end of the block before, and of this block's beginning, weight, mean and spread are kept as
 * {@link WeightedMoments} has them, and both are put together at each value. Nothing is ever
 * subtracted from a sum, and equal values have exactly no variance.
 *
 * <p>Source: D. H. D. West (1979), "Updating Mean and Variance Estimates: An Improved Method",
 * Communications of the ACM 22; two sets are put together as by T. F. Chan, G. H. Golub and R. J.
 * LeVeque (1983), "Algorithms for computing the sample variance", The American Statistician 37.
 */
public final class RollingWeightedMoments implements Resettable {
  private final int length;

  /** Slots before {@link #head}: this block's values; from there on: mean to the last one's end. */
  private final double[] means;

  /** Likewise this block's weights, or the weight to the last one's end. */
  private final double[] weights;

  private final double[] spreads;
  private double lastWeight;
  private double lastMean;
  private double lastSpread;
  private double weight;
  private double mean;
  private double spread;
  private double anchor;
  private int head;

  /**
   * Empty.
   *
   * @param length at least 1
   */
  public RollingWeightedMoments(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    this.length = length;
    this.means = new double[length];
    this.weights = new double[length];
    this.spreads = new double[length];
    this.head = length;
  }

  /**
   * Takes a value.
   *
   * @param valueWeight at least 0
   */
  public void add(double value, double valueWeight) {
    if (head == length) {
      turn(value);
    }
    means[head] = value;
    weights[head] = valueWeight;
    join(lastWeight, lastMean, lastSpread, valueWeight, value - anchor, 0.0);
    lastWeight = weight;
    lastMean = mean;
    lastSpread = spread;
    head++;
    if (head < length) {
      join(lastWeight, lastMean, lastSpread, weights[head], means[head], spreads[head]);
    }
  }

  private void turn(double first) {
    weight = 0;
    mean = 0;
    spread = 0;
    for (int i = length - 1; i >= 0; i--) {
      join(weight, mean, spread, weights[i], means[i] - first, 0.0);
      weights[i] = weight;
      means[i] = mean;
      spreads[i] = spread;
    }
    lastWeight = 0;
    lastMean = 0;
    lastSpread = 0;
    anchor = first;
    head = 0;
  }

  private void join(double w, double m, double s, double otherW, double otherM, double otherS) {
    weight = w + otherW;
    if (otherW == 0) {
      mean = m;
      spread = s;
      return;
    }
    double share = otherW / weight;
    double distance = otherM - m;
    mean = share == 1 ? otherM : m + distance * share;
    spread = s + otherS + w * share * distance * distance;
  }

  /** Their weighted mean; NaN while nothing has weight. */
  public double mean() {
    return weight == 0 ? Double.NaN : anchor + mean;
  }

  /** Their weighted standard deviation, of the population; NaN while nothing has weight. */
  public double standardDeviation() {
    return Math.sqrt(spread / weight);
  }

  @Override
  public void reset() {
    Arrays.fill(means, 0.0);
    Arrays.fill(weights, 0.0);
    Arrays.fill(spreads, 0.0);
    lastWeight = 0;
    lastMean = 0;
    lastSpread = 0;
    weight = 0;
    mean = 0;
    spread = 0;
    anchor = 0;
    head = length;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(head).writeDoubles(means).writeDoubles(weights).writeDoubles(spreads);
    out.writeDouble(lastWeight).writeDouble(lastMean).writeDouble(lastSpread);
    out.writeDouble(weight).writeDouble(mean).writeDouble(spread).writeDouble(anchor);
  }

  @Override
  public void load(StateReader in) {
    head = in.readCount(length);
    in.readDoubles(means);
    in.readDoubles(weights);
    in.readDoubles(spreads);
    lastWeight = in.readDouble();
    lastMean = in.readDouble();
    lastSpread = in.readDouble();
    weight = in.readDouble();
    mean = in.readDouble();
    spread = in.readDouble();
    anchor = in.readDouble();
  }
}
