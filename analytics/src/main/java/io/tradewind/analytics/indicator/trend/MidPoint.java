package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingRange;

/**
 * The middle between the greatest and the smallest of the last {@code length} values. Ready after
 * {@code length} values. As TA-Lib's MIDPOINT.
 */
public final class MidPoint extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "midpoint", "Middle between the last values' greatest and least")
          .source("(max + min) / 2 of the last values")
          .taLib("MIDPOINT")
          .parameter(LENGTH)
          .output("midpoint", Unit.PRICE)
          .makes(values -> new MidPoint(values.get(LENGTH)));

  private final RollingRange extremes;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public MidPoint(int length) {
    super(DEFINITION, LENGTH.check(length));
    extremes = part(new RollingRange(length));
  }

  @Override
  public double update(double value) {
    extremes.push(value, value);
    return publish(extremes.middle());
  }
}
