package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.AbstractIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.Lag;

/**
 * Rate of change in percent: {@code 100 (x - x') / x'}, {@code x'} being the value {@code length}
 * updates before; 0 if that was 0. Ready after {@code length + 1} values. As TA-Lib's ROC, which
 * computes {@code 100 (x / x' - 1)} and so loses the last digits of small changes.
 */
public final class RateOfChange extends AbstractIndicator implements SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 10, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "rate-of-change", "Rate of change in percent")
          .source("100 (x - x') / x' with the value x' some bars before")
          .taLib("ROC")
          .parameter(LENGTH)
          .output("rate-of-change", Unit.PERCENT)
          .makes(values -> new RateOfChange(values.get(LENGTH)));

  private final Lag window;

  /**
   * Against a value before.
   *
   * @param length how many updates before, at least 1
   */
  public RateOfChange(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    window = part(new Lag(length));
  }

  @Override
  public double update(double value) {
    double before = window.push(value);
    return publish(before == 0 ? 0.0 : 100.0 * ((value - before) / before));
  }
}
