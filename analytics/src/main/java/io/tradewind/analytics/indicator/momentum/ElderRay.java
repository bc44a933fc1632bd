package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Elder ray: how far the bar reaches above and below an exponential average of the closes, {@code
 * bull = high - ema} and {@code bear = low - ema}. Outputs: 0 bull, 1 bear. Ready after {@code
 * length} bars. Source: A. Elder (1993), "Trading for a Living". As TA-Lib's ERI.
 */
public final class ElderRay extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 13, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "elder-ray", "Elder ray: bull power and bear power")
          .source("A. Elder (1993), Trading for a Living")
          .taLib("ERI")
          .parameter(LENGTH)
          .output("bull", Unit.PRICE)
          .output("bear", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new ElderRay(values.get(LENGTH)));

  private final Ema ema;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 13
   */
  public ElderRay(int length) {
    super(DEFINITION, LENGTH.check(length));
    ema = part(new Ema(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double mean = ema.update(close);
    return publish(high - mean, low - mean);
  }
}
