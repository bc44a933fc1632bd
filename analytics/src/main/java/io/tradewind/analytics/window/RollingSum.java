package io.tradewind.analytics.window;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * Sum and mean of the last {@code length} values, without ever subtracting one that has left:
 * nothing a value did outlives it, neither rounding nor a NaN.
 *
 * <p>The series is cut into blocks of {@code length}. A window is the end of one block and the
 * beginning of the next: the sums of all ends are made once, when a block is full, and the sum of
 * the beginning grows with each value. That is two additions a value on average, whatever the
 * length. Source: M. van Herk (1992), Pattern Recognition Letters 13, and J. Gil and M. Werman
 * (1993), IEEE PAMI 15, who do it for maxima.
 *
 * <p>What is summed is each value's distance from an anchor in the same part of the window: the
 * first of the beginning, the last of the end. So equal values have exactly their own mean, and the
 * error stays at {@code length} roundings of the largest value in the window.
 */
public final class RollingSum implements Resettable {
  private final int length;
  private final double inverse;

  /**
   * Slots before {@link #head}: this block's values; from there on: distances to the last one's end
   * summed.
   */
  private final double[] window;

  private double firstAnchor;
  private double lastAnchor;
  private double last;
  private int head;
  private int seen;

  /**
   * Empty.
   *
   * @param length at least 1
   */
  public RollingSum(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    this.length = length;
    this.inverse = 1.0 / length;
    this.window = new double[length];
  }

  /** Takes a value. */
  public void add(double value) {
    if (head == length) {
      turn();
    }
    if (head == 0) {
      lastAnchor = value;
    }
    window[head] = value;
    last += value - lastAnchor;
    head++;
    if (seen < length) {
      seen++;
    }
  }

  /** The block is full: its values become the sums of its ends. */
  private void turn() {
    double anchor = window[length - 1];
    double sum = 0;
    for (int i = length - 1; i >= 0; i--) {
      sum += window[i] - anchor;
      window[i] = sum;
    }
    firstAnchor = anchor;
    last = 0;
    head = 0;
  }

  private double distance() {
    return head == length
        ? last
        : last + window[head] + (length - head) * (firstAnchor - lastAnchor);
  }

  /** Whether there are {@code length} values. */
  public boolean isFull() {
    return seen == length;
  }

  /** The sum of the last {@code length} values, those before the first counting as 0. */
  public double sum() {
    return length * lastAnchor + distance();
  }

  /** That sum over {@code length}. */
  public double mean() {
    return lastAnchor + distance() * inverse;
  }

  @Override
  public void reset() {
    Arrays.fill(window, 0.0);
    firstAnchor = 0;
    lastAnchor = 0;
    last = 0;
    head = 0;
    seen = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(seen).writeInt(head).writeDoubles(window);
    out.writeDouble(firstAnchor).writeDouble(lastAnchor).writeDouble(last);
  }

  @Override
  public void load(StateReader in) {
    seen = in.readInt();
    head = in.readInt();
    StateException.checkSlot(head, length + 1);
    in.readDoubles(window);
    firstAnchor = in.readDouble();
    lastAnchor = in.readDouble();
    last = in.readDouble();
  }
}
