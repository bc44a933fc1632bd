package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingShape;

/**
 * Sample skewness of the last {@code length} values, how much longer the upper tail is than the
 * lower one: {@code g1 = sqrt(n (n - 1)) / (n - 2) m3 / m2^1.5} with the mean powers {@code m} of
 * the distances from the mean; 0 of equal values. Ready after {@code length} values. How it is
 * summed, and its error, is told in {@link RollingShape}. Source: D. N. Joanes and C. A. Gill
 * (1998), "Comparing measures of sample skewness and kurtosis", The Statistician 47, there G1. As
 * pandas-ta's skew and those of pandas, which also take nearly equal values for equal.
 */
public final class Skewness extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 3, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STATISTICS, "skewness", "Skewness of the last values")
          .source(
              "D. N. Joanes and C. A. Gill (1998), Comparing measures of sample skewness and kurtosis")
          .parameter(LENGTH)
          .output("skewness", Unit.NUMBER)
          .makes(values -> new Skewness(values.get(LENGTH)));

  private final RollingShape window;

  /**
   * Over the last values.
   *
   * @param length at least 3, usually 30
   */
  public Skewness(int length) {
    super(DEFINITION, LENGTH.check(length));
    window = part(new RollingShape(length));
  }

  @Override
  public double update(double value) {
    window.add(value);
    return publish(window.skewness());
  }
}
