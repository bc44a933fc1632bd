package io.tradewind.analytics.window;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Sum of what came within a span of time, in constant room however much comes. Time is cut into
 * cells of a hundredth of the span, counted from the epoch; the window is the cell under way and
 * the 99 before it, so it reaches back between 99 and 100 hundredths of the span. Nothing is left
 * out for want of room, and nothing is ever subtracted (see {@link RollingSum}). A time that falls
 * into an earlier cell empties the window.
 */
public final class TimedSum implements Resettable {
  private static final int CELLS = 100;
  private static final double NS = 1e9;

  private final long cellNs;
  private final RollingSum closed = new RollingSum(CELLS - 1);
  private double current;
  private long cell = Long.MIN_VALUE;

  /**
   * Empty.
   *
   * @param seconds span, at least a microsecond
   */
  public TimedSum(double seconds) {
    Check.argument(seconds >= 1e-6, "seconds must be >= 1e-6, was %s", seconds);
    cellNs = Math.max(1, Math.round(seconds * NS / CELLS));
  }

  /** Adds a number that came at a time, epoch nanoseconds, and returns the new sum. */
  public double add(long timeNs, double value) {
    advance(Math.floorDiv(timeNs, cellNs));
    current += value;
    return sum();
  }

  private void advance(long now) {
    if (now == cell) {
      return;
    }
    if (now > cell && now - CELLS < cell) {
      closed.add(current);
      for (long empty = cell + 1; empty < now; empty++) {
        closed.add(0.0);
      }
    } else {
      closed.reset();
    }
    current = 0;
    cell = now;
  }

  /** The sum as of the last time. */
  public double sum() {
    return closed.sum() + current;
  }

  @Override
  public void reset() {
    closed.reset();
    current = 0;
    cell = Long.MIN_VALUE;
  }

  @Override
  public void save(StateWriter out) {
    closed.save(out);
    out.writeDouble(current).writeLong(cell);
  }

  @Override
  public void load(StateReader in) {
    closed.load(in);
    current = in.readDouble();
    cell = in.readLong();
  }
}
