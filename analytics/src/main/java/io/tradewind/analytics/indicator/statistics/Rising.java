package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingRange;

/**
 * Whether the value is above each of the {@code length} before it, and whether it is below each.
 * Outputs: 0 rising, 1 falling; each 1 or 0. Ready after {@code length + 1} values. As {@code
 * ta.rising} and {@code ta.falling} of TradingView.
 */
public final class Rising extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 5, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.STATISTICS,
              "rising",
              "Whether it is above, or below, all of the values before")
          .source("greater or smaller than each of the values before")
          .parameter(LENGTH)
          .output("rising", Unit.NUMBER)
          .output("falling", Unit.NUMBER)
          .makes(values -> new Rising(values.get(LENGTH)));

  private final RollingRange extremes;

  /**
   * Over the last values.
   *
   * @param length at least 1, usually 5
   */
  public Rising(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    extremes = part(new RollingRange(length));
  }

  @Override
  public double update(double value) {
    double top = extremes.highest();
    double bottom = extremes.lowest();
    extremes.push(value, value);
    if (Double.isNaN(value + top + bottom)) {
      return publish(Double.NaN, Double.NaN);
    }
    return publish(value > top ? 1.0 : 0.0, value < bottom ? 1.0 : 0.0);
  }
}
