package io.tradewind.analytics.indicator;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Volume-weighted average price of the last {@code length} bars: {@code sum(tp volume) /
 * sum(volume)} with the typical price {@code tp = (high + low + close) / 3}. Ready after {@code
 * length} bars; NaN also later while none of them has volume, because then there is no such price.
 * Source: Berkowitz, Logue and Noser (1988), "The Total Cost of Transactions on the NYSE", Journal
 * of Finance 43, there over the trades of a day. TA-Lib has no such function.
 */
public final class RollingVwap implements BarIndicator {
  private final int length;
  private final RollingSum traded;
  private final RollingSum volumes;
  private double vwap = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param length at least 1
   */
  public RollingVwap(int length) {
    Check.argument(length >= 1, "length must be >= 1, was %s", length);
    this.length = length;
    this.traded = new RollingSum(length);
    this.volumes = new RollingSum(length);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    traded.addProduct((high + low + close) / 3.0, volume);
    volumes.add(volume);
    if (volumes.isFull()) {
      double volumeSum = volumes.sum().high();
      vwap = volumeSum == 0 ? Double.NaN : traded.sum().high() / volumeSum;
    }
    return vwap;
  }

  @Override
  public double value(int output) {
    return vwap;
  }

  @Override
  public int warmup() {
    return length;
  }

  @Override
  public boolean isReady() {
    return volumes.isFull();
  }

  @Override
  public void reset() {
    traded.reset();
    volumes.reset();
    vwap = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.section("rolling-vwap", 1).writeDouble(vwap);
    traded.save(out);
    volumes.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("rolling-vwap", 1);
    vwap = in.readDouble();
    traded.load(in);
    volumes.load(in);
  }
}
