package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.Lag;

/**
 * Zero-lag exponential moving average: {@code ema(x + (x - x'))} where {@code x'} is the value
 * {@code (length - 1) / 2} before. Ready after {@code length + (length - 1) / 2} values. Source: J.
 * Ehlers and R. Way (2010), "Zero Lag (Well, Almost)", Stocks and Commodities 28(12), in its usual
 * form without their error-minimising gain. As TA-Lib's ZLEMA.
 */
public final class Zlema extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "zlema", "Zero-lag exponential moving average")
          .source("J. Ehlers and R. Way (2010), Zero Lag (Well, Almost), TASC 28(12)")
          .taLib("ZLEMA")
          .parameter(LENGTH)
          .output("zlema", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new Zlema(values.get(LENGTH)));

  private final int lag;
  private final Lag values;
  private final Ema ema;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public Zlema(int length) {
    super(DEFINITION, LENGTH.check(length) + (length - 1) / 2);
    lag = (length - 1) / 2;
    values = part(new Lag(lag + 1));
    ema = part(new Ema(length));
  }

  @Override
  public double update(double value) {
    values.push(value);
    double before = values.ago(lag);
    return publish(seen() >= lag ? ema.update(2.0 * value - before) : Double.NaN);
  }
}
