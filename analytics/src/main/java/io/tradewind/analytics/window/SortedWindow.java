package io.tradewind.analytics.window;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * The last {@code length} values in order: ranks and quantiles. A value is found by halving and
 * what lies behind it is moved by one block copy, which for windows of some thousand values costs
 * less than any tree. NaN counts as greatest.
 */
public final class SortedWindow implements Resettable {
  private final double[] sorted;
  private final Lag arrivals;
  private int size;

  /**
   * Empty.
   *
   * @param length at least 1
   */
  public SortedWindow(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    sorted = new double[length];
    arrivals = new Lag(length);
  }

  /** Takes a value; the oldest leaves if the window is full. */
  public void add(double value) {
    double oldest = arrivals.push(value);
    if (size == sorted.length) {
      int at = Arrays.binarySearch(sorted, 0, size, oldest);
      System.arraycopy(sorted, at + 1, sorted, at, size - at - 1);
      size--;
    }
    int found = Arrays.binarySearch(sorted, 0, size, value);
    int at = found < 0 ? -found - 1 : found;
    System.arraycopy(sorted, at, sorted, at + 1, size - at);
    sorted[at] = value;
    size++;
  }

  /** Whether there are {@code length} values. */
  public boolean isFull() {
    return size == sorted.length;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** The value of a rank, 0 being the smallest. */
  public double get(int rank) {
    return sorted[rank];
  }

  /** How many are smaller than a value. */
  public int below(double value) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** How many are not greater than a value. */
  public int notAbove(double value) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= value) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * A quantile, interpolated between the two nearest ranks. Source: R. J. Hyndman and Y. Fan
   * (1996), "Sample quantiles in statistical packages", The American Statistician 50, definition 7.
   *
   * @param share 0 to 1
   */
  public double quantile(double share) {
    double position = share * (size - 1);
    int rank = (int) position;
    double low = sorted[rank];
    return position == rank ? low : low + (position - rank) * (sorted[rank + 1] - low);
  }

  @Override
  public void reset() {
    Arrays.fill(sorted, 0.0);
    arrivals.reset();
    size = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(size).writeDoubles(sorted);
    arrivals.save(out);
  }

  @Override
  public void load(StateReader in) {
    size = in.readCount(sorted.length);
    in.readDoubles(sorted);
    arrivals.load(in);
  }
}
