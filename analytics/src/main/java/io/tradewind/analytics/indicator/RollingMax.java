package io.tradewind.analytics.indicator;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Greatest of the last {@code length} values, by a {@link MonotonicDeque}. Ready after {@code
 * length} values. As TA-Lib's MAX.
 */
public final class RollingMax implements SeriesIndicator {
  private final int length;
  private final MonotonicDeque window;
  private double max = Double.NaN;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public RollingMax(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    this.length = length;
    this.window = new MonotonicDeque(length);
  }

  @Override
  public double update(double value) {
    double extreme = window.push(value);
    if (window.isFull()) {
      max = extreme;
    }
    return max;
  }

  @Override
  public double value(int output) {
    return max;
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
    max = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.section("rolling-max", 1).writeDouble(max);
    window.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("rolling-max", 1);
    max = in.readDouble();
    window.load(in);
  }
}
