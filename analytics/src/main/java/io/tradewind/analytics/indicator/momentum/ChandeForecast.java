package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingTrend;

/**
 * Chande forecast oscillator: {@code 100 (x - line) / x}, the end of the least-squares line of the
 * last {@code length} values, this one included; 0 if x is 0. {@link ForecastOscillator} takes the
 * line of the values before. Ready after {@code length} values. Source: T. S. Chande and S. Kroll
 * (1994), "The New Technical Trader".
 */
public final class ChandeForecast extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 9, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM,
              "chande-forecast",
              "Distance from the least-squares line of the same values, in percent")
          .source("T. S. Chande and S. Kroll (1994), The New Technical Trader")
          .parameter(LENGTH)
          .output("chande-forecast", Unit.PERCENT)
          .makes(values -> new ChandeForecast(values.get(LENGTH)));

  private final RollingTrend line;

  /**
   * Over the last values.
   *
   * @param length at least 2, usually 9
   */
  public ChandeForecast(int length) {
    super(DEFINITION, LENGTH.check(length));
    line = part(new RollingTrend(length));
  }

  @Override
  public double update(double value) {
    line.add(value);
    return publish(value == 0 ? 0.0 : 100.0 * ((value - line.end()) / value));
  }
}
