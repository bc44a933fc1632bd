package io.tradewind.analytics.indicator;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Average true range: Wilder's mean of the {@link TrueRange}, the first being the simple mean of
 * {@code length} ranges. Ready after {@code length + 1} bars. Source: J. W. Wilder (1978), "New
 * Concepts in Technical Trading Systems", section III. As TA-Lib's ATR.
 */
public final class Atr implements BarIndicator {
  private final int length;
  private final TrueRange range = new TrueRange();
  private final WilderMean mean;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 14
   */
  public Atr(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    this.length = length;
    this.mean = new WilderMean(length);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double latest = range.update(open, high, low, close, volume);
    return range.isReady() ? mean.update(latest) : Double.NaN;
  }

  @Override
  public double value(int output) {
    return mean.value();
  }

  @Override
  public int warmup() {
    return length + 1;
  }

  @Override
  public boolean isReady() {
    return mean.isReady();
  }

  @Override
  public void reset() {
    range.reset();
    mean.reset();
  }

  @Override
  public void save(StateWriter out) {
    out.section("atr", 1);
    range.save(out);
    mean.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("atr", 1);
    range.load(in);
    mean.load(in);
  }
}
