package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.ExponentialMean;

/**
 * Schaff trend cycle, 0 to 100: the {@code ema(fast) - ema(slow)} is placed between its lowest and
 * its highest of {@code length} values, smoothed as {@code s = s' + 0.5 (x - s')}, and both once
 * more. A range below 1e-12 of the value, and the second time of 100, is rounding; with it the
 * place stays as it was, 0 at first. Ready after {@code slow + 2 length - 2} values. Source: D.
 * Schaff, 1999.
 */
public final class SchaffTrendCycle extends SeriesIndicator {
  private static final IntParameter FAST = Parameter.integer("fast", 23, 1, 100_000);
  private static final IntParameter SLOW = Parameter.integer("slow", 50, 2, 100_000);
  private static final IntParameter LENGTH = Parameter.integer("length", 10, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM,
              "schaff",
              "Schaff trend cycle: a stochastic of a stochastic of macd, 0 to 100")
          .source("D. Schaff (1999): the stochastic of macd, smoothed, and again")
          .parameter(FAST)
          .parameter(SLOW)
          .parameter(LENGTH)
          .output("schaff", Unit.PERCENT)
          .memory(Memory.FADING)
          .makes(values ->
              new SchaffTrendCycle(values.get(FAST), values.get(SLOW), values.get(LENGTH)));

  private final ExponentialMean fastEma;
  private final ExponentialMean slowEma;
  private final SmoothedPlace first;
  private final SmoothedPlace second;

  /**
   * Over the last values.
   *
   * @param fast length, at least 1, usually 23
   * @param slow length, above fast, usually 50
   * @param length at least 1, usually 10
   */
  public SchaffTrendCycle(int fast, int slow, int length) {
    super(DEFINITION, SLOW.check(slow) + 2 * LENGTH.check(length) - 2);
    Check.argument(slow > FAST.check(fast), "slow must be > fast, was %s", slow);
    fastEma = part(ExponentialMean.of(fast, Ema.factor(fast)));
    slowEma = part(ExponentialMean.of(slow, Ema.factor(slow)));
    first = part(new SmoothedPlace(length));
    second = part(new SmoothedPlace(length));
  }

  @Override
  public double update(double value) {
    slowEma.update(value);
    fastEma.update(value);
    if (!slowEma.isReady()) {
      return publish(Double.NaN);
    }
    double once = first.update(slowEma.gap() - fastEma.gap(), value);
    return publish(first.isReady() ? second.update(once, 100.0) : Double.NaN);
  }
}
