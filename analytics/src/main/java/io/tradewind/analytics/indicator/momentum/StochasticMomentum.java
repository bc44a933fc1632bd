package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingRange;

/**
 * Stochastic momentum index, -100 to 100: how far the close lies from the middle of the range of
 * {@code length} bars, {@code 100 d / (r / 2)}, where the distance and the range are each smoothed
 * twice, by exponential averages of {@code slow} and then {@code fast} values; 0 without any range.
 * The signal is an exponential average of it. Outputs: 0 smi, 1 signal. Ready, both together, after
 * {@code length + fast + slow + signal - 3} bars. Source: W. Blau (1993), "Stochastic Momentum",
 * Stocks &amp; Commodities 11(1). As TA-Lib's SMI.
 */
public final class StochasticMomentum extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 13, 1, 100_000);
  private static final IntParameter FAST = Parameter.integer("fast", 2, 1, 100_000);
  private static final IntParameter SLOW = Parameter.integer("slow", 25, 1, 100_000);
  private static final IntParameter SIGNAL = Parameter.integer("signal", 9, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "smi", "Stochastic momentum index, -100 to 100")
          .source("W. Blau (1993), Stochastic Momentum, Stocks & Commodities 11(1)")
          .taLib("SMI")
          .parameter(LENGTH)
          .parameter(FAST)
          .parameter(SLOW)
          .parameter(SIGNAL)
          .output("smi", Unit.PERCENT)
          .output("signal", Unit.PERCENT)
          .memory(Memory.FADING)
          .makes(values ->
              new StochasticMomentum(
                  values.get(LENGTH), values.get(FAST), values.get(SLOW), values.get(SIGNAL)));

  private final RollingRange extremes;
  private final TwiceSmoothed distances;
  private final TwiceSmoothed ranges;
  private final Ema mean;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 13
   * @param fast values in the second smoothing, at least 1, usually 2
   * @param slow values in the first smoothing, at least 1, usually 25
   * @param signal at least 1, usually 9
   */
  public StochasticMomentum(int length, int fast, int slow, int signal) {
    super(
        DEFINITION,
        LENGTH.check(length) + FAST.check(fast) + SLOW.check(slow) + SIGNAL.check(signal) - 3);
    extremes = part(new RollingRange(length));
    distances = part(new TwiceSmoothed(slow, fast));
    ranges = part(new TwiceSmoothed(slow, fast));
    mean = part(new Ema(signal));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    extremes.push(high, low);
    if (!extremes.isFull()) {
      return publish(Double.NaN);
    }
    double distance = distances.update(close - extremes.middle());
    double range = ranges.update(extremes.range());
    if (!ranges.isReady()) {
      return publish(Double.NaN);
    }
    double smi = range == 0 ? 0.0 : 200.0 * (distance / range);
    return publish(smi, mean.update(smi));
  }
}
