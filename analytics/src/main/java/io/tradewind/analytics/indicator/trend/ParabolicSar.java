package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;

/**
 * Parabolic stop and reverse: a stop that follows the position with growing speed, {@code sar += a
 * (extreme - sar)}, and turns it when the bar reaches it. The acceleration {@code a} begins anew
 * with each position and grows by one step with each new extreme, up to the maximum. A stop never
 * lies within the ranges of this bar and the one before. Source: J. W. Wilder (1978), "New Concepts
 * in Technical Trading Systems", section II. As TA-Lib's SAR: the first position is short if the
 * second bar's movement down is the larger, else long, and its stop is the first bar's high or low.
 * Ready after 2 bars. It remembers its path.
 */
public final class ParabolicSar extends BarIndicator {
  private static final DecimalParameter ACCELERATION =
      Parameter.decimal("acceleration", 0.02, 0, 1000);
  private static final DecimalParameter MAXIMUM = Parameter.decimal("maximum", 0.2, 0, 1000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "parabolic-sar", "Parabolic stop and reverse")
          .source("J. W. Wilder (1978), New Concepts in Technical Trading Systems, section II")
          .taLib("SAR")
          .parameter(ACCELERATION)
          .parameter(MAXIMUM)
          .output("sar", Unit.PRICE)
          .memory(Memory.LASTING)
          .makes(values -> new ParabolicSar(values.get(ACCELERATION), values.get(MAXIMUM)));

  private final ParabolicStop stop;

  /**
   * With one speed for both sides.
   *
   * @param acceleration first speed and step, usually 0.02; at most the maximum counts
   * @param maximum greatest speed, usually 0.2
   */
  public ParabolicSar(double acceleration, double maximum) {
    super(DEFINITION, 2);
    ParabolicStop.Speed speed =
        new ParabolicStop.Speed(
            ACCELERATION.check(acceleration), acceleration, MAXIMUM.check(maximum));
    stop = part(new ParabolicStop(0.0, 0.0, speed, speed));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    return publish(Math.abs(stop.update(high, low)));
  }
}
