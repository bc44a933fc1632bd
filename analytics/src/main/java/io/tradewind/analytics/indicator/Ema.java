package io.tradewind.analytics.indicator;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Exponential moving average: {@code ema += k (x - ema)} with {@code k = 2 / (length + 1)}, seeded
 * with the simple mean of the first {@code length} values, as TA-Lib does by default. Ready after
 * {@code length} values.
 */
public final class Ema implements SeriesIndicator {
  private final int length;
  private final double factor;
  private int seen;
  private double sum;
  private double ema = Double.NaN;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public Ema(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    this.length = length;
    this.factor = 2.0 / (length + 1.0);
  }

  @Override
  public double update(double value) {
    if (seen >= length) {
      ema += factor * (value - ema);
      return ema;
    }
    seen++;
    sum += value;
    if (seen == length) {
      ema = sum / length;
    }
    return ema;
  }

  @Override
  public double value(int output) {
    return ema;
  }

  @Override
  public int warmup() {
    return length;
  }

  @Override
  public boolean isReady() {
    return seen >= length;
  }

  @Override
  public void reset() {
    seen = 0;
    sum = 0;
    ema = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.section("ema", 1).writeInt(seen).writeDouble(sum).writeDouble(ema);
  }

  @Override
  public void load(StateReader in) {
    in.section("ema", 1);
    seen = in.readInt();
    sum = in.readDouble();
    ema = in.readDouble();
  }
}
