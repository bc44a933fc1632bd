package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.Lag;

/**
 * Momentum: {@code x - x'}, {@code x'} being the value {@code length} updates before. Ready after
 * {@code length + 1} values. As TA-Lib's MOM.
 */
public final class Momentum extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 10, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "momentum", "Change over some bars")
          .source("x - x' with the value x' some bars before")
          .taLib("MOM")
          .parameter(LENGTH)
          .output("momentum", Unit.PRICE)
          .makes(values -> new Momentum(values.get(LENGTH)));

  private final Lag past;

  /**
   * Against a value before.
   *
   * @param length at least 1, usually 10
   */
  public Momentum(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    past = part(new Lag(length));
  }

  @Override
  public double update(double value) {
    return publish(value - past.push(value));
  }
}
