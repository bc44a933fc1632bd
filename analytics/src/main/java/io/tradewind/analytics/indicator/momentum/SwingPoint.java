package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.Lag;
import io.tradewind.analytics.window.RollingExtreme;

/**
 * Tells of a value, as soon as {@code right} others have followed it, whether it is above all of
 * these and above the {@code left} values before it.
 */
final class SwingPoint implements Resettable {
  private final Lag waiting;
  private final RollingExtreme before;
  private final RollingExtreme after;
  private double highestBefore = Double.NaN;

  SwingPoint(int left, int right) {
    waiting = new Lag(right);
    before = new RollingExtreme(left);
    after = new RollingExtreme(right);
  }

  /** 100 if the value {@code right} updates ago is one, otherwise 0; NaN if any value is. */
  double update(double value) {
    double candidate = waiting.push(value);
    double distance = candidate - Math.max(highestBefore, after.push(value));
    highestBefore = before.push(candidate);
    if (Double.isNaN(distance)) {
      return Double.NaN;
    }
    return distance > 0 ? 100.0 : 0.0;
  }

  @Override
  public void reset() {
    waiting.reset();
    before.reset();
    after.reset();
    highestBefore = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    waiting.save(out);
    before.save(out);
    after.save(out);
    out.writeDouble(highestBefore);
  }

  @Override
  public void load(StateReader in) {
    waiting.load(in);
    before.load(in);
    after.load(in);
    highestBefore = in.readDouble();
  }
}
