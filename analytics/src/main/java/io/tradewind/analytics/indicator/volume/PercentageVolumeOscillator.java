package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.momentum.PercentagePriceOscillator;
import io.tradewind.analytics.indicator.trend.MovingAverages;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Percentage volume oscillator: the {@link PercentagePriceOscillator} of the volume; 0 where the
 * slow average is 0. Ready when both averages are. Source: G. Appel (2005), "Technical Analysis:
 * Power Tools for Active Investors". As TA-Lib's PVO, whose running sums can leave a small slow
 * average where there is no volume.
 */
public final class PercentageVolumeOscillator extends BarIndicator {
  private static final IntParameter FAST = Parameter.integer("fast", 12, 1, 100_000);
  private static final IntParameter SLOW = Parameter.integer("slow", 26, 2, 100_000);
  private static final ChoiceParameter AVERAGE =
      MovingAverages.choice("average").withDefault("ema");

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLUME, "pvo", "Percentage volume oscillator: two averages of the volume")
          .source("G. Appel (2005), Technical Analysis: Power Tools for Active Investors")
          .taLib("PVO")
          .parameter(FAST)
          .parameter(SLOW)
          .parameter(AVERAGE)
          .output("pvo", Unit.PERCENT)
          .memory(Memory.FADING)
          .makes(values ->
              new PercentageVolumeOscillator(
                  values.get(FAST), values.get(SLOW), values.get(AVERAGE)));

  private final PercentagePriceOscillator oscillator;

  /**
   * Of two averages.
   *
   * @param fast at least 1, usually 12
   * @param slow length, above fast, usually 26
   * @param average kind of both averages, usually ema
   */
  public PercentageVolumeOscillator(int fast, int slow, String average) {
    this(new PercentagePriceOscillator(FAST.check(fast), SLOW.check(slow), average));
  }

  private PercentageVolumeOscillator(PercentagePriceOscillator oscillator) {
    super(DEFINITION, oscillator.warmup());
    this.oscillator = part(oscillator);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    return publish(oscillator.update(volume));
  }
}
