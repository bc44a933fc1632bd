package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingSum;

/**
 * TTM trend: 1 if the close is above the mean of the middle prices {@code (high + low) / 2} of the
 * last {@code length} bars, this one included, else -1. Within 1e-12 of it a close is not above.
 * Ready after {@code length} bars. Source: J. F. Carter (2005), "Mastering the Trade". As
 * pandas-ta's ttm_trend.
 */
public final class TtmTrend extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 6, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.TREND, "ttm-trend", "Whether the close is above the average middle price")
          .source("J. F. Carter (2005), Mastering the Trade")
          .parameter(LENGTH)
          .output("trend", Unit.NUMBER)
          .makes(values -> new TtmTrend(values.get(LENGTH)));

  private final RollingSum middles;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 6
   */
  public TtmTrend(int length) {
    super(DEFINITION, LENGTH.check(length));
    middles = part(new RollingSum(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    middles.add((high + low) / 2.0);
    double distance = close - middles.mean();
    if (Double.isNaN(distance)) {
      return publish(distance);
    }
    return publish(distance > 1e-12 * Math.abs(close) ? 1.0 : -1.0);
  }
}
