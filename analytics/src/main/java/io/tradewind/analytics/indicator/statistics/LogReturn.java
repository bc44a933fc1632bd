package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.Lag;

/**
 * Logarithm of the value over that {@code length} before. Ready after {@code length + 1} values.
 * NaN if one of them is below 0.
 */
public final class LogReturn extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 1, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.STATISTICS,
              "log-return",
              "Logarithm of the value over that of some bars before")
          .source("ln(x / x before)")
          .parameter(LENGTH)
          .output("log-return", Unit.NUMBER)
          .makes(values -> new LogReturn(values.get(LENGTH)));

  private final Lag before;

  /**
   * Of the last steps.
   *
   * @param length at least 1
   */
  public LogReturn(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    before = part(new Lag(length));
  }

  @Override
  public double update(double value) {
    return publish(StrictMath.log(value / before.push(value)));
  }
}
