package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingExtreme;

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

  private final RollingExtreme highest;
  private final RollingExtreme lowest;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 14
   */
  public WilliamsR(int length) {
    super(DEFINITION, LENGTH.check(length));
    highest = part(new RollingExtreme(length));
    lowest = part(new RollingExtreme(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double top = highest.push(high);
    double range = top + lowest.push(-low);
    return publish(range == 0 ? 0.0 : -100.0 * ((top - close) / range));
  }
}
