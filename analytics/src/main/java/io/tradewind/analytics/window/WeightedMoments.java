package io.tradewind.analytics.window;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Mean and variance of weighted values since a beginning. Squared distances are summed from the
 * mean as it moves, so nothing is ever subtracted from a large sum, and equal values have exactly
 * no variance.
 *
 * <p>Source: D. H. D. West (1979), "Updating Mean and Variance Estimates: An Improved Method",
 * Communications of the ACM 22.
 */
public final class WeightedMoments implements Resettable {
  private double weight;
  private double mean;
  private double spread;

  /** Empty. */
  public WeightedMoments() {}

  /**
   * Takes a value.
   *
   * @param valueWeight at least 0
   */
  public void add(double value, double valueWeight) {
    if (valueWeight == 0) {
      return;
    }
    double before = weight;
    weight += valueWeight;
    double distance = value - mean;
    double share = valueWeight / weight;
    mean = share == 1 ? value : mean + distance * share;
    spread += before * share * distance * distance;
  }

  /** Their weighted mean; NaN while nothing has weight. */
  public double mean() {
    return weight == 0 ? Double.NaN : mean;
  }

  /** Their weighted standard deviation, of the population; NaN while nothing has weight. */
  public double standardDeviation() {
    return Math.sqrt(spread / weight);
  }

  @Override
  public void reset() {
    weight = 0;
    mean = 0;
    spread = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeDouble(weight).writeDouble(mean).writeDouble(spread);
  }

  @Override
  public void load(StateReader in) {
    weight = in.readDouble();
    mean = in.readDouble();
    spread = in.readDouble();
  }
}
