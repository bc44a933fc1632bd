package io.tradewind.analytics.indicator;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * Linearly weighted moving average: {@code (1 x1 + 2 x2 + ... + n xn) / (n (n + 1) / 2)}, the
 * newest value {@code xn} weighing most. Ready after {@code length} values. As TA-Lib's WMA, but
 * without the drift of its running sums.
 *
 * <p>The series is cut into blocks of {@code length} as in {@link RollingSum}. Of the block before,
 * the slot {@code i} holds {@code 1 x(i) + 2 x(i+1) + ...} to its end; of this block the plain sum
 * and the sum weighted 1, 2, ... are kept. With {@code p} values in this block the whole is {@code
 * before[p] + weighted + (n - p) plain}: only additions.
 */
public final class Wma implements SeriesIndicator {
  private final int length;
  private final double divisor;
  private final double[] highs;
  private final double[] lows;
  private final DoubleDouble plain = new DoubleDouble();
  private final DoubleDouble weighted = new DoubleDouble();
  private final DoubleDouble work = new DoubleDouble();
  private int head;
  private int seen;
  private double wma = Double.NaN;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public Wma(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    this.length = length;
    this.divisor = length * (length + 1.0) / 2.0;
    this.highs = new double[length];
    this.lows = new double[length];
  }

  @Override
  public double update(double value) {
    highs[head] = value;
    head++;
    seen = Math.min(seen + 1, length);
    plain.add(value);
    work.set(value, 0.0);
    weighted.addScaled(work, head);
    if (seen == length) {
      wma = weightedSum().dividedBy(divisor);
    }
    if (head == length) {
      closeBlock();
    }
    return wma;
  }

  private DoubleDouble weightedSum() {
    work.set(weighted);
    if (head < length) {
      work.addScaled(plain, length - head);
      work.add(highs[head], lows[head]);
    }
    return work;
  }

  private void closeBlock() {
    plain.clear();
    weighted.clear();
    for (int i = length - 1; i >= 0; i--) {
      plain.add(highs[i]);
      weighted.add(plain);
      highs[i] = weighted.high();
      lows[i] = weighted.low();
    }
    plain.clear();
    weighted.clear();
    head = 0;
  }

  @Override
  public double value(int output) {
    return wma;
  }

  @Override
  public int warmup() {
    return length;
  }

  @Override
  public boolean isReady() {
    return seen == length;
  }

  @Override
  public void reset() {
    Arrays.fill(highs, 0.0);
    Arrays.fill(lows, 0.0);
    plain.clear();
    weighted.clear();
    head = 0;
    seen = 0;
    wma = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.section("wma", 1).writeInt(seen).writeInt(head).writeDouble(wma);
    out.writeDoubles(highs).writeDoubles(lows);
    plain.save(out);
    weighted.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("wma", 1);
    seen = in.readInt();
    head = in.readInt();
    if (head < 0 || head >= length) {
      throw new StateException("slot " + head + " is outside of a window of " + length);
    }
    wma = in.readDouble();
    in.readDoubles(highs);
    in.readDoubles(lows);
    plain.load(in);
    weighted.load(in);
  }
}
