package io.tradewind.analytics.indicator;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Wilder's smoothing: the mean of the first {@code length} values, then {@code mean = (mean (length
 * - 1) + x) / length}. Source: J. W. Wilder (1978), "New Concepts in Technical Trading Systems".
 * NaN until {@code length} values have been seen.
 */
final class WilderMean {
  private final int length;
  private int seen;
  private double sum;
  private double mean = Double.NaN;

  WilderMean(int length) {
    this.length = length;
  }

  double update(double value) {
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

  double value() {
    return mean;
  }

  boolean isReady() {
    return seen >= length;
  }

  void reset() {
    seen = 0;
    sum = 0;
    mean = Double.NaN;
  }

  void save(StateWriter out) {
    out.writeInt(seen).writeDouble(sum).writeDouble(mean);
  }

  void load(StateReader in) {
    seen = in.readInt();
    sum = in.readDouble();
    mean = in.readDouble();
  }
}
