package io.tradewind.analytics.window;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * Mean of the last values with any weights. A convolution has no running form, so each update walks
 * the window once: constant work, but proportional to the length.
 */
public final class WeightedWindow implements Resettable {
  private final double[] weights;
  private final double[] window;
  private int head;
  private int seen;

  /**
   * Empty.
   *
   * @param weights {@code [length]}, that of the oldest value first; divided by their sum, which
   *     must be above 0
   */
  public WeightedWindow(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    Check.argument(sum > 0, "the sum of the weights must be > 0, was %s", sum);
    this.weights = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      this.weights[i] = weights[i] / sum;
    }
    window = new double[weights.length];
  }

  /** Takes a value and returns the mean, NaN until there are as many values as weights. */
  public double update(double value) {
    window[head] = value;
    head = head + 1 == window.length ? 0 : head + 1;
    if (seen < window.length && ++seen < window.length) {
      return Double.NaN;
    }
    double distance = 0;
    int weight = 0;
    for (int i = head; i < window.length; i++) {
      distance += weights[weight++] * (window[i] - value);
    }
    for (int i = 0; i < head; i++) {
      distance += weights[weight++] * (window[i] - value);
    }
    return value + distance;
  }

  @Override
  public void reset() {
    Arrays.fill(window, 0.0);
    head = 0;
    seen = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(seen).writeInt(head).writeDoubles(window);
  }

  @Override
  public void load(StateReader in) {
    seen = in.readCount(window.length);
    head = in.readCount(window.length - 1);
    in.readDoubles(window);
  }
}
