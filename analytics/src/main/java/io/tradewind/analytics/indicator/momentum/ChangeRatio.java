package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.Lag;

/**
 * Value against an earlier one: {@code ratio = x / x'}, {@code percent = 100 x / x'} and {@code
 * fraction = (x - x') / x'}, {@code x'} being the value {@code length} updates before; all are 0 if
 * that was 0. Outputs: 0 ratio, 1 percent, 2 fraction. Ready after {@code length + 1} values. As
 * TA-Lib's ROCR, ROCR100 and ROCP; the change in percent is {@link RateOfChange}.
 */
public final class ChangeRatio extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 10, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM, "change-ratio", "Value against the one some bars before, as a ratio")
          .source("x / x' with the value x' some bars before")
          .taLib("ROCR", "ROCR100", "ROCP")
          .parameter(LENGTH)
          .output("ratio", Unit.NUMBER)
          .output("percent", Unit.PERCENT)
          .output("fraction", Unit.NUMBER)
          .makes(values -> new ChangeRatio(values.get(LENGTH)));

  private final Lag past;

  /**
   * Against a value before.
   *
   * @param length at least 1, usually 10
   */
  public ChangeRatio(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    past = part(new Lag(length));
  }

  @Override
  public double update(double value) {
    double before = past.push(value);
    if (before == 0) {
      return publish(0.0, 0.0, 0.0);
    }
    double ratio = value / before;
    return publish(ratio, 100.0 * ratio, (value - before) / before);
  }
}
