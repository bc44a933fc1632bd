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
 * A quantile of the last {@code length} values, interpolated between the two nearest ranks; with a
 * share of one half the median. Ready after {@code length} values. Source: R. J. Hyndman and Y. Fan
 * (1996), "Sample quantiles in statistical packages", The American Statistician 50, definition 7.
 * {@link Percentile} gives one of the values instead. A NaN in the window gives NaN.
 */
public final class Quantile extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 1, 100_000);
  private static final DecimalParameter SHARE = Parameter.decimal("share", 0.5, 0, 1);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.STATISTICS,
              "quantile",
              "Interpolated quantile of the last values, the median by default")
          .source("R. J. Hyndman and Y. Fan (1996), Sample quantiles, The American Statistician 50")
          .parameter(LENGTH)
          .parameter(SHARE)
          .output("quantile", Unit.PRICE)
          .makes(values -> new Quantile(values.get(LENGTH), values.get(SHARE)));

  private final double share;
  private final SortedWindow window;

  /**
   * Over the last values.
   *
   * @param length at least 1
   * @param share 0 (the smallest) to 1 (the greatest), usually 0.5
   */
  public Quantile(int length, double share) {
    super(DEFINITION, LENGTH.check(length));
    this.share = SHARE.check(share);
    this.window = part(new SortedWindow(length));
  }

  @Override
  public double update(double value) {
    window.add(value);
    if (!window.isFull()) {
      return publish(Double.NaN);
    }
    double greatest = window.get(window.size() - 1);
    return publish(Double.isNaN(greatest) ? greatest : window.quantile(share));
  }
}
