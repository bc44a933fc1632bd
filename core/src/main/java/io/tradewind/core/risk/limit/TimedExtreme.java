package io.tradewind.core.risk.limit;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;

/**
 * The greatest of what came within a span of time, in constant room however much comes: a queue of
 * those that can still become it, in falling order, one for each of {@value #CELLS} cells of the
 * span at most. The window is the cell under way and the {@value #CELLS} before it, so it reaches
 * back at least the span and at most one cell further. Each value enters and leaves once, so the
 * work is constant on average. The smallest is the greatest of negatives.
 *
 * <p>Source: D. Lemire (2006), "Streaming maximum-minimum filter using no more than three
 * comparisons per element", Nordic Journal of Computing 13; by time here in place of by count.
 */
final class TimedExtreme implements Stateful {
  /** Cells of a span. */
  static final int CELLS = 300;

  private static final int ROOM = CELLS + 1;

  private final double[] values = new double[ROOM];
  private final long[] cells = new long[ROOM];
  private int first;
  private int size;

  /** Takes a value of a cell that is not before the last one. */
  void add(long cell, double value) {
    while (size > 0 && value >= values[slot(size - 1)]) {
      size--;
    }
    dropBefore(cell - CELLS);
    if (size == 0 || cells[slot(size - 1)] != cell) {
      values[slot(size)] = value;
      cells[slot(size)] = cell;
      size++;
    }
  }

  private void dropBefore(long cell) {
    while (size > 0 && cells[first] < cell) {
      first = slot(1);
      size--;
    }
  }

  /** The greatest as of a cell that is not before the last one; NaN of nothing. */
  double greatest(long cell) {
    dropBefore(cell - CELLS);
    return size == 0 ? Double.NaN : values[first];
  }

  void clear() {
    first = 0;
    size = 0;
  }

  private int slot(int offset) {
    int slot = first + offset;
    return slot >= ROOM ? slot - ROOM : slot;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      out.writeDouble(values[slot(i)]).writeLong(cells[slot(i)]);
    }
  }

  @Override
  public void load(StateReader in) {
    first = 0;
    size = in.readCount(ROOM);
    for (int i = 0; i < size; i++) {
      values[i] = in.readDouble();
      cells[i] = in.readLong();
    }
  }
}
