package io.tradewind.analytics.indicator;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * On-balance volume: the running sum of the volume, counted up where the close rose, down where it
 * fell, not at all where it stayed; it begins with the first bar's volume. Ready after 1 bar.
 * Source: J. E. Granville (1963), "New Key to Stock Market Profits". As TA-Lib's OBV, with a sum
 * that does not lose small volumes beside a large total.
 */
public final class Obv implements BarIndicator {
  private final DoubleDouble total = new DoubleDouble();
  private boolean begun;
  private double previousClose = Double.NaN;

  /** Over all bars. */
  public Obv() {}

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    if (!begun || close > previousClose) {
      total.add(volume);
    } else if (close < previousClose) {
      total.add(-volume);
    }
    begun = true;
    previousClose = close;
    return total.high();
  }

  @Override
  public double value(int output) {
    return begun ? total.high() : Double.NaN;
  }

  @Override
  public int warmup() {
    return 1;
  }

  @Override
  public boolean isReady() {
    return begun;
  }

  @Override
  public void reset() {
    total.clear();
    begun = false;
    previousClose = Double.NaN;
  }

  @Override
  public void save(StateWriter out) {
    out.section("obv", 1).writeBoolean(begun).writeDouble(previousClose);
    total.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("obv", 1);
    begun = in.readBoolean();
    previousClose = in.readDouble();
    total.load(in);
  }
}
