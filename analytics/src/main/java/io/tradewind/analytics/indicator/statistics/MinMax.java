package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingRange;

/**
 * Smallest and greatest of the last {@code length} values. Outputs: 0 min, 1 max. Ready after
 * {@code length} values. As TA-Lib's MINMAX.
 */
public final class MinMax extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STATISTICS, "min-max", "Smallest and greatest of the last values")
          .source("D. Lemire (2006), Streaming maximum-minimum filter, Nordic J. of Computing 13")
          .taLib("MINMAX")
          .parameter(LENGTH)
          .output("min", Unit.PRICE)
          .output("max", Unit.PRICE)
          .makes(values -> new MinMax(values.get(LENGTH)));

  private final RollingRange extremes;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public MinMax(int length) {
    super(DEFINITION, LENGTH.check(length));
    extremes = part(new RollingRange(length));
  }

  @Override
  public double update(double value) {
    extremes.push(value, value);
    return publish(extremes.lowest(), extremes.highest());
  }
}
