package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * Covariance of the last {@code length} pairs and the variance of the first of each, by blocks as
 * {@link io.tradewind.analytics.window.RollingMoments}: the ends of the block before are summed
 * once when it is full, the block under way grows, both as distances from one of its own pairs. Two
 * parts with means of their own are joined by {@code S = S1 + S2 + (n1 n2 / n) dx dy} (Chan, Golub
 * and LeVeque 1983), so nothing is subtracted that has left.
 */
final class PairMoments implements Resettable {
  private final int length;

  /**
   * Slots before {@link #head}: this block's values; from there on: sums of the last one's ends.
   */
  private final double[] xs;

  private final double[] ys;
  private final double[] products;
  private final double[] squares;

  /** Anchor of x and y, then sums of dx, dy, dx dy and dx dx: the last block's, then this one's. */
  private final double[] first = new double[2];

  private final double[] last = new double[6];
  private int head;
  private int seen;

  PairMoments(int length) {
    this.length = length;
    this.xs = new double[length];
    this.ys = new double[length];
    this.products = new double[length];
    this.squares = new double[length];
  }

  void add(double x, double y) {
    if (head == length) {
      turn();
    }
    if (head == 0) {
      last[0] = x;
      last[1] = y;
    }
    xs[head] = x;
    ys[head] = y;
    double dx = x - last[0];
    double dy = y - last[1];
    last[2] += dx;
    last[3] += dy;
    last[4] += dx * dy;
    last[5] += dx * dx;
    head++;
    seen = Math.min(seen + 1, length);
  }

  private void turn() {
    first[0] = xs[length - 1];
    first[1] = ys[length - 1];
    double sumX = 0;
    double sumY = 0;
    double sumOfProducts = 0;
    double sumOfSquares = 0;
    for (int i = length - 1; i >= 0; i--) {
      double dx = xs[i] - first[0];
      double dy = ys[i] - first[1];
      xs[i] = sumX += dx;
      ys[i] = sumY += dy;
      products[i] = sumOfProducts += dx * dy;
      squares[i] = sumOfSquares += dx * dx;
    }
    Arrays.fill(last, 0.0);
    head = 0;
  }

  /** Whether there are {@code length} pairs. */
  boolean isFull() {
    return seen == length;
  }

  /** Sum of the products of both distances from their means. */
  double covariation() {
    double now = last[4] - last[2] * last[3] / head;
    if (head == length) {
      return now;
    }
    double before = products[head] - xs[head] * ys[head] / (length - head);
    return now + before + joint() * apart(0, xs) * apart(1, ys);
  }

  /** Sum of the squared distances of the first of each from their mean, at least 0. */
  double variation() {
    double now = last[5] - last[2] * last[2] / head;
    if (head == length) {
      return Math.max(0.0, now);
    }
    double before = squares[head] - xs[head] * xs[head] / (length - head);
    double apart = apart(0, xs);
    return Math.max(0.0, now + before + joint() * apart * apart);
  }

  private double joint() {
    return (double) head * (length - head) / length;
  }

  /** The mean of this block's part less that of the last one's. */
  private double apart(int axis, double[] ends) {
    double shift = last[axis] - first[axis];
    return shift + last[axis + 2] / head - ends[head] / (length - head);
  }

  @Override
  public void reset() {
    for (double[] sums : new double[][] {xs, ys, products, squares, first, last}) {
      Arrays.fill(sums, 0.0);
    }
    head = 0;
    seen = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(seen).writeInt(head).writeDoubles(xs).writeDoubles(ys);
    out.writeDoubles(products).writeDoubles(squares).writeDoubles(first).writeDoubles(last);
  }

  @Override
  public void load(StateReader in) {
    seen = in.readInt();
    head = in.readInt();
    StateException.checkSlot(head, length + 1);
    for (double[] sums : new double[][] {xs, ys, products, squares, first, last}) {
      in.readDoubles(sums);
    }
  }
}
