package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Sma;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Bias: {@code 100 (x - sma) / sma} with the simple average of the last {@code length} values; 0 if
 * that is 0. Ready after {@code length} values.
 */
public final class Bias extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 26, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "bias", "Distance from the simple average in percent")
          .source("100 (x - sma) / sma")
          .parameter(LENGTH)
          .output("bias", Unit.PERCENT)
          .makes(values -> new Bias(values.get(LENGTH)));

  private final Sma mean;

  /**
   * Over the last values.
   *
   * @param length at least 1, usually 26
   */
  public Bias(int length) {
    super(DEFINITION, LENGTH.check(length));
    mean = part(new Sma(length));
  }

  @Override
  public double update(double value) {
    double average = mean.update(value);
    return publish(average == 0 ? 0.0 : 100.0 * ((value - average) / average));
  }
}
