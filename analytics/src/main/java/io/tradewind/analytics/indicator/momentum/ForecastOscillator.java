package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.window.RollingTrend;

/**
 * Forecast oscillator: {@code 100 (x - f) / x}, {@code f} being what the least-squares line of the
 * {@code length} values before forecast for this one; 0 if x is 0. Ready after {@code length + 1}
 * values. Source: T. S. Chande and S. Kroll (1994), "The New Technical Trader". As TA-Lib's FOSC.
 */
public final class ForecastOscillator extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 5, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM,
              "forecast-oscillator",
              "Distance from the forecast of a least-squares line, in percent")
          .source("T. S. Chande and S. Kroll (1994), The New Technical Trader")
          .taLib("FOSC")
          .parameter(LENGTH)
          .output("forecast-oscillator", Unit.PERCENT)
          .makes(values -> new ForecastOscillator(values.get(LENGTH)));

  private final RollingTrend line;
  private double forecast = Double.NaN;

  /**
   * Over the last values.
   *
   * @param length at least 2, usually 5
   */
  public ForecastOscillator(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    line = part(new RollingTrend(length));
  }

  @Override
  public double update(double value) {
    double distance = value - forecast;
    line.add(value);
    forecast = line.end() + line.slope();
    return publish(value == 0 ? 0.0 : 100.0 * (distance / value));
  }

  @Override
  protected void resetOwn() {
    forecast = Double.NaN;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(forecast);
  }

  @Override
  protected void loadOwn(StateReader in) {
    forecast = in.readDouble();
  }
}
