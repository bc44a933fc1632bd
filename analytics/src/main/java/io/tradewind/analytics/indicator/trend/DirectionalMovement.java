package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Bars;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Wilder's directional movement, smoothed: the part that ADX, DX and the directional indicators
 * share; the formulas are in {@link Adx}. The directional indicators stand after {@code length + 1}
 * bars.
 */
final class DirectionalMovement implements Resettable {
  /** What is left of a range so long after the last movement that its share has no digits. */
  private static final double NO_RANGE = 1e-300;

  private final int length;
  private final double kept;
  private int seen;
  private double previousHigh = Double.NaN;
  private double previousLow = Double.NaN;
  private double previousClose = Double.NaN;
  private double plus;
  private double minus;
  private double range;

  DirectionalMovement(int length) {
    this.length = length;
    this.kept = 1.0 - 1.0 / length;
  }

  void update(double high, double low, double close) {
    if (seen >= length) {
      seen = length + 1;
      follow(high, low, close);
      return;
    }
    if (seen > 0) {
      move(1.0, high, low);
    }
    seen++;
    remember(high, low, close);
  }

  /** As {@link #update}, to be used only when ready: for loops over arrays. */
  void follow(double high, double low, double close) {
    move(kept, high, low);
    remember(high, low, close);
  }

  private void move(double keep, double high, double low) {
    double up = Bars.positive(high - previousHigh);
    double down = Bars.positive(previousLow - low);
    plus = Math.fma(plus, keep, Bars.above(up, down) * up);
    minus = Math.fma(minus, keep, Bars.above(down, up) * down);
    range = Math.fma(range, keep, Bars.trueRange(high, low, previousClose));
  }

  private void remember(double high, double low, double close) {
    previousHigh = high;
    previousLow = low;
    previousClose = close;
  }

  boolean isReady() {
    return seen > length;
  }

  /** Movement up, smoothed; stands one bar before the indicators. */
  double plus() {
    return Double.isNaN(minus) ? minus : plus;
  }

  /** Movement down, smoothed; stands one bar before the indicators. */
  double minus() {
    return Double.isNaN(plus) ? plus : minus;
  }

  /** Movement up in percent of the range. */
  double plusIndicator() {
    return range < NO_RANGE ? 0.0 : plus * (100.0 / range);
  }

  /** Movement down in percent of the range. */
  double minusIndicator() {
    return range < NO_RANGE ? 0.0 : minus * (100.0 / range);
  }

  /** Whether there was any range and movement. */
  boolean hasIndex() {
    return range != 0 && plus + minus != 0;
  }

  /** Difference of the two in percent of their sum. */
  double index() {
    return Double.isNaN(range) ? range : 100.0 * (Math.abs(plus - minus) / (plus + minus));
  }

  /** One that stands where this stands, for a loop that is to keep it in registers. */
  DirectionalMovement copy() {
    DirectionalMovement copy = new DirectionalMovement(length);
    copy.become(this);
    return copy;
  }

  /** Goes on where another of the same length stands. */
  void become(DirectionalMovement other) {
    seen = other.seen;
    previousHigh = other.previousHigh;
    previousLow = other.previousLow;
    previousClose = other.previousClose;
    plus = other.plus;
    minus = other.minus;
    range = other.range;
  }

  @Override
  public void reset() {
    seen = 0;
    previousHigh = Double.NaN;
    previousLow = Double.NaN;
    previousClose = Double.NaN;
    plus = 0;
    minus = 0;
    range = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(seen);
    out.writeDouble(previousHigh).writeDouble(previousLow).writeDouble(previousClose);
    out.writeDouble(plus).writeDouble(minus).writeDouble(range);
  }

  @Override
  public void load(StateReader in) {
    seen = in.readCount(length + 1);
    previousHigh = in.readDouble();
    previousLow = in.readDouble();
    previousClose = in.readDouble();
    plus = in.readDouble();
    minus = in.readDouble();
    range = in.readDouble();
  }
}
