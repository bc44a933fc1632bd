package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Double exponential moving average: {@code 2 ema - ema(ema)}, which takes back the lag of the
 * first. Ready after {@code 2 length - 1} values. Source: P. G. Mulloy (1994), "Smoothing Data with
 * Faster Moving Averages", Stocks and Commodities 12(1). As TA-Lib's DEMA.
 */
public final class Dema extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "dema", "Double exponential moving average")
          .source("P. G. Mulloy (1994), Smoothing Data with Faster Moving Averages, TASC 12(1)")
          .taLib("DEMA")
          .parameter(LENGTH)
          .output("dema", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new Dema(values.get(LENGTH)));

  private final Ema first;
  private final Ema second;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public Dema(int length) {
    super(DEFINITION, 2 * LENGTH.check(length) - 1);
    first = part(new Ema(length));
    second = part(new Ema(length));
  }

  @Override
  public double update(double value) {
    double once = first.update(value);
    double twice = first.isReady() ? second.update(once) : Double.NaN;
    return publish(2.0 * once - twice);
  }
}
