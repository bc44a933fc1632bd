package io.tradewind.analytics.indicator;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * The greatest of the last {@code length} values: a queue of those that can still become it, in
 * falling order. Each value enters and leaves once, so the work is constant on average. NaN counts
 * as greatest and is therefore the answer as long as it is in the window.
 *
 * <p>Source: D. Lemire (2006), "Streaming maximum-minimum filter using no more than three
 * comparisons per element", Nordic Journal of Computing 13.
 */
final class MonotonicDeque {
  private final int length;
  private final double[] values;
  private final long[] positions;
  private int first;
  private int size;
  private long count;

  MonotonicDeque(int length) {
    this.length = length;
    this.values = new double[length];
    this.positions = new long[length];
  }

  /** Takes a value and returns the greatest of the window. */
  double push(double value) {
    if (size > 0 && positions[first] <= count - length) {
      first = slot(1);
      size--;
    }
    while (size > 0 && Double.compare(values[slot(size - 1)], value) <= 0) {
      size--;
    }
    values[slot(size)] = value;
    positions[slot(size)] = count;
    size++;
    count++;
    return values[first];
  }

  private int slot(int offset) {
    int slot = first + offset;
    return slot >= length ? slot - length : slot;
  }

  boolean isFull() {
    return count >= length;
  }

  void reset() {
    first = 0;
    size = 0;
    count = 0;
  }

  void save(StateWriter out) {
    out.writeLong(count).writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeDouble(values[slot(i)]).writeLong(positions[slot(i)]);
    }
  }

  void load(StateReader in) {
    count = in.readLong();
    first = 0;
    size = in.readInt();
    if (size < 0 || size > length) {
      throw new StateException(size + " values do not fit a window of " + length);
    }
    for (int i = 0; i < size; i++) {
      values[i] = in.readDouble();
      positions[i] = in.readLong();
    }
  }
}
