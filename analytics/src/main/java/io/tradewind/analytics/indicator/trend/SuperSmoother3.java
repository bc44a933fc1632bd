package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Trigonometry;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;

/**
 * Ehlers' super smoother of three poles, which smooths more and lags more than {@link
 * SuperSmoother}: {@code y = d1 x + (b + c) y1 - (c + b c) y2 + c^2 y3} of the last three outputs,
 * with {@code a = exp(-pi / length)}, {@code b = 2 a cos(pi sqrt(3) / length)}, {@code c = a^2} and
 * {@code d1 = 1 - (b + c) + (c + b c) - c^2}. The first three outputs are the inputs. Ready after
 * {@code length} values. Source: J. F. Ehlers (2013), "Cycle Analytics for Traders", who writes
 * 1.738 for the root of 3. pandas-ta's ssf3 has 1.732 and 3.14159 for root and pi.
 */
public final class SuperSmoother3 extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 3, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "super-smoother-3", "Ehlers' super smoother of three poles")
          .source("J. F. Ehlers (2013), Cycle Analytics for Traders")
          .parameter(LENGTH)
          .output("super-smoother", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new SuperSmoother3(values.get(LENGTH)));

  private double count;

  private double last;

  private double second;

  private double third;

  private final double d1;

  private final double d2;

  private final double d3;

  private final double d4;

  /**
   * With a critical period.
   *
   * @param length at least 3, usually 20
   */
  public SuperSmoother3(int length) {
    super(DEFINITION, LENGTH.check(length));
    double a = StrictMath.exp(-Math.PI / length);
    double b = 2.0 * a * Trigonometry.cos(Math.PI * Math.sqrt(3.0) / length);
    double c = a * a;
    d2 = b + c;
    d3 = -c * (1.0 + b);
    d4 = c * c;
    d1 = 1.0 - d2 - d3 - d4;
  }

  @Override
  public double update(double value) {
    double next = value;
    if (count < 3) {
      count++;
    } else {
      next = d1 * value + d2 * last + d3 * second + d4 * third;
    }
    third = second;
    second = last;
    last = next;
    return publish(next);
  }

  @Override
  protected void resetOwn() {
    count = 0;
    last = 0;
    second = 0;
    third = 0;
  }

  @Override
  protected void saveOwn(StateWriter out) {
    out.writeDouble(count).writeDouble(last).writeDouble(second).writeDouble(third);
  }

  @Override
  protected void loadOwn(StateReader in) {
    count = in.readDouble();
    last = in.readDouble();
    second = in.readDouble();
    third = in.readDouble();
  }
}
