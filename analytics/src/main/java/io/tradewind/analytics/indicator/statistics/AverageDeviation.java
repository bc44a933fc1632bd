package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.MeanDeviation;

/**
 * Mean absolute deviation of the last {@code length} values from their mean. Ready after {@code
 * length} values. As TA-Lib's AVGDEV. See {@link MeanDeviation} for its cost.
 */
public final class AverageDeviation extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STATISTICS, "average-deviation", "Mean absolute deviation from the mean")
          .source("sum |x - mean| / n")
          .taLib("AVGDEV")
          .parameter(LENGTH)
          .output("average-deviation", Unit.PRICE)
          .makes(values -> new AverageDeviation(values.get(LENGTH)));

  private final MeanDeviation window;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public AverageDeviation(int length) {
    super(DEFINITION, LENGTH.check(length));
    window = part(new MeanDeviation(length));
  }

  @Override
  public double update(double value) {
    return publish(window.update(value));
  }
}
