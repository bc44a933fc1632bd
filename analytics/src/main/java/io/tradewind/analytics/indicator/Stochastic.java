package io.tradewind.analytics.indicator;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Slow stochastic, 0 to 100: {@code fastK = 100 (close - lowest) / (highest - lowest)} over {@code
 * length} bars, 0 if they have no range; {@code k} is the simple mean of fastK, {@code d} the
 * simple mean of k. Outputs: 0 k, 1 d. Ready, both together, after {@code length + smooth + signal
 * - 2} bars. Source: G. C. Lane (1984), "Lane's Stochastics", Stocks and Commodities 2(3). As
 * TA-Lib's STOCH with simple averages.
 */
public final class Stochastic implements BarIndicator {
  private final int warmup;
  private final RollingMax highest;
  private final RollingMin lowest;
  private final Sma slowK;
  private final Sma slowD;

  /**
   * Over the last bars.
   *
   * @param length bars of the range, at least 1, usually 14 (TA-Lib's default is 5)
   * @param smooth fast values in k, at least 1, usually 3
   * @param signal values of k in d, at least 1, usually 3
   */
  public Stochastic(int length, int smooth, int signal) {
    this.highest = new RollingMax(length);
    this.lowest = new RollingMin(length);
    this.slowK = new Sma(smooth);
    this.slowD = new Sma(signal);
    this.warmup = length + smooth + signal - 2;
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double top = highest.update(high);
    double bottom = lowest.update(low);
    if (highest.isReady()) {
      double range = top - bottom;
      double k = slowK.update(range == 0 ? 0.0 : 100.0 * ((close - bottom) / range));
      if (slowK.isReady()) {
        slowD.update(k);
      }
    }
    return value(0);
  }

  @Override
  public int outputs() {
    return 2;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> isReady() ? slowK.value() : Double.NaN;
      case 1 -> slowD.value();
      default -> throw new IllegalArgumentException("output must be 0 or 1, was " + output);
    };
  }

  @Override
  public int warmup() {
    return warmup;
  }

  @Override
  public boolean isReady() {
    return slowD.isReady();
  }

  @Override
  public void reset() {
    highest.reset();
    lowest.reset();
    slowK.reset();
    slowD.reset();
  }

  @Override
  public void save(StateWriter out) {
    out.section("stochastic", 1);
    highest.save(out);
    lowest.save(out);
    slowK.save(out);
    slowD.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("stochastic", 1);
    highest.load(in);
    lowest.load(in);
    slowK.load(in);
    slowD.load(in);
  }
}
