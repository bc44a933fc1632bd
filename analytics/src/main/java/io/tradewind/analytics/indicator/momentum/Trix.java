package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Trix: the change from one value to the next, in percent, of an exponential average of an
 * exponential average of an exponential average. Ready after {@code 3 length - 1} values. Source:
 * J. K. Hutson (1983), "Good Trix", Stocks &amp; Commodities 1(5), there of logarithms. As TA-Lib's
 * TRIX.
 */
public final class Trix extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM,
              "trix",
              "Rate of change of a triple exponential smoothing, in percent")
          .source("J. K. Hutson (1983), Good Trix, Stocks & Commodities 1(5)")
          .taLib("TRIX")
          .parameter(LENGTH)
          .output("trix", Unit.PERCENT)
          .memory(Memory.FADING)
          .makes(values -> new Trix(values.get(LENGTH)));

  private final Ema first;
  private final Ema second;
  private final Ema third;
  private final RateOfChange change;

  /**
   * Over the last values.
   *
   * @param length at least 1, usually 30
   */
  public Trix(int length) {
    super(DEFINITION, 3 * LENGTH.check(length) - 1);
    first = part(new Ema(length));
    second = part(new Ema(length));
    third = part(new Ema(length));
    change = part(new RateOfChange(1));
  }

  @Override
  public double update(double value) {
    double once = first.update(value);
    double twice = first.isReady() ? second.update(once) : Double.NaN;
    double smooth = second.isReady() ? third.update(twice) : Double.NaN;
    return publish(third.isReady() ? change.update(smooth) : Double.NaN);
  }
}
