package io.tradewind.analytics.indicator;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * True range: {@code max(high - low, |high - close'|, |low - close'|)} with the close before.
 * Source: J. W. Wilder (1978), "New Concepts in Technical Trading Systems", section III. Ready
 * after 2 bars, because the first has no close before it, as in TA-Lib's TRANGE.
 */
public final class TrueRange implements BarIndicator {
  private static final int WARMUP = 2;

  private int seen;
  private double previousClose = Double.NaN;
  private double range = Double.NaN;

  /** Of each bar and the close before it. */
  public TrueRange() {}

  /** The true range of a bar after a close. */
  static double of(double high, double low, double previousClose) {
    double gap = Math.max(Math.abs(high - previousClose), Math.abs(low - previousClose));
    return Math.max(high - low, gap);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    seen = Math.min(seen + 1, WARMUP);
    if (isReady()) {
      range = of(high, low, previousClose);
    }
    previousClose = close;
    return range;
  }

  @Override
  public double value(int output) {
    return range;
  }

  @Override
  public int warmup() {
    return WARMUP;
  }

  @Override
  public boolean isReady() {
    return seen == WARMUP;
  }

  @Override
  public void reset() {
    seen = 0;
    previousClose = Double.NaN;
    range = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.section("true-range", 1).writeInt(seen).writeDouble(previousClose).writeDouble(range);
  }

  @Override
  public void load(StateReader in) {
    in.section("true-range", 1);
    seen = in.readInt();
    previousClose = in.readDouble();
    range = in.readDouble();
  }
}
