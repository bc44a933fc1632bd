package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.ExponentialMean;

/**
 * Wilder's moving average, also called smoothed: the mean of the first {@code length} values, then
 * {@code rma = (rma (length - 1) + x) / length}. Ready after {@code length} values. Source: J. W.
 * Wilder (1978), "New Concepts in Technical Trading Systems". As TA-Lib's RMA.
 */
public final class Rma extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 30, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "rma", "Wilder's smoothed moving average")
          .source("J. W. Wilder (1978), New Concepts in Technical Trading Systems")
          .taLib("RMA")
          .parameter(LENGTH)
          .output("rma", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new Rma(values.get(LENGTH)));

  private final ExponentialMean mean;

  /**
   * Over the last values.
   *
   * @param length at least 1
   */
  public Rma(int length) {
    super(DEFINITION, LENGTH.check(length));
    mean = part(ExponentialMean.wilder(length));
  }

  @Override
  public double update(double value) {
    return publish(mean.update(value));
  }
}
