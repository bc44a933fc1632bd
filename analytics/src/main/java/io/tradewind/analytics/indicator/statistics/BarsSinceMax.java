package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.MonotonicDeque;

/**
 * How long ago the greatest of the last {@code length} values came, 0 if it is this one; of equal
 * ones the latest counts. Ready after {@code length} values. TA-Lib's MAXINDEX gives the place in
 * the array instead: a stream has no end to count to, and a place would depend on where it began,
 * so ours is the distance from this bar, {@code bar - MAXINDEX}. Of equal ones TA-Lib takes the
 * latest or the first, depending on what came before.
 */
public final class BarsSinceMax extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.STATISTICS, "bars-since-max", "Bars since the greatest of the last values")
          .source("D. Lemire (2006), Streaming maximum-minimum filter, Nordic J. of Computing 13")
          .taLib("MAXINDEX")
          .parameter(LENGTH)
          .output("bars", Unit.BARS)
          .makes(values -> new BarsSinceMax(values.get(LENGTH)));

  private final MonotonicDeque window;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public BarsSinceMax(int length) {
    super(DEFINITION, LENGTH.check(length));
    window = part(new MonotonicDeque(length));
  }

  @Override
  public double update(double value) {
    double extreme = window.push(value);
    return publish(Double.isNaN(extreme) ? extreme : window.age());
  }
}
