package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Blau's ergodic: the true strength index as a fraction, of {@code slow} and then {@code fast}
 * values, its exponential average and their difference. Outputs: 0 ergodic, 1 signal, 2 oscillator.
 * Ready after {@code slow + fast + signal - 1} values. Source: W. Blau (1995), "Momentum,
 * Direction, and Divergence". As TradingView's SMI Ergodic Indicator and Oscillator and pandas-ta's
 * smi.
 */
public final class SmiErgodic extends SeriesIndicator {
  private static final IntParameter FAST = Parameter.integer("fast", 5, 1, 100_000);

  private static final IntParameter SLOW = Parameter.integer("slow", 20, 1, 100_000);

  private static final IntParameter SIGNAL = Parameter.integer("signal", 5, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM, "smi-ergodic", "Ergodic indicator, its signal and their difference")
          .source("W. Blau (1995), Momentum, Direction, and Divergence")
          .parameter(FAST)
          .parameter(SLOW)
          .parameter(SIGNAL)
          .output("ergodic", Unit.NUMBER)
          .output("signal", Unit.NUMBER)
          .output("oscillator", Unit.NUMBER)
          .memory(Memory.FADING)
          .makes(values -> new SmiErgodic(values.get(FAST), values.get(SLOW), values.get(SIGNAL)));

  private final TrueStrength strength;

  private final Ema average;

  /**
   * Over the last values.
   *
   * @param fast at least 1, usually 5
   * @param slow at least 1, usually 20
   * @param signal at least 1, usually 5
   */
  public SmiErgodic(int fast, int slow, int signal) {
    super(DEFINITION, SLOW.check(slow) + FAST.check(fast) + SIGNAL.check(signal) - 1);
    strength = part(new TrueStrength(slow, fast));
    average = part(new Ema(signal));
  }

  @Override
  public double update(double value) {
    double ergodic = strength.update(value) / 100.0;
    double mean = strength.isReady() ? average.update(ergodic) : Double.NaN;
    return publish(ergodic, mean, ergodic - mean);
  }
}
