package io.tradewind.analytics.indicator;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * Rate of change in percent: {@code 100 (x - x') / x'}, {@code x'} being the value {@code length}
 * updates before; 0 if that was 0. Ready after {@code length + 1} values. As TA-Lib's ROC, which
 * computes {@code 100 (x / x' - 1)} and so loses the last digits of small changes.
 */
public final class RateOfChange implements SeriesIndicator {
  private final int length;
  private final double[] window;
  private int head;
  private int seen;
  private double rate = Double.NaN;

  /**
   * Against a value before.
   *
   * @param length how many updates before, at least 1
   */
  public RateOfChange(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    this.length = length;
    this.window = new double[length];
  }

  @Override
  public double update(double value) {
    double before = window[head];
    window[head] = value;
    head = head + 1 == length ? 0 : head + 1;
    seen = Math.min(seen + 1, length + 1);
    if (isReady()) {
      rate = before == 0 ? 0.0 : 100.0 * ((value - before) / before);
    }
    return rate;
  }

  @Override
  public double value(int output) {
    return rate;
  }

  @Override
  public int warmup() {
    return length + 1;
  }

  @Override
  public boolean isReady() {
    return seen > length;
  }

  @Override
  public void reset() {
    Arrays.fill(window, 0.0);
    head = 0;
    seen = 0;
    rate = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.section("rate-of-change", 1).writeInt(seen).writeInt(head).writeDouble(rate);
    out.writeDoubles(window);
  }

  @Override
  public void load(StateReader in) {
    in.section("rate-of-change", 1);
    seen = in.readInt();
    head = in.readInt();
    if (head < 0 || head >= length) {
      throw new StateException("slot " + head + " is outside of a window of " + length);
    }
    rate = in.readDouble();
    in.readDoubles(window);
  }
}
