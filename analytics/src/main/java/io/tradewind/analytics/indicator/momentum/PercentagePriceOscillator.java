package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.MovingAverages;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Percentage price oscillator: {@code 100 (ma(fast) - ma(slow)) / ma(slow)}; 0 where the slow
 * average is 0. Ready when both averages are. Source: G. Appel (2005), "Technical Analysis: Power
 * Tools for Active Investors". As TA-Lib's PPO, whose running sums can leave a small slow average
 * where there is none. TA-Lib swaps the lengths if fast is the longer; here that is refused.
 */
public final class PercentagePriceOscillator extends SeriesIndicator {
  private static final IntParameter FAST = Parameter.integer("fast", 12, 1, 100_000);
  private static final IntParameter SLOW = Parameter.integer("slow", 26, 2, 100_000);
  private static final ChoiceParameter AVERAGE =
      MovingAverages.choice("average").withDefault("ema");

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM,
              "ppo",
              "Percentage price oscillator: difference of two averages in percent")
          .source("G. Appel (2005), Technical Analysis: Power Tools for Active Investors")
          .taLib("PPO")
          .parameter(FAST)
          .parameter(SLOW)
          .parameter(AVERAGE)
          .output("ppo", Unit.PERCENT)
          .memory(Memory.FADING)
          .makes(values ->
              new PercentagePriceOscillator(
                  values.get(FAST), values.get(SLOW), values.get(AVERAGE)));

  private final SeriesIndicator fastAverage;
  private final SeriesIndicator slowAverage;

  /**
   * Of two averages.
   *
   * @param fast at least 1, usually 12
   * @param slow length, above fast, usually 26
   * @param average kind of both averages, usually ema
   */
  public PercentagePriceOscillator(int fast, int slow, String average) {
    this(
        MovingAverages.of(average, FAST.check(fast)), MovingAverages.of(average, SLOW.check(slow)));
    Check.argument(slow > fast, "slow must be > fast, was %s", slow);
  }

  private PercentagePriceOscillator(SeriesIndicator fast, SeriesIndicator slow) {
    super(DEFINITION, Math.max(fast.warmup(), slow.warmup()));
    fastAverage = part(fast);
    slowAverage = part(slow);
  }

  @Override
  public double update(double value) {
    double fast = fastAverage.update(value);
    double slow = slowAverage.update(value);
    return publish(slow == 0 ? 0.0 : 100.0 * ((fast - slow) / slow));
  }
}
