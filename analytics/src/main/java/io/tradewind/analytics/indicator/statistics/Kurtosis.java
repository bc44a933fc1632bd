package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingShape;

/**
 * Sample excess kurtosis of the last {@code length} values, how heavy the tails are, 0 on average
 * for normal values: {@code g2 = (n - 1) / ((n - 2) (n - 3)) ((n + 1) m4 / m2^2 - 3 (n - 1))} with
 * the mean powers {@code m} of the distances from the mean; -3 of equal values. Ready after {@code
 * length} values. How it is summed, and its error, is told in {@link RollingShape}. Source: D. N.
 * Joanes and C. A. Gill (1998), "Comparing measures of sample skewness and kurtosis", The
 * Statistician 47, there G2. As pandas-ta's kurtosis and those of pandas, which also take nearly
 * equal values for equal.
 */
public final class Kurtosis extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 4, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STATISTICS, "kurtosis", "Excess kurtosis of the last values")
          .source(
              "D. N. Joanes and C. A. Gill (1998), Comparing measures of sample skewness and kurtosis")
          .parameter(LENGTH)
          .output("kurtosis", Unit.NUMBER)
          .makes(values -> new Kurtosis(values.get(LENGTH)));

  private final RollingShape window;

  /**
   * Over the last values.
   *
   * @param length at least 4, usually 30
   */
  public Kurtosis(int length) {
    super(DEFINITION, LENGTH.check(length));
    window = part(new RollingShape(length));
  }

  @Override
  public double update(double value) {
    window.add(value);
    return publish(window.kurtosis());
  }
}
