package io.tradewind.analytics.window;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * How two series vary together in their last {@code length} values, by blocks and with an anchor as
 * {@link RollingMoments}: distances, their squares and their products are summed, and nothing is
 * ever subtracted that has left.
 */
public final class RollingComoments implements Resettable {
  private static final int SUMS = 5;
  private static final int X = 0;
  private static final int Y = 1;
  private static final int XX = 2;
  private static final int YY = 3;
  private static final int XY = 4;

  private final int length;
  private final double inverse;

  /**
   * For each sum: before {@link #head} this block's values (of the two series only), from there on
   * sums to the last one's end; a 0 beyond.
   */
  private final double[][] window;

  /** Sums of this block. */
  private final double[] last = new double[SUMS];

  /** Sums of the whole window, around this block's anchors. */
  private final double[] total = new double[SUMS];

  private double anchorX;
  private double anchorY;
  private int head;

  /** Blocks begun, counted to 2. */
  private int blocks;

  /**
   * Empty.
   *
   * @param length at least 1
   */
  public RollingComoments(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    this.length = length;
    this.inverse = 1.0 / length;
    this.window = new double[SUMS][length + 1];
    this.head = length;
  }

  /** Takes a value of each. */
  public void add(double x, double y) {
    if (head == length) {
      turn(x, y);
    }
    window[X][head] = x;
    window[Y][head] = y;
    grow(x - anchorX, y - anchorY);
    head++;
    unite();
  }

  private void grow(double dx, double dy) {
    last[X] += dx;
    last[Y] += dy;
    last[XX] += dx * dx;
    last[YY] += dy * dy;
    last[XY] += dx * dy;
  }

  private void turn(double firstX, double firstY) {
    Arrays.fill(last, 0.0);
    for (int i = length - 1; i >= 0; i--) {
      grow(window[X][i] - firstX, window[Y][i] - firstY);
      for (int sum = 0; sum < SUMS; sum++) {
        window[sum][i] = last[sum];
      }
    }
    Arrays.fill(last, 0.0);
    anchorX = firstX;
    anchorY = firstY;
    head = 0;
    blocks = Math.min(blocks + 1, 2);
  }

  private void unite() {
    for (int sum = 0; sum < SUMS; sum++) {
      total[sum] = last[sum] + window[sum][head];
    }
  }

  /** Whether there are {@code length} values of each. */
  public boolean isFull() {
    return blocks == 2 || (blocks == 1 && head == length);
  }

  /** Sum of the squared distances of the first from its mean, at least 0. */
  public double firstSpread() {
    return Math.max(total[XX] - total[X] * total[X] * inverse, 0.0);
  }

  /** Sum of the squared distances of the second from its mean, at least 0. */
  public double secondSpread() {
    return Math.max(total[YY] - total[Y] * total[Y] * inverse, 0.0);
  }

  /** Sum of the products of both distances. */
  public double coSpread() {
    return total[XY] - total[X] * total[Y] * inverse;
  }

  @Override
  public void reset() {
    for (double[] sums : window) {
      Arrays.fill(sums, 0.0);
    }
    Arrays.fill(last, 0.0);
    Arrays.fill(total, 0.0);
    anchorX = 0;
    anchorY = 0;
    head = length;
    blocks = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(blocks).writeInt(head).writeDoubles(last).writeDoubles(total);
    for (double[] sums : window) {
      out.writeDoubles(sums);
    }
    out.writeDouble(anchorX).writeDouble(anchorY);
  }

  @Override
  public void load(StateReader in) {
    blocks = in.readCount(2);
    head = in.readCount(length);
    in.readDoubles(last);
    in.readDoubles(total);
    for (double[] sums : window) {
      in.readDoubles(sums);
    }
    anchorX = in.readDouble();
    anchorY = in.readDouble();
  }
}
