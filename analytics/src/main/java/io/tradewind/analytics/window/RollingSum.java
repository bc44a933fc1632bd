package io.tradewind.analytics.window;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * Sum and mean of the last {@code length} values, without ever subtracting one that has left:
 * nothing a value did outlives it, neither rounding nor a NaN.
 *
 * <p>The series is cut into blocks of {@code length}. A window is the end of one block and the
 * beginning of the next: the sums of all ends are made once, when the next block begins, and the
 * sum of the beginning grows with each value. That is two additions a value on average, whatever
 * the length. Source: M. van Herk (1992), Pattern Recognition Letters 13, and J. Gil and M. Werman
 * (1993), IEEE PAMI 15, who do it for maxima.
 *
 * <p>What is summed is each value's distance from an anchor, the first value of the beginning. So
 * equal values have exactly their own mean, and the error stays at {@code length} roundings of the
 * largest value in the window.
 */
public final class RollingSum implements Resettable {
  private final int length;
  private final double inverse;

  /**
   * Slots before {@link #head}: this block's values; from there on: distances to the last one's end
   * summed; a 0 beyond.
   */
  private final double[] window;

  private double anchor;
  private double last;
  private int head;

  /** Blocks begun, counted to 2. */
  private int blocks;

  /**
   * Empty.
   *
   * @param length at least 1
   */
  public RollingSum(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    this.length = length;
    this.inverse = 1.0 / length;
    this.window = new double[length + 1];
    this.head = length;
  }

  /** Takes a value. */
  public void add(double value) {
    if (head == length) {
      turn(value);
    }
    window[head] = value;
    last += value - anchor;
    head++;
  }

  /** A block begins: the values of the last one become the sums of its ends. */
  private void turn(double first) {
    double sum = 0;
    for (int i = length - 1; i >= 0; i--) {
      sum += window[i] - first;
      window[i] = sum;
    }
    anchor = first;
    last = 0;
    head = 0;
    blocks = Math.min(blocks + 1, 2);
  }

  /**
   * Takes the rest of a series and gives the mean after each value, as by {@link #add} and {@link
   * #mean} one by one.
   *
   * @param values {@code [bars]}
   * @param from the first to take
   * @param means {@code [bars]}
   */
  public void means(double[] values, int from, double[] means) {
    int at = from;
    while (at < values.length) {
      if (head == length) {
        turn(values[at]);
      }
      int run = Math.min(length - head, values.length - at);
      double sum = last;
      for (int i = 0; i < run; i++) {
        double value = values[at + i];
        sum += value - anchor;
        window[head + i] = value;
        means[at + i] = anchor + (sum + window[head + i + 1]) * inverse;
      }
      last = sum;
      head += run;
      at += run;
    }
  }

  private double distance() {
    return last + window[head];
  }

  /** Whether there are {@code length} values. */
  public boolean isFull() {
    return blocks == 2 || (blocks == 1 && head == length);
  }

  /**
   * The sum of the last {@code length} values, those before the first counting as 0. Of numbers
   * around 0 it is not better than to the last digit of the largest: what should be 0 need not be.
   */
  public double sum() {
    return length * anchor + distance();
  }

  /** The mean of the last {@code length} values, those before the first counting as 0. */
  public double mean() {
    return anchor + distance() * inverse;
  }

  @Override
  public void reset() {
    Arrays.fill(window, 0.0);
    anchor = 0;
    last = 0;
    head = length;
    blocks = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(blocks).writeInt(head).writeDoubles(window);
    out.writeDouble(anchor).writeDouble(last);
  }

  @Override
  public void load(StateReader in) {
    blocks = in.readCount(2);
    head = in.readCount(length);
    in.readDoubles(window);
    anchor = in.readDouble();
    last = in.readDouble();
  }
}
