package io.tradewind.analytics.window;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Wilder's smoothing: the mean of the first {@code length} values, then {@code mean = (mean (length
 * - 1) + x) / length}. Source: J. W. Wilder (1978), "New Concepts in Technical Trading Systems".
 * NaN until {@code length} values have been seen.
 */
public final class WilderMean implements Resettable {
  private final int length;
  private int seen;
  private double sum;
  private double mean = Double.NaN;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public WilderMean(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    this.length = length;
  }

  /** Takes a value and returns the new mean, NaN until there are {@code length}. */
  public double update(double value) {
    if (seen >= length) {
      mean = (mean * (length - 1) + value) / length;
      return mean;
    }
    seen++;
    sum += value;
    if (seen == length) {
      mean = sum / length;
    }
    return mean;
  }

  /** The latest mean, NaN until there is one. */
  public double value() {
    return mean;
  }

  /** Whether there were {@code length} values. */
  public boolean isReady() {
    return seen >= length;
  }

  @Override
  public void reset() {
    seen = 0;
    sum = 0;
    mean = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(seen).writeDouble(sum).writeDouble(mean);
  }

  @Override
  public void load(StateReader in) {
    seen = in.readInt();
    sum = in.readDouble();
    mean = in.readDouble();
  }
}
