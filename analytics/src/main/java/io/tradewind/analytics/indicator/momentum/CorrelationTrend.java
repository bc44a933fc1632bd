package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingMoments;
import io.tradewind.analytics.window.RollingTrend;

/**
 * Correlation trend indicator, -1 to 1: the correlation of the last {@code length} values with
 * their number; 0 if they are all equal. Ready after {@code length} values. Source: J. F. Ehlers
 * (2020), "Correlation as a Trend Indicator", Stocks &amp; Commodities 38(5).
 */
public final class CorrelationTrend extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 12, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM, "correlation-trend", "Correlation of the values with time, -1 to 1")
          .source(
              "J. F. Ehlers (2020), Correlation as a Trend Indicator, Stocks & Commodities"
                  + " 38(5)")
          .parameter(LENGTH)
          .output("correlation-trend", Unit.NUMBER)
          .makes(values -> new CorrelationTrend(values.get(LENGTH)));

  private final double timeDeviation;
  private final RollingTrend line;
  private final RollingMoments moments;

  /**
   * Over the last values.
   *
   * @param length at least 2, usually 12
   */
  public CorrelationTrend(int length) {
    super(DEFINITION, LENGTH.check(length));
    timeDeviation = Math.sqrt((length * (double) length - 1.0) / 12.0);
    line = part(new RollingTrend(length));
    moments = part(new RollingMoments(length));
  }

  @Override
  public double update(double value) {
    line.add(value);
    moments.add(value);
    double deviation = moments.standardDeviation();
    double correlation = deviation == 0 ? 0.0 : line.slope() * (timeDeviation / deviation);
    return publish(Math.clamp(correlation, -1.0, 1.0));
  }
}
