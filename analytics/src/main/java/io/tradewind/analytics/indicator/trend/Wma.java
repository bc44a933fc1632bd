package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.AbstractIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingTrend;

/**
 * Linearly weighted moving average: {@code (1 x1 + 2 x2 + ... + n xn) / (n (n + 1) / 2)}, the
 * newest value {@code xn} weighing most. Ready after {@code length} values. As TA-Lib's WMA, but
 * without the drift of its running sums.
 */
public final class Wma extends AbstractIndicator implements SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "wma", "Linearly weighted moving average")
          .source("mean of the last values with weights 1, 2, ..., the newest weighing most")
          .taLib("WMA")
          .parameter(LENGTH)
          .output("wma", Unit.PRICE)
          .makes(values -> new Wma(values.get(LENGTH)));

  private final RollingTrend window;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public Wma(int length) {
    super(DEFINITION, LENGTH.check(length));
    window = part(new RollingTrend(length));
  }

  @Override
  public double update(double value) {
    window.add(value);
    return publish(window.weightedMean());
  }
}
