package io.tradewind.analytics.indicator.cycle;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/** The latest values, as many as a power of two; those before the first are 0. */
final class Recent implements Resettable {
  private final double[] values;
  private int head;

  Recent(int size) {
    Check.argument(Integer.bitCount(size) == 1, "size must be a power of two, was %s", size);
    values = new double[size];
  }

  void push(double value) {
    head = (head + 1) & (values.length - 1);
    values[head] = value;
  }

  /** The value pushed so many pushes before the latest, 0 being the latest. */
  double ago(int age) {
    return values[(head - age) & (values.length - 1)];
  }

  @Override
  public void reset() {
    Arrays.fill(values, 0.0);
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
