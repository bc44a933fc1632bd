package io.tradewind.core.quality;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;

/** The last so many numbers. */
final class Recent implements Stateful {
  private final double[] ring;
  private int head;
  private int size;

  Recent(int length) {
    ring = new double[length];
  }

  void add(double value) {
    ring[head] = value;
    head = head + 1 == ring.length ? 0 : head + 1;
    size = Math.min(size + 1, ring.length);
  }

  int size() {
    return size;
  }

  /** {@code [size]}, the oldest first. */
  double[] values() {
    double[] values = new double[size];
    int first = head - size;
    for (int i = 0; i < size; i++) {
      int slot = first + i;
      values[i] = ring[slot < 0 ? slot + ring.length : slot];
    }
    return values;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(head).writeInt(size).writeDoubles(ring);
  }

  @Override
  public void load(StateReader in) {
    head = in.readCount(ring.length - 1);
    size = in.readCount(ring.length);
    in.readDoubles(ring);
  }
}
