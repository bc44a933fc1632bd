package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.DecimalParameter;

/**
 * {@link ParabolicSar} with a choice of the start and with speeds for each side; negative while the
 * position is short. Source: J. W. Wilder (1978), "New Concepts in Technical Trading Systems",
 * section II. As TA-Lib's SAREXT. Ready after 2 bars. It remembers its path.
 */
public final class ExtendedParabolicSar extends BarIndicator {
  private static final DecimalParameter START = Parameter.decimal("start", 0, -1e8, 1e8);
  private static final DecimalParameter OFFSET = Parameter.decimal("offset", 0, 0, 1000);
  private static final DecimalParameter FIRST_LONG = speed("first-long", 0.02);
  private static final DecimalParameter STEP_LONG = speed("step-long", 0.02);
  private static final DecimalParameter MAXIMUM_LONG = speed("maximum-long", 0.2);
  private static final DecimalParameter FIRST_SHORT = speed("first-short", 0.02);
  private static final DecimalParameter STEP_SHORT = speed("step-short", 0.02);
  private static final DecimalParameter MAXIMUM_SHORT = speed("maximum-short", 0.2);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "parabolic-sar-extended", "Parabolic stop, a speed for each side")
          .source("J. W. Wilder (1978), New Concepts in Technical Trading Systems, section II")
          .taLib("SAREXT")
          .parameter(START)
          .parameter(OFFSET)
          .parameter(FIRST_LONG)
          .parameter(STEP_LONG)
          .parameter(MAXIMUM_LONG)
          .parameter(FIRST_SHORT)
          .parameter(STEP_SHORT)
          .parameter(MAXIMUM_SHORT)
          .output("sar", Unit.PRICE)
          .memory(Memory.LASTING)
          .makes(values ->
              new ExtendedParabolicSar(
                  values.get(START),
                  values.get(OFFSET),
                  new double[] {
                    values.get(FIRST_LONG), values.get(STEP_LONG), values.get(MAXIMUM_LONG)
                  },
                  new double[] {
                    values.get(FIRST_SHORT), values.get(STEP_SHORT), values.get(MAXIMUM_SHORT)
                  }));

  private final ParabolicStop stop;

  /**
   * With a speed for each side.
   *
   * @param start price of the first stop, long if above 0, short and negated if below; 0 lets the
   *     first two bars decide
   * @param offset share of the price by which a turned stop stands further away, at least 0
   * @param longSpeed {@code [3]}: first speed, step and maximum of a long position
   * @param shortSpeed {@code [3]}: the same of a short one
   */
  public ExtendedParabolicSar(
      double start, double offset, double[] longSpeed, double[] shortSpeed) {
    super(DEFINITION, 2);
    stop =
        part(
            new ParabolicStop(
                START.check(start),
                OFFSET.check(offset),
                new ParabolicStop.Speed(
                    FIRST_LONG.check(longSpeed[0]),
                    STEP_LONG.check(longSpeed[1]),
                    MAXIMUM_LONG.check(longSpeed[2])),
                new ParabolicStop.Speed(
                    FIRST_SHORT.check(shortSpeed[0]),
                    STEP_SHORT.check(shortSpeed[1]),
                    MAXIMUM_SHORT.check(shortSpeed[2]))));
  }

  private static DecimalParameter speed(String name, double usual) {
    return Parameter.decimal(name, usual, 0, 1000);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    return publish(stop.update(high, low));
  }
}
