package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Sma;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Average range, also average day range: the simple average of {@code high - low} over {@code
 * length} bars. Ready after {@code length} bars. As TA-Lib's ADR.
 */
public final class AverageRange extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLATILITY, "average-range", "Simple average of the ranges of the bars")
          .source("mean of high - low")
          .taLib("ADR")
          .parameter(LENGTH)
          .output("average-range", Unit.PRICE)
          .makes(values -> new AverageRange(values.get(LENGTH)));

  private final Sma ranges;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 14
   */
  public AverageRange(int length) {
    super(DEFINITION, LENGTH.check(length));
    ranges = part(new Sma(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    return publish(ranges.update(high - low));
  }
}
