package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingRange;

/**
 * Where a value lies between the lowest and the highest of the last ones, 0 to 100, smoothed by
 * halves: the step that the Schaff trend cycle takes twice. NaN until the window is full.
 */
final class SmoothedPlace implements Resettable {
  private static final double NOISE = 1e-12;

  private final RollingRange extremes;
  private boolean begun;
  private double place;
  private double smooth;

  SmoothedPlace(int length) {
    extremes = new RollingRange(length);
  }

  /** A range below 1e-12 of the scale is rounding and leaves the place as it was. */
  double update(double value, double scale) {
    extremes.push(value, value);
    if (!extremes.isFull()) {
      return Double.NaN;
    }
    double range = extremes.range();
    if (!(range < NOISE * Math.abs(scale))) {
      place = 100.0 * ((value - extremes.lowest()) / range);
    }
    smooth = begun ? smooth + 0.5 * (place - smooth) : place;
    begun = true;
    return smooth;
  }

  boolean isReady() {
    return begun;
  }

  @Override
  public void reset() {
    extremes.reset();
    begun = false;
    place = 0;
    smooth = 0;
  }

  @Override
  public void save(StateWriter out) {
    extremes.save(out);
    out.writeBoolean(begun).writeDouble(place).writeDouble(smooth);
  }

  @Override
  public void load(StateReader in) {
    extremes.load(in);
    begun = in.readBoolean();
    place = in.readDouble();
    smooth = in.readDouble();
  }
}
