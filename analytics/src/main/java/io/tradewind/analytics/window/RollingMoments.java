package io.tradewind.analytics.window;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
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

  /** As in {@link RollingSum}. */
  private final double[] window;

  /** From {@link #head} on: squared distances to the last block's end summed; a 0 beyond. */
  private final double[] squares;

  private double anchor;
  private double last;
  private double lastSquares;
  private int head;

  /** Blocks begun, counted to 2. */
  private int blocks;

  /**
   * Empty.
   *
   * @param length at least 1
   */
  public RollingMoments(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    this.length = length;
    this.inverse = 1.0 / length;
    this.window = new double[length + 1];
    this.squares = new double[length + 1];
    this.head = length;
  }

  /** Takes a value. */
  public void add(double value) {
    if (head == length) {
      turn(value);
    }
    window[head] = value;
    double distance = value - anchor;
    last += distance;
    lastSquares += distance * distance;
    head++;
  }

  private void turn(double first) {
    double sum = 0;
    double sumOfSquares = 0;
    for (int i = length - 1; i >= 0; i--) {
      double distance = window[i] - first;
      sum += distance;
      sumOfSquares += distance * distance;
      window[i] = sum;
      squares[i] = sumOfSquares;
    }
    anchor = first;
    last = 0;
    lastSquares = 0;
    head = 0;
    blocks = Math.min(blocks + 1, 2);
  }

  /**
   * Takes the rest of a series and gives mean and standard deviation after each value, as by {@link
   * #add}, {@link #mean} and {@link #standardDeviation} one by one.
   *
   * @param values {@code [bars]}
   * @param from the first to take
   * @param means {@code [bars]}
   * @param deviations {@code [bars]}
   */
  public void moments(double[] values, int from, double[] means, double[] deviations) {
    int at = from;
    while (at < values.length) {
      if (head == length) {
        turn(values[at]);
      }
      int run = Math.min(length - head, values.length - at);
      double sum = last;
      double sumOfSquares = lastSquares;
      for (int i = 0; i < run; i++) {
        double value = values[at + i];
        window[head + i] = value;
        double distance = value - anchor;
        sum += distance;
        sumOfSquares += distance * distance;
        double whole = sum + window[head + i + 1];
        means[at + i] = anchor + whole * inverse;
        deviations[at + i] = spread(whole, sumOfSquares + squares[head + i + 1]);
      }
      last = sum;
      lastSquares = sumOfSquares;
      head += run;
      at += run;
    }
    for (int i = from; i < values.length; i++) {
      deviations[i] = Math.sqrt(deviations[i] * inverse);
    }
  }

  private double distance() {
    return last + window[head];
  }

  /** Whether there are {@code length} values. */
  public boolean isFull() {
    return blocks == 2 || (blocks == 1 && head == length);
  }

  /** Their mean, those before the first counting as 0. */
  public double mean() {
    return anchor + distance() * inverse;
  }

  /** Sum of the squared distances from the mean, at least 0. */
  public double spread() {
    return spread(distance(), lastSquares + squares[head]);
  }

  private double spread(double sum, double sumOfSquares) {
    return Math.max(sumOfSquares - sum * sum * inverse, 0.0);
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
    anchor = 0;
    last = 0;
    lastSquares = 0;
    head = length;
    blocks = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(blocks).writeInt(head).writeDoubles(window).writeDoubles(squares);
    out.writeDouble(anchor).writeDouble(last).writeDouble(lastSquares);
  }

  @Override
  public void load(StateReader in) {
    blocks = in.readCount(2);
    head = in.readCount(length);
    in.readDoubles(window);
    in.readDoubles(squares);
    anchor = in.readDouble();
    last = in.readDouble();
    lastSquares = in.readDouble();
  }
}
