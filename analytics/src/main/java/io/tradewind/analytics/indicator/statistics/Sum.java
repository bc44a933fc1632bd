package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Sum of the last {@code length} values. Ready after {@code length} values. As TA-Lib's SUM,
 * without the drift of its running sum.
 */
public final class Sum extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STATISTICS, "sum", "Sum of the last values")
          .source("x1 + ... + xn")
          .taLib("SUM")
          .parameter(LENGTH)
          .output("sum", Unit.PRICE)
          .makes(values -> new Sum(values.get(LENGTH)));

  private final RollingSum window;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public Sum(int length) {
    super(DEFINITION, LENGTH.check(length));
    window = part(new RollingSum(length));
  }

  @Override
  public double update(double value) {
    window.add(value);
    return publish(window.sum());
  }
}
