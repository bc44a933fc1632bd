package io.tradewind.analytics.indicator;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Smallest of the last {@code length} values, by a {@link MonotonicDeque}. Ready after {@code
 * length} values. As TA-Lib's MIN. Kept as the greatest of the negated values.
 */
public final class RollingMin implements SeriesIndicator {
  private final int length;
  private final MonotonicDeque window;
  private double min = Double.NaN;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public RollingMin(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    this.length = length;
    this.window = new MonotonicDeque(length);
  }

  @Override
  public double update(double value) {
    double extreme = -window.push(-value);
    if (window.isFull()) {
      min = extreme;
    }
    return min;
  }

  @Override
  public double value(int output) {
    return min;
  }

  @Override
  public int warmup() {
    return length;
  }

  @Override
  public boolean isReady() {
    return window.isFull();
  }

  @Override
  public void reset() {
    window.reset();
    min = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.section("rolling-min", 1).writeDouble(min);
    window.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("rolling-min", 1);
    min = in.readDouble();
    window.load(in);
  }
}
