package io.tradewind.analytics.indicator.statistics;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.SortedWindow;

/**
 * The value that {@code percent} hundredths of the last {@code length} values do not exceed, one of
 * them: that of rank {@code percent length / 100}, rounded up. Ready after {@code length} values.
 * Source: R. J. Hyndman and Y. Fan (1996), "Sample quantiles in statistical packages", The American
 * Statistician 50, definition 1. As TA-Lib's PERCENTILE. A NaN in the window gives NaN.
 */
public final class Percentile extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 1, 100_000);
  private static final DecimalParameter PERCENT = Parameter.decimal("percent", 50, 0, 100);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.STATISTICS,
              "percentile",
              "Value that so many percent of the last values do not exceed")
          .source("R. J. Hyndman and Y. Fan (1996), Sample quantiles, The American Statistician 50")
          .taLib("PERCENTILE")
          .parameter(LENGTH)
          .parameter(PERCENT)
          .output("percentile", Unit.PRICE)
          .makes(values -> new Percentile(values.get(LENGTH), values.get(PERCENT)));

  private final SortedWindow window;
  private final int rank;

  /**
   * Over the last values.
   *
   * @param length at least 1
   * @param percent 0 (the smallest) to 100 (the greatest)
   */
  public Percentile(int length, double percent) {
    super(DEFINITION, LENGTH.check(length));
    window = part(new SortedWindow(length));
    int rounded = (int) Math.ceil(PERCENT.check(percent) * length / 100.0);
    rank = Math.max(rounded, 1) - 1;
  }

  @Override
  public double update(double value) {
    window.add(value);
    if (!window.isFull()) {
      return publish(Double.NaN);
    }
    double greatest = window.get(window.size() - 1);
    return publish(Double.isNaN(greatest) ? greatest : window.get(rank));
  }
}
