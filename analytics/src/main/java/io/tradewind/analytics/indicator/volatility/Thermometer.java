package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Market thermometer: how far a bar reaches beyond the one before, {@code max(high - high', low' -
 * low, 0)}, and an exponential average of it. Outputs: 0 temperature, 1 average. Ready, both
 * together, after {@code length + 1} bars. Source: A. Elder (2002), "Come Into My Trading Room".
 */
public final class Thermometer extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 22, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLATILITY,
              "thermometer",
              "Elder's market thermometer: reach beyond the bar before")
          .source("A. Elder (2002), Come Into My Trading Room")
          .parameter(LENGTH)
          .output("temperature", Unit.PRICE)
          .output("average", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new Thermometer(values.get(LENGTH)));

  private final Ema ema;
  private double previousHigh = Double.NaN;
  private double previousLow = Double.NaN;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 22
   */
  public Thermometer(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    ema = part(new Ema(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double temperature = Math.max(Math.max(high - previousHigh, previousLow - low), 0.0);
    previousHigh = high;
    previousLow = low;
    return publish(temperature, seen() == 0 ? Double.NaN : ema.update(temperature));
  }

  @Override
  protected void resetOwn() {
    previousHigh = Double.NaN;
    previousLow = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(previousHigh).writeDouble(previousLow);
  }

  @Override
  protected void loadOwn(StateReader in) {
    previousHigh = in.readDouble();
    previousLow = in.readDouble();
  }
}
