package io.tradewind.core.feature;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;

/** The last candles of one instrument and interval, as doubles; an age of 0 is the latest. */
public final class BarWindow implements Stateful {
  private static final int COLUMNS = 5;

  private final int capacity;
  private final double[] cells;
  private int head;
  private int size;
  private long closeTimeNs;

  /** For so many candles, without any. */
  BarWindow(int capacity) {
    this.capacity = capacity;
    this.cells = new double[capacity * COLUMNS];
  }

  void add(BarSeries bar) {
    int at = head * COLUMNS;
    cells[at] = bar.open();
    cells[at + 1] = bar.high();
    cells[at + 2] = bar.low();
    cells[at + 3] = bar.close();
    cells[at + 4] = bar.volume();
    head = head + 1 == capacity ? 0 : head + 1;
    size = Math.min(size + 1, capacity);
    closeTimeNs = bar.closeTimeNs();
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** End of the latest, epoch nanoseconds. */
  public long closeTimeNs() {
    return closeTimeNs;
  }

  /** First price. */
  public double open(int age) {
    return cell(age, 0);
  }

  /** Highest price. */
  public double high(int age) {
    return cell(age, 1);
  }

  /** Lowest price. */
  public double low(int age) {
    return cell(age, 2);
  }

  /** Last price. */
  public double close(int age) {
    return cell(age, 3);
  }

  /** Volume in base. */
  public double volume(int age) {
    return cell(age, 4);
  }

  private double cell(int age, int column) {
    Check.argument(age >= 0 && age < size, "there is no candle of age %s", age);
    int row = head - 1 - age;
    return cells[(row < 0 ? row + capacity : row) * COLUMNS + column];
  }

  @Override
  public void save(StateWriter out) {
    out.section("bar-window", 1).writeInt(head).writeInt(size).writeLong(closeTimeNs);
    out.writeDoubles(cells);
  }

  @Override
  public void load(StateReader in) {
    in.section("bar-window", 1);
    head = in.readCount(capacity - 1);
    size = in.readCount(capacity);
    closeTimeNs = in.readLong();
    in.readDoubles(cells);
  }
}
