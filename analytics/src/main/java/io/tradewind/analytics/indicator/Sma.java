package io.tradewind.analytics.indicator;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Simple moving average: {@code (x1 + ... + xn) / n} over the last {@code length} values. Ready
 * after {@code length} values. As TA-Lib's SMA, but without the drift of its running sum.
 */
public final class Sma implements SeriesIndicator {
  private final int length;
  private final RollingSum window;
  private double sma = Double.NaN;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public Sma(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    this.length = length;
    this.window = new RollingSum(length);
  }

  @Override
  public double update(double value) {
    window.add(value);
    if (window.isFull()) {
      sma = window.mean();
    }
    return sma;
  }

  @Override
  public double value(int output) {
    return sma;
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
    sma = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.section("sma", 1).writeDouble(sma);
    window.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("sma", 1);
    sma = in.readDouble();
    window.load(in);
  }
}
