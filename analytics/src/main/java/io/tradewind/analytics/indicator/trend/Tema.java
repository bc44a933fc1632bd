package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Triple exponential moving average: {@code 3 ema - 3 ema(ema) + ema(ema(ema))}. Ready after {@code
 * 3 length - 2} values. Source: P. G. Mulloy (1994), "Smoothing Data with Faster Moving Averages",
 * Stocks and Commodities 12(1). As TA-Lib's TEMA.
 */
public final class Tema extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "tema", "Triple exponential moving average")
          .source("P. G. Mulloy (1994), Smoothing Data with Faster Moving Averages, TASC 12(1)")
          .taLib("TEMA")
          .parameter(LENGTH)
          .output("tema", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new Tema(values.get(LENGTH)));

  private final Ema first;
  private final Ema second;
  private final Ema third;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public Tema(int length) {
    super(DEFINITION, 3 * LENGTH.check(length) - 2);
    first = part(new Ema(length));
    second = part(new Ema(length));
    third = part(new Ema(length));
  }

  @Override
  public double update(double value) {
    double once = first.update(value);
    double twice = first.isReady() ? second.update(once) : Double.NaN;
    double thrice = second.isReady() ? third.update(twice) : Double.NaN;
    return publish(3.0 * (once - twice) + thrice);
  }
}
