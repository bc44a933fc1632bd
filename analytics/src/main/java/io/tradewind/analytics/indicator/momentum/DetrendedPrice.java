package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Sma;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.Lag;

/**
 * Detrended price oscillator: {@code x' - sma}, the value {@code length / 2 + 1} (in whole numbers)
 * updates before, less the simple average of the last {@code length}. It looks at the middle of the
 * window, so it tells of cycles and not of now. Ready after {@code max(length, length / 2 + 2)}
 * values. As TA-Lib's DPO, which like this one does not draw the line back to where its value was.
 */
public final class DetrendedPrice extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM,
              "dpo",
              "Detrended price oscillator: an earlier value less the average")
          .source("x some bars before, half the length and one, less the simple average")
          .taLib("DPO")
          .parameter(LENGTH)
          .output("dpo", Unit.PRICE)
          .makes(values -> new DetrendedPrice(values.get(LENGTH)));

  private final Lag past;
  private final Sma mean;

  /**
   * Over the last values.
   *
   * @param length at least 2, usually 20
   */
  public DetrendedPrice(int length) {
    super(DEFINITION, Math.max(LENGTH.check(length), length / 2 + 2));
    past = part(new Lag(length / 2 + 1));
    mean = part(new Sma(length));
  }

  @Override
  public double update(double value) {
    return publish(past.push(value) - mean.update(value));
  }
}
