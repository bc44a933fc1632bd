package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * How long ago the smallest and the greatest of the last {@code length} values came: {@link
 * BarsSinceMin} and {@link BarsSinceMax} side by side, as TA-Lib's MINMAXINDEX but counted back
 * from this bar. Outputs: 0 since-min, 1 since-max. Ready after {@code length} values.
 */
public final class BarsSinceMinMax extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.STATISTICS,
              "bars-since-min-max",
              "Bars since the smallest and the greatest of the last values")
          .source("D. Lemire (2006), Streaming maximum-minimum filter, Nordic J. of Computing 13")
          .taLib("MINMAXINDEX")
          .parameter(LENGTH)
          .output("since-min", Unit.BARS)
          .output("since-max", Unit.BARS)
          .makes(values -> new BarsSinceMinMax(values.get(LENGTH)));

  private final BarsSinceMin lowest;
  private final BarsSinceMax highest;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public BarsSinceMinMax(int length) {
    super(DEFINITION, LENGTH.check(length));
    lowest = part(new BarsSinceMin(length));
    highest = part(new BarsSinceMax(length));
  }

  @Override
  public double update(double value) {
    return publish(lowest.update(value), highest.update(value));
  }
}
