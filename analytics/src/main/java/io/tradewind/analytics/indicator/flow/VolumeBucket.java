package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Cuts a stream of quantities into buckets of one volume. After {@link #pour} call {@link #fill}
 * until it is false; each time {@link #taken} tells how much went into the bucket that is now full,
 * at last how much into the one under way.
 *
 * <p>A bucket is full to a part in {@code 10^9}, so that decimals that add up to it do so in
 * doubles. Of a quantity that fills more buckets than anyone looks back on only so many are
 * reported, so that the work is bounded.
 */
final class VolumeBucket implements Resettable {
  private static final double HAIR = 1e-9;

  private final double volume;
  private final int most;
  private double filled;
  private double left;
  private double taken;

  VolumeBucket(double volume, int most) {
    this.volume = volume;
    this.most = most;
  }

  double volume() {
    return volume;
  }

  void pour(double qty) {
    left = qty;
    double beyond = qty - (most + 1.0) * volume;
    if (beyond > volume) {
      left = (most + 1.0) * volume + beyond % volume;
    }
  }

  boolean fill() {
    double room = volume - filled;
    if (left >= room - volume * HAIR) {
      taken = Math.min(left, room);
      left = Math.max(0.0, left - room);
      filled = 0;
      return true;
    }
    taken = left;
    filled += left;
    left = 0;
    return false;
  }

  double taken() {
    return taken;
  }

  /** What is in the bucket under way. */
  double filled() {
    return filled;
  }

  @Override
  public void reset() {
    filled = 0;
    left = 0;
    taken = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeDouble(filled).writeDouble(left).writeDouble(taken);
  }

  @Override
  public void load(StateReader in) {
    filled = in.readDouble();
    left = in.readDouble();
    taken = in.readDouble();
  }
}
