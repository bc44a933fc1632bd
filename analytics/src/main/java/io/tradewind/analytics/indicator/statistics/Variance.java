package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingMoments;

/**
 * Variance of the population of the last {@code length} values, {@code sum (x - mean)^2 / n}. Ready
 * after {@code length} values. As TA-Lib's VAR, with the digits that its running sums lose; a flat
 * window gives exactly 0.
 */
public final class Variance extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STATISTICS, "variance", "Variance of the population")
          .source("sum (x - mean)^2 / n")
          .taLib("VAR")
          .parameter(LENGTH)
          .output("variance", Unit.PRICE_SQUARED)
          .makes(values -> new Variance(values.get(LENGTH)));

  private final RollingMoments window;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public Variance(int length) {
    super(DEFINITION, LENGTH.check(length));
    window = part(new RollingMoments(length));
  }

  @Override
  public double update(double value) {
    window.add(value);
    return publish(window.variance());
  }
}
