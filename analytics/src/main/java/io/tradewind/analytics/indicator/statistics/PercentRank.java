package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.SortedWindow;

/**
 * How many percent of the {@code length} values before are below this one. Ready after {@code
 * length + 1} values. As TA-Lib's PERCENTRANK. A NaN among them gives NaN.
 */
public final class PercentRank extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 100, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.STATISTICS,
              "percent-rank",
              "Percent of the values before that are below this one")
          .source("100 (count of x before below x) / length")
          .taLib("PERCENTRANK")
          .parameter(LENGTH)
          .output("percent-rank", Unit.PERCENT)
          .makes(values -> new PercentRank(values.get(LENGTH)));

  private final int length;
  private final SortedWindow window;

  /**
   * Over the values before.
   *
   * @param length at least 1
   */
  public PercentRank(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    this.length = length;
    this.window = part(new SortedWindow(length));
  }

  @Override
  public double update(double value) {
    boolean known = window.isFull() && !Double.isNaN(window.get(length - 1));
    double rank = known ? window.below(value) / (double) length * 100.0 : Double.NaN;
    window.add(value);
    return publish(Double.isNaN(value) ? value : rank);
  }
}
