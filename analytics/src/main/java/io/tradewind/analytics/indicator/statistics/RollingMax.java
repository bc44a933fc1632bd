package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.AbstractIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.MonotonicDeque;

/**
 * Greatest of the last {@code length} values, by a {@link MonotonicDeque}. Ready after {@code
 * length} values. As TA-Lib's MAX.
 */
public final class RollingMax extends AbstractIndicator implements SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STATISTICS, "max", "Greatest of the last values")
          .source("D. Lemire (2006), Streaming maximum-minimum filter, Nordic J. of Computing 13")
          .taLib("MAX")
          .parameter(LENGTH)
          .output("max", Unit.PRICE)
          .makes(values -> new RollingMax(values.get(LENGTH)));

  private final MonotonicDeque window;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public RollingMax(int length) {
    super(DEFINITION, LENGTH.check(length));
    window = part(new MonotonicDeque(length));
  }

  @Override
  public double update(double value) {
    return publish(window.push(value));
  }
}
