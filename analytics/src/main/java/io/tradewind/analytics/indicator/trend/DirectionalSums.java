package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Directional movement up and down, each summed and smoothed as {@link Adx} says. Outputs: 0
 * plus-dm, 1 minus-dm. Ready after {@code length} bars, whose {@code length - 1} moves are summed
 * plainly. Source: J. W. Wilder (1978), "New Concepts in Technical Trading Systems", section IV. As
 * TA-Lib's PLUS_DM and MINUS_DM, which take a length of 1 as no smoothing; here that is refused.
 */
public final class DirectionalSums extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "directional-movement", "Movement up and down, smoothed sums")
          .source("J. W. Wilder (1978), New Concepts in Technical Trading Systems, section IV")
          .taLib("PLUS_DM", "MINUS_DM")
          .parameter(LENGTH)
          .output("plus-dm", Unit.PRICE)
          .output("minus-dm", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new DirectionalSums(values.get(LENGTH)));

  private final DirectionalMovement movement;

  /**
   * Over the last bars.
   *
   * @param length at least 2, usually 14
   */
  public DirectionalSums(int length) {
    super(DEFINITION, LENGTH.check(length));
    movement = part(new DirectionalMovement(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    movement.update(high, low, close);
    return publish(movement.plus(), movement.minus());
  }
}
