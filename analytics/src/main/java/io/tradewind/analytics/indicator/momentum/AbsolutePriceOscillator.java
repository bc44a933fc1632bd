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
 * Absolute price oscillator: {@code ma(fast) - ma(slow)}. Ready when both averages are. Source: G.
 * Appel (2005), "Technical Analysis: Power Tools for Active Investors". As TA-Lib's APO: unlike in
 * {@link Macd} each average begins with the first value. TA-Lib swaps the lengths if fast is the
 * longer; here that is refused.
 */
public final class AbsolutePriceOscillator extends SeriesIndicator {
  private static final IntParameter FAST = Parameter.integer("fast", 12, 1, 100_000);
  private static final IntParameter SLOW = Parameter.integer("slow", 26, 2, 100_000);
  private static final ChoiceParameter AVERAGE =
      MovingAverages.choice("average").withDefault("ema");

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "apo", "Absolute price oscillator: difference of two averages")
          .source("G. Appel (2005), Technical Analysis: Power Tools for Active Investors")
          .taLib("APO")
          .parameter(FAST)
          .parameter(SLOW)
          .parameter(AVERAGE)
          .output("apo", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values ->
              new AbsolutePriceOscillator(values.get(FAST), values.get(SLOW), values.get(AVERAGE)));

  private final SeriesIndicator fastAverage;
  private final SeriesIndicator slowAverage;

  /**
   * Of two averages.
   *
   * @param fast at least 1, usually 12
   * @param slow length, above fast, usually 26
   * @param average kind of both averages, usually ema
   */
  public AbsolutePriceOscillator(int fast, int slow, String average) {
    this(
        MovingAverages.of(average, FAST.check(fast)), MovingAverages.of(average, SLOW.check(slow)));
    Check.argument(slow > fast, "slow must be > fast, was %s", slow);
  }

  private AbsolutePriceOscillator(SeriesIndicator fast, SeriesIndicator slow) {
    super(DEFINITION, Math.max(fast.warmup(), slow.warmup()));
    fastAverage = part(fast);
    slowAverage = part(slow);
  }

  @Override
  public double update(double value) {
    return publish(fastAverage.update(value) - slowAverage.update(value));
  }
}
