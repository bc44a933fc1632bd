package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingRange;

/**
 * Williams %R, -100 to 0: {@code -100 (highest - close) / (highest - lowest)} of the last {@code
 * length} bars; 0 without any range. Ready after {@code length} bars. Source: L. Williams (1973),
 * "How I Made One Million Dollars Last Year Trading Commodities". As TA-Lib's WILLR.
 */
public final class WilliamsR extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "williams-r", "Williams %R, -100 to 0")
          .source(
              "L. Williams (1973), How I Made One Million Dollars Last Year Trading Commodities")
          .taLib("WILLR")
          .parameter(LENGTH)
          .output("williams-r", Unit.PERCENT)
          .makes(values -> new WilliamsR(values.get(LENGTH)));

  private final RollingRange extremes;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 14
   */
  public WilliamsR(int length) {
    super(DEFINITION, LENGTH.check(length));
    extremes = part(new RollingRange(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    extremes.push(high, low);
    double range = extremes.range();
    return publish(range == 0 ? 0.0 : -100.0 * ((extremes.highest() - close) / range));
  }
}
