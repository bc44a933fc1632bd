package io.tradewind.analytics.indicator;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * The sum of the last {@code length} values, without ever subtracting one: nothing a value did to
 * the sum outlives it, neither rounding nor a NaN.
 *
 * <p>The series is cut into blocks of {@code length}. A window is the end of one block and the
 * beginning of the next: the sums of all ends are made once, when a block is full, and the sum of
 * the beginning grows with each value. That is two additions a value on average, whatever the
 * length. Source: M. van Herk (1992), Pattern Recognition Letters 13, and J. Gil and M. Werman
 * (1993), IEEE PAMI 15, who do it for maxima.
 */
final class RollingSum {
  private final int length;

  /** Slots before {@link #head}: this block's values; from there on: sums to the last one's end. */
  private final double[] highs;

  private final double[] lows;
  private final DoubleDouble block = new DoubleDouble();
  private final DoubleDouble sum = new DoubleDouble();
  private int head;
  private int seen;

  RollingSum(int length) {
    this.length = length;
    this.highs = new double[length];
    this.lows = new double[length];
  }

  void add(double value) {
    add(value, 0.0);
  }

  /** Adds a product with all its bits. */
  void addProduct(double a, double b) {
    double product = a * b;
    add(product, Math.fma(a, b, -product));
  }

  private void add(double high, double low) {
    highs[head] = high;
    lows[head] = low;
    block.add(high, low);
    sum.set(block);
    head++;
    seen = Math.min(seen + 1, length);
    if (head == length) {
      closeBlock();
    } else {
      sum.add(highs[head], lows[head]);
    }
  }

  private void closeBlock() {
    block.clear();
    for (int i = length - 1; i >= 0; i--) {
      block.add(highs[i], lows[i]);
      highs[i] = block.high();
      lows[i] = block.low();
    }
    block.clear();
    head = 0;
  }

  boolean isFull() {
    return seen == length;
  }

  /** The sum of the last {@code length} values, or of all while they are fewer. */
  DoubleDouble sum() {
    return sum;
  }

  double mean() {
    return sum.dividedBy(length);
  }

  void reset() {
    Arrays.fill(highs, 0.0);
    Arrays.fill(lows, 0.0);
    block.clear();
    sum.clear();
    head = 0;
    seen = 0;
  }

  void save(StateWriter out) {
    out.writeInt(seen).writeInt(head).writeDoubles(highs).writeDoubles(lows);
    block.save(out);
    sum.save(out);
  }

  void load(StateReader in) {
    seen = in.readInt();
    head = in.readInt();
    if (head < 0 || head >= length) {
      throw new StateException("slot " + head + " is outside of a window of " + length);
    }
    in.readDoubles(highs);
    in.readDoubles(lows);
    block.load(in);
    sum.load(in);
  }
}
