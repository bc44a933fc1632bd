package io.tradewind.analytics.window;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/** Gives back each value a fixed number of updates later. */
public final class Lag implements Resettable {
  private final double[] values;
  private int head;

  /**
   * Empty, which is full of NaN.
   *
   * @param length how many updates later, at least 1
   */
  public Lag(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    values = new double[length];
    Arrays.fill(values, Double.NaN);
  }

  /**
   * Takes a value and returns the one taken {@code length} updates before, NaN if there is none.
   */
  public double push(double value) {
    double before = values[head];
    values[head] = value;
    head = head + 1 == values.length ? 0 : head + 1;
    return before;
  }

  /** What the next {@link #push} will return. */
  public double oldest() {
    return values[head];
  }

  /**
   * The value taken {@code age} updates before the latest, 0 being the latest itself; NaN if there
   * is none.
   */
  public double ago(int age) {
    int slot = head - 1 - age;
    return values[slot < 0 ? slot + values.length : slot];
  }

  @Override
  public void reset() {
    Arrays.fill(values, Double.NaN);
    head = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(head).writeDoubles(values);
  }

  @Override
  public void load(StateReader in) {
    head = in.readCount(values.length - 1);
    in.readDoubles(values);
  }
}
