package io.tradewind.analytics.indicator;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;

/**
 * Commodity channel index: {@code (tp - mean) / (0.015 deviation)} with the typical price {@code tp
 * = (high + low + close) / 3}, its mean over {@code length} bars and its mean absolute deviation
 * from that mean. Ready after {@code length} bars. Source: D. R. Lambert (1980), "Commodity Channel
 * Index", Commodities. As TA-Lib's CCI.
 *
 * <p>The sum of three prices depends in its last bit on their order. So a distance or a deviation
 * within 2e-14 of the mean is taken as none and gives 0, as in TA-Lib 0.8.
 *
 * <p>The mean absolute deviation moves with the mean and has no running form, so each update walks
 * the window once: constant, but proportional to {@code length}.
 */
public final class Cci implements BarIndicator {
  private static final double LAMBERT = 0.015;
  private static final double NOISE = 2e-14;

  private final int length;
  private final double[] window;
  private final RollingSum prices;
  private int head;
  private double cci = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 20 (TA-Lib's default is 14)
   */
  public Cci(int length) {
    Check.argument(length >= 2, "length must be >= 2, was %s", length);
    this.length = length;
    this.window = new double[length];
    this.prices = new RollingSum(length);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double typical = (high + low + close) / 3.0;
    window[head] = typical;
    head = head + 1 == length ? 0 : head + 1;
    prices.add(typical);
    if (prices.isFull()) {
      double mean = prices.mean();
      double distance = typical - mean;
      double deviation = meanDeviation(window, mean);
      boolean flat = isNoise(distance, mean) || isNoise(deviation, mean);
      cci = flat ? 0.0 : distance / (LAMBERT * deviation);
    }
    return cci;
  }

  private static boolean isNoise(double distance, double mean) {
    return Math.abs(distance) <= NOISE * Math.abs(mean);
  }

  private static double meanDeviation(double[] values, double mean) {
    double sum = 0;
    for (double value : values) {
      sum += Math.abs(value - mean);
    }
    return sum / values.length;
  }

  @Override
  public double value(int output) {
    return cci;
  }

  @Override
  public int warmup() {
    return length;
  }

  @Override
  public boolean isReady() {
    return prices.isFull();
  }

  @Override
  public void reset() {
    Arrays.fill(window, 0.0);
    prices.reset();
    head = 0;
    cci = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.section("cci", 1).writeInt(head).writeDouble(cci).writeDoubles(window);
    prices.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("cci", 1);
    head = in.readInt();
    if (head < 0 || head >= length) {
      throw new StateException("slot " + head + " is outside of a window of " + length);
    }
    cci = in.readDouble();
    in.readDoubles(window);
    prices.load(in);
  }
}
