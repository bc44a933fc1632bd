package io.tradewind.analytics.window;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * Mean and variance of the last {@code length} values, by blocks as {@link RollingSum}. Distances
 * from an anchor in the window and their squares are summed; since the anchor is one of the values,
 * {@code S2 - S1^2 / n} cancels no more than {@code length} roundings, and equal values have
 * exactly no variance. Source of the shifted sums: T. F. Chan, G. H. Golub and R. J. LeVeque
 * (1983), "Algorithms for computing the sample variance", The American Statistician 37.
 */
public final class RollingMoments implements Resettable {
  private final int length;
  private final double inverse;

  /** As in {@link RollingSum}: this block's values, then distances to the last one's end summed. */
  private final double[] window;

  private final double[] squares;
  private double firstAnchor;
  private double lastAnchor;
  private double last;
  private double lastSquares;
  private int head;
  private int seen;

  /**
   * Empty.
   *
   * @param length at least 1
   */
  public RollingMoments(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    this.length = length;
    this.inverse = 1.0 / length;
    this.window = new double[length];
    this.squares = new double[length];
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
    double distance = value - lastAnchor;
    last += distance;
    lastSquares += distance * distance;
    head++;
    if (seen < length) {
      seen++;
    }
  }

  private void turn() {
    double anchor = window[length - 1];
    double sum = 0;
    double sumOfSquares = 0;
    for (int i = length - 1; i >= 0; i--) {
      double distance = window[i] - anchor;
      sum += distance;
      sumOfSquares += distance * distance;
      window[i] = sum;
      squares[i] = sumOfSquares;
    }
    firstAnchor = anchor;
    last = 0;
    lastSquares = 0;
    head = 0;
  }

  private double distance() {
    return head == length
        ? last
        : last + window[head] + (length - head) * (firstAnchor - lastAnchor);
  }

  private double squares() {
    if (head == length) {
      return lastSquares;
    }
    double shift = firstAnchor - lastAnchor;
    return lastSquares + squares[head] + shift * (2 * window[head] + (length - head) * shift);
  }

  /** Whether there are {@code length} values. */
  public boolean isFull() {
    return seen == length;
  }

  /** Their mean. */
  public double mean() {
    return lastAnchor + distance() * inverse;
  }

  /** Sum of the squared distances from the mean, at least 0. */
  public double spread() {
    double distance = distance();
    double spread = squares() - distance * distance * inverse;
    return spread < 0 ? 0.0 : spread;
  }

  /** Variance of the population. */
  public double variance() {
    return spread() * inverse;
  }

  /** Standard deviation of the population. */
  public double standardDeviation() {
    return Math.sqrt(variance());
  }

  @Override
  public void reset() {
    Arrays.fill(window, 0.0);
    Arrays.fill(squares, 0.0);
    firstAnchor = 0;
    lastAnchor = 0;
    last = 0;
    lastSquares = 0;
    head = 0;
    seen = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(seen).writeInt(head).writeDoubles(window).writeDoubles(squares);
    out.writeDouble(firstAnchor).writeDouble(lastAnchor).writeDouble(last).writeDouble(lastSquares);
  }

  @Override
  public void load(StateReader in) {
    seen = in.readInt();
    head = in.readInt();
    StateException.checkSlot(head, length + 1);
    in.readDoubles(window);
    in.readDoubles(squares);
    firstAnchor = in.readDouble();
    lastAnchor = in.readDouble();
    last = in.readDouble();
    lastSquares = in.readDouble();
  }
}
