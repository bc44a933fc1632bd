package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Relative vigor index: the sum over {@code length} bars of the smoothed {@code close - open} over
 * the sum of the smoothed {@code high - low}, each smoothed as {@code (x + 2 x' + 2 x'' + x''') /
 * 6}; 0 without any range. The signal is the index smoothed in the same way. Outputs: 0 rvgi, 1
 * signal. Ready, both together, after {@code length + 6} bars. Source: J. F. Ehlers (2002),
 * "Relative Vigor Index", Stocks &amp; Commodities 20(1).
 */
public final class RelativeVigor extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 10, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM, "relative-vigor", "Relative vigor index: bodies against ranges")
          .source("J. F. Ehlers (2002), Relative Vigor Index, Stocks & Commodities 20(1)")
          .parameter(LENGTH)
          .output("rvgi", Unit.NUMBER)
          .output("signal", Unit.NUMBER)
          .makes(values -> new RelativeVigor(values.get(LENGTH)));

  private final FourBarFilter bodies = part(new FourBarFilter());
  private final FourBarFilter ranges = part(new FourBarFilter());
  private final FourBarFilter signal = part(new FourBarFilter());
  private final RatioOfSums sums;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 10
   */
  public RelativeVigor(int length) {
    super(DEFINITION, LENGTH.check(length) + 6);
    sums = part(new RatioOfSums(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double vigor = sums.update(bodies.update(close - open), ranges.update(high - low));
    return publish(vigor, signal.update(vigor));
  }
}
