package io.tradewind.analytics.window;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * Mean absolute deviation of the last {@code length} values from their mean. It moves with the mean
 * and has no running form, so each update walks the window once: constant, but proportional to
 * {@code length}. Good to the last digits of the values, so that little of it is left where they
 * lie far from 0 and close together.
 */
public final class MeanDeviation implements Resettable {
  private final double inverse;
  private final double[] window;
  private final RollingSum sum;
  private int head;

  /**
   * Empty.
   *
   * @param length at least 1
   */
  public MeanDeviation(int length) {
    sum = new RollingSum(length);
    inverse = 1.0 / length;
    window = new double[length];
  }

  /** Takes a value and returns the deviation, NaN until there are {@code length} values. */
  public double update(double value) {
    window[head] = value;
    head = head + 1 == window.length ? 0 : head + 1;
    sum.add(value);
    return sum.isFull() ? around(sum.mean()) : Double.NaN;
  }

  /** Four sums side by side, since each addition waits for the one before. */
  private double around(double mean) {
    double first = 0;
    double second = 0;
    double third = 0;
    double fourth = 0;
    int i = 0;
    for (; i + 3 < window.length; i += 4) {
      first += Math.abs(window[i] - mean);
      second += Math.abs(window[i + 1] - mean);
      third += Math.abs(window[i + 2] - mean);
      fourth += Math.abs(window[i + 3] - mean);
    }
    for (; i < window.length; i++) {
      first += Math.abs(window[i] - mean);
    }
    return (first + second + (third + fourth)) * inverse;
  }

  /** The mean of the last {@code length} values, those before the first counting as 0. */
  public double mean() {
    return sum.mean();
  }

  @Override
  public void reset() {
    Arrays.fill(window, 0.0);
    sum.reset();
    head = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(head).writeDoubles(window);
    sum.save(out);
  }

  @Override
  public void load(StateReader in) {
    head = in.readCount(window.length - 1);
    in.readDoubles(window);
    sum.load(in);
  }
}
