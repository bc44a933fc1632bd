package io.tradewind.analytics.indicator;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Donchian channel: the highest high and the lowest low of the last {@code length} bars, this one
 * included, and the middle between them. Outputs: 0 upper, 1 lower, 2 middle. Ready after {@code
 * length} bars. Source: R. D. Donchian (1960), "High Finance in Copper", Financial Analysts Journal
 * 16(6). As TA-Lib's MAX of the highs, MIN of the lows and MIDPRICE. For a breakout compare with
 * the channel of the bar before, since a bar cannot leave a channel that contains it.
 */
public final class Donchian implements BarIndicator {
  private final RollingMax highest;
  private final RollingMin lowest;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 20
   */
  public Donchian(int length) {
    this.highest = new RollingMax(length);
    this.lowest = new RollingMin(length);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    lowest.update(low);
    return highest.update(high);
  }

  @Override
  public int outputs() {
    return 3;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> highest.value();
      case 1 -> lowest.value();
      case 2 -> (highest.value() + lowest.value()) / 2.0;
      default -> throw new IllegalArgumentException("output must be 0 to 2, was " + output);
    };
  }

  @Override
  public int warmup() {
    return highest.warmup();
  }

  @Override
  public boolean isReady() {
    return highest.isReady();
  }

  @Override
  public void reset() {
    highest.reset();
    lowest.reset();
  }

  @Override
  public void save(StateWriter out) {
    out.section("donchian", 1);
    highest.save(out);
    lowest.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("donchian", 1);
    highest.load(in);
    lowest.load(in);
  }
}
