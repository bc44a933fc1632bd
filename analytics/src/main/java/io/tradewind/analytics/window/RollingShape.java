package io.tradewind.analytics.window;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * Skewness and kurtosis of the last {@code length} values, by blocks as {@link RollingSum}. Of
 * every end of the block before, and of this block's beginning, the mean and the sums of the
 * second, third and fourth powers of the distances from that mean are kept, and the two parts of
 * the window are put together at each value. No sum of raw powers is ever formed, so nothing
 * cancels: the error stays at some roundings for each value in the window, relative to the sums of
 * the absolute powers. Equal values have exactly no spread.
 *
 * <p>Source: P. Pebay (2008), "Formulas for Robust, One-Pass Parallel Computation of Covariances
 * and Arbitrary-Order Statistical Moments", Sandia report SAND2008-6212, equations for one value
 * and for two sets.
 */
public final class RollingShape implements Resettable {
  private static final int POWERS = 4;

  private final int length;

  /** This block's values, until it is full. */
  private final double[] values;

  /** Of each end of the block before: its mean and its second to fourth power sums. */
  private final double[] ends;

  /** Of this block. */
  private final double[] last = new double[POWERS];

  /** Of a part that is being made. */
  private final double[] part = new double[POWERS];

  /** The first value of this block, from which all distances are. */
  private double anchor;

  private int head;
  private int seen;
  private double second;
  private double third;
  private double fourth;

  /**
   * Empty.
   *
   * @param length at least 1
   */
  public RollingShape(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    this.length = length;
    this.values = new double[length];
    this.ends = new double[POWERS * length];
    this.head = length;
  }

  /** Takes a value. */
  public void add(double value) {
    if (head == length) {
      turn(value);
    }
    values[head] = value;
    grow(last, head, value - anchor);
    head++;
    if (seen < length) {
      seen++;
    }
    if (head == length) {
      second = last[1];
      third = last[2];
      fourth = last[3];
    } else {
      join(POWERS * head, length - head, head);
    }
  }

  private void turn(double first) {
    Arrays.fill(part, 0.0);
    for (int i = length - 1; i >= 0; i--) {
      grow(part, length - 1 - i, values[i] - first);
      System.arraycopy(part, 0, ends, POWERS * i, POWERS);
    }
    Arrays.fill(last, 0.0);
    anchor = first;
    head = 0;
  }

  /** Takes a value into a part that has so many. */
  private static void grow(double[] sums, int count, double value) {
    double n = count + 1.0;
    double distance = value - sums[0];
    double step = distance / n;
    double term = distance * step * count;
    sums[0] = count == 0 ? value : sums[0] + step;
    sums[3] +=
        step * step * term * (n * n - 3.0 * n + 3.0)
            + 6.0 * step * step * sums[1]
            - 4.0 * step * sums[2];
    sums[2] += term * step * (n - 2.0) - 3.0 * step * sums[1];
    sums[1] += term;
  }

  /** Puts an end of the block before and this block together. */
  private void join(int end, double before, double now) {
    double n = before + now;
    double distance = last[0] - ends[end];
    double step = distance / n;
    double term = distance * step * before * now;
    double early = ends[end + 1];
    double late = last[1];
    second = early + late + term;
    third =
        ends[end + 2]
            + last[2]
            + term * step * (before - now)
            + 3.0 * step * (before * late - now * early);
    fourth =
        ends[end + 3]
            + last[3]
            + term * step * step * (before * before - before * now + now * now)
            + 6.0 * step * step * (before * before * late + now * now * early)
            + 4.0 * step * (before * last[2] - now * ends[end + 2]);
  }

  /** Whether there are {@code length} values. */
  public boolean isFull() {
    return seen == length;
  }

  /**
   * Sample skewness {@code G1}, without bias for normal values; 0 of equal ones. Source: D. N.
   * Joanes and C. A. Gill (1998), "Comparing measures of sample skewness and kurtosis", The
   * Statistician 47. At least 3 values.
   */
  public double skewness() {
    double n = length;
    if (second == 0) {
      return 0.0;
    }
    return n * Math.sqrt(n - 1.0) / (n - 2.0) * (third / (second * Math.sqrt(second)));
  }

  /**
   * Sample excess kurtosis {@code G2}, 0 on average for normal values; -3 of equal ones. Source as
   * {@link #skewness}. At least 4 values.
   */
  public double kurtosis() {
    double n = length;
    if (second == 0) {
      return -3.0;
    }
    double scale = (n - 1.0) / ((n - 2.0) * (n - 3.0));
    return scale * (n * (n + 1.0) * (fourth / second / second) - 3.0 * (n - 1.0));
  }

  @Override
  public void reset() {
    Arrays.fill(values, 0.0);
    Arrays.fill(ends, 0.0);
    Arrays.fill(last, 0.0);
    Arrays.fill(part, 0.0);
    anchor = 0;
    head = length;
    seen = 0;
    second = 0;
    third = 0;
    fourth = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(seen).writeInt(head).writeDoubles(values).writeDoubles(ends).writeDoubles(last);
    out.writeDouble(anchor).writeDouble(second).writeDouble(third).writeDouble(fourth);
  }

  @Override
  public void load(StateReader in) {
    seen = in.readCount(length);
    head = in.readCount(length);
    in.readDoubles(values);
    in.readDoubles(ends);
    in.readDoubles(last);
    anchor = in.readDouble();
    second = in.readDouble();
    third = in.readDouble();
    fourth = in.readDouble();
  }
}
