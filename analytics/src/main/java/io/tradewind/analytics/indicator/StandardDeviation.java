package io.tradewind.analytics.indicator;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Population standard deviation of the last {@code length} values, {@code sqrt(sum (x - mean)^2 /
 * n)}. Ready after {@code length} values. As TA-Lib's STDDEV with one deviation, with the digits
 * that its running sums lose; a flat window gives exactly 0.
 */
public final class StandardDeviation implements SeriesIndicator {
  private final int length;
  private final RollingVariance window;
  private double deviation = Double.NaN;

  /**
   * Over the last values.
   *
   * @param length at least 2
   */
  public StandardDeviation(int length) {
    Check.argument(length >= 2, "length must be >= 2, was %s", length);
    this.length = length;
    this.window = new RollingVariance(length);
  }

  @Override
  public double update(double value) {
    window.add(value);
    if (window.isFull()) {
      deviation = window.standardDeviation();
    }
    return deviation;
  }

  @Override
  public double value(int output) {
    return deviation;
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
    deviation = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.section("standard-deviation", 1).writeDouble(deviation);
    window.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("standard-deviation", 1);
    deviation = in.readDouble();
    window.load(in);
  }
}
