package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.indicator.trend.Sma;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.ExponentialMean;

/**
 * Wave trend: of the typical price {@code tp = (high + low + close) / 3} and its exponential
 * average over {@code channel} bars the distance, divided by 0.015 times the exponential average of
 * its size, smoothed by an exponential average of {@code length} values; 0 counts where there is no
 * distance. The signal is a simple average of {@code signal} values. Outputs: 0 wave-trend, 1
 * signal. Ready, both together, after {@code 2 channel + length + signal - 3} bars. The distance
 * over 0.015 deviations is that of D. R. Lambert (1980); the oscillator is known from charts
 * without an author.
 */
public final class WaveTrend extends BarIndicator {
  private static final IntParameter CHANNEL = Parameter.integer("channel", 10, 2, 100_000);
  private static final IntParameter LENGTH = Parameter.integer("length", 21, 1, 100_000);
  private static final IntParameter SIGNAL = Parameter.integer("signal", 4, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "wave-trend", "Wave trend oscillator")
          .source("ema of (tp - ema(tp)) / (0.015 ema(|tp - ema(tp)|))")
          .parameter(CHANNEL)
          .parameter(LENGTH)
          .parameter(SIGNAL)
          .output("wave-trend", Unit.NUMBER)
          .output("signal", Unit.NUMBER)
          .memory(Memory.FADING)
          .makes(
              values -> new WaveTrend(values.get(CHANNEL), values.get(LENGTH), values.get(SIGNAL)));

  private final ExponentialMean mean;
  private final Ema deviation;
  private final Ema smooth;
  private final Sma signalMean;

  /**
   * Over the last bars.
   *
   * @param channel bars in the average, at least 2, usually 10
   * @param length at least 1, usually 21
   * @param signal at least 1, usually 4
   */
  public WaveTrend(int channel, int length, int signal) {
    super(DEFINITION, 2 * CHANNEL.check(channel) + LENGTH.check(length) + SIGNAL.check(signal) - 3);
    mean = part(ExponentialMean.of(channel, Ema.factor(channel)));
    deviation = part(new Ema(channel));
    smooth = part(new Ema(length));
    signalMean = part(new Sma(signal));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double typical = (high + low + close) / 3.0;
    mean.update(typical);
    double distance = mean.gap();
    double size = mean.isReady() ? deviation.update(Math.abs(distance)) : Double.NaN;
    if (!deviation.isReady()) {
      return publish(Double.NaN);
    }
    double wave = smooth.update(size == 0 ? 0.0 : distance / size / 0.015);
    return publish(wave, smooth.isReady() ? signalMean.update(wave) : Double.NaN);
  }
}
