package io.tradewind.analytics.indicator.volume;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Moving average convergence divergence of volume-weighted averages: {@code macd = sum(close
 * volume) / sum(volume)} over {@code fast} bars less the same over {@code slow}, {@code signal =
 * ema(macd)}, {@code histogram = macd - signal}; bars that all have no volume weigh the same.
 * Outputs: 0 macd, 1 signal, 2 histogram. Ready, all three together, after {@code slow + signal -
 * 1} bars. Source: B. P. Dormeier (2011), "Investing with Volume Analysis".
 */
public final class VolumeWeightedMacd extends BarIndicator {
  private static final IntParameter FAST = Parameter.integer("fast", 12, 1, 100_000);
  private static final IntParameter SLOW = Parameter.integer("slow", 26, 2, 100_000);
  private static final IntParameter SIGNAL = Parameter.integer("signal", 9, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLUME,
              "volume-weighted-macd",
              "Moving average convergence divergence of volume-weighted averages")
          .source("B. P. Dormeier (2011), Investing with Volume Analysis")
          .parameter(FAST)
          .parameter(SLOW)
          .parameter(SIGNAL)
          .output("macd", Unit.PRICE)
          .output("signal", Unit.PRICE)
          .output("histogram", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values ->
              new VolumeWeightedMacd(values.get(FAST), values.get(SLOW), values.get(SIGNAL)));

  private final WeightedMean fastMean;
  private final WeightedMean slowMean;
  private final Ema signalEma;

  /**
   * Over the last bars.
   *
   * @param fast at least 1, usually 12
   * @param slow length, above fast, usually 26
   * @param signal at least 1, usually 9
   */
  public VolumeWeightedMacd(int fast, int slow, int signal) {
    super(DEFINITION, SLOW.check(slow) + SIGNAL.check(signal) - 1);
    Check.argument(slow > FAST.check(fast), "slow must be > fast, was %s", slow);
    fastMean = part(new WeightedMean(fast));
    slowMean = part(new WeightedMean(slow));
    signalEma = part(new Ema(signal));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double slow = slowMean.update(close, volume);
    double macd = fastMean.update(close, volume) - slow;
    double signal = slowMean.isFull() ? signalEma.update(macd) : Double.NaN;
    return publish(macd, signal, macd - signal);
  }
}
