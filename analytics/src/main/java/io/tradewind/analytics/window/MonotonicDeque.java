package io.tradewind.analytics.window;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * The greatest of the last {@code length} values and how long ago it came; where only the value is
 * asked for {@link RollingExtreme} is faster. A queue of those that can still become it, in falling
 * order. Each value enters and leaves once, so the work is constant on average. NaN counts as
 * greatest and is therefore the answer as long as it is in the window.
 *
 * <p>Source: D. Lemire (2006), "Streaming maximum-minimum filter using no more than three
 * comparisons per element", Nordic Journal of Computing 13.
 */
public final class MonotonicDeque implements Resettable {
  private final int length;
  private final double[] values;
  private final long[] positions;
  private int first;
  private int size;
  private long count;

  /**
   * Empty.
   *
   * @param length at least 1
   */
  public MonotonicDeque(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    this.length = length;
    this.values = new double[length];
    this.positions = new long[length];
  }

  /** Takes a value and returns the greatest of the window. */
  public double push(double value) {
    if (size > 0 && positions[first] <= count - length) {
      first = slot(1);
      size--;
    }
    while (size > 0 && (value >= values[slot(size - 1)] || Double.isNaN(value))) {
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

  /** Updates since the greatest came, 0 if it is the latest; of equal ones the latest counts. */
  public int age() {
    return (int) (count - 1 - positions[first]);
  }

  /** Whether there were {@code length} values. */
  public boolean isFull() {
    return count >= length;
  }

  @Override
  public void reset() {
    first = 0;
    size = 0;
    count = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeLong(count).writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeDouble(values[slot(i)]).writeLong(positions[slot(i)]);
    }
  }

  @Override
  public void load(StateReader in) {
    count = in.readLong();
    first = 0;
    size = in.readCount(length);
    for (int i = 0; i < size; i++) {
      values[i] = in.readDouble();
      positions[i] = in.readLong();
    }
  }
}
