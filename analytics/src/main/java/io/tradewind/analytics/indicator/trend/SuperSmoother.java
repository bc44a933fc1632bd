package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.cycle.SmoothFilter;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Ehlers' super smoother, a Butterworth filter of two poles and a mean of two: {@code y = c1 (x +
 * x') / 2 + c2 y' + c3 y''} with {@code a = exp(-pi sqrt(2) / length)}, {@code c2 = 2 a cos(pi
 * sqrt(2) / length)}, {@code c3 = -a^2}, {@code c1 = 1 - c2 - c3}. The first two outputs are the
 * inputs. Ready after {@code length} values, when little of them is left. Source: J. F. Ehlers
 * (2013), "Cycle Analytics for Traders".
 */
public final class SuperSmoother extends SeriesIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 10, 2, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "super-smoother", "Ehlers' super smoother")
          .source("J. F. Ehlers (2013), Cycle Analytics for Traders")
          .parameter(LENGTH)
          .output("super-smoother", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new SuperSmoother(values.get(LENGTH)));

  private final SmoothFilter filter;

  /**
   * With a critical period.
   *
   * @param length at least 2
   */
  public SuperSmoother(int length) {
    super(DEFINITION, LENGTH.check(length));
    filter = part(new SmoothFilter(length));
  }

  @Override
  public double update(double value) {
    return publish(filter.update(value));
  }
}
