package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingMoments;

/**
 * Population standard deviation of the last {@code length} values, {@code sqrt(sum (x - mean)^2 /
 * n)}, times {@code deviations}. Ready after {@code length} values. As TA-Lib's STDDEV, with the
 * digits that its running sums lose; a flat window gives exactly 0.
 */
public final class StandardDeviation extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 2, 100_000);
  private static final DecimalParameter DEVIATIONS =
      Parameter.decimal("deviations", 1, -1000, 1000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STATISTICS, "standard-deviation", "Standard deviation of the population")
          .source("sqrt(sum (x - mean)^2 / n)")
          .taLib("STDDEV")
          .parameter(LENGTH)
          .parameter(DEVIATIONS)
          .output("standard-deviation", Unit.PRICE)
          .makes(values -> new StandardDeviation(values.get(LENGTH), values.get(DEVIATIONS)));

  private final double deviations;
  private final RollingMoments window;

  /**
   * Over the last values.
   *
   * @param length at least 2
   */
  public StandardDeviation(int length) {
    this(length, 1.0);
  }

  /**
   * Several deviations of the last values.
   *
   * @param length at least 2
   * @param deviations factor of the result, usually 1
   */
  public StandardDeviation(int length, double deviations) {
    super(DEFINITION, LENGTH.check(length));
    this.deviations = DEVIATIONS.check(deviations);
    window = part(new RollingMoments(length));
  }

  @Override
  public double update(double value) {
    window.add(value);
    return publish(deviations * window.standardDeviation());
  }
}
