package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingRange;

/**
 * Greatest less smallest of the last {@code length} values. Ready after {@code length} values. As
 * {@code ta.range} of TradingView.
 */
public final class Range extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STATISTICS, "range", "Greatest less smallest of the last values")
          .source("greatest less smallest")
          .parameter(LENGTH)
          .output("range", Unit.PRICE)
          .makes(values -> new Range(values.get(LENGTH)));

  private final RollingRange extremes;

  /**
   * Over the last values.
   *
   * @param length at least 1, usually 14
   */
  public Range(int length) {
    super(DEFINITION, LENGTH.check(length));
    extremes = part(new RollingRange(length));
  }

  @Override
  public double update(double value) {
    extremes.push(value, value);
    return publish(extremes.range());
  }
}
