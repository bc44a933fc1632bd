package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.window.CompensatedSum;

/**
 * Sum of all values so far, with the digits that one double cannot hold. Ready after 1 value. As
 * TA-Lib's CUMSUM.
 */
public final class CumulativeSum extends SeriesIndicator {

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.STATISTICS, "cumulative-sum", "Sum of all values so far")
          .source("sum += x")
          .taLib("CUMSUM")
          .output("cumulative-sum", Unit.PRICE)
          .memory(Memory.LASTING)
          .makes(values -> new CumulativeSum());

  private final CompensatedSum sum;

  /** Of each value. */
  public CumulativeSum() {
    super(DEFINITION, 1);
    sum = part(new CompensatedSum());
  }

  @Override
  public double update(double value) {
    return publish(sum.add(value));
  }
}
