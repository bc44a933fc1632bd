package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Sma;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Accelerator oscillator: the {@link AwesomeOscillator} less its simple average. Ready after {@code
 * slow + signal - 1} bars. Source: B. Williams (1998), "New Trading Dimensions". As TA-Lib's AC.
 */
public final class AcceleratorOscillator extends BarIndicator {
  private static final IntParameter FAST = Parameter.integer("fast", 5, 1, 100_000);
  private static final IntParameter SLOW = Parameter.integer("slow", 34, 2, 100_000);
  private static final IntParameter SIGNAL = Parameter.integer("signal", 5, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM,
              "accelerator",
              "Accelerator oscillator: awesome oscillator less its average")
          .source("B. Williams (1998), New Trading Dimensions")
          .taLib("AC")
          .parameter(FAST)
          .parameter(SLOW)
          .parameter(SIGNAL)
          .output("accelerator", Unit.PRICE)
          .makes(values ->
              new AcceleratorOscillator(values.get(FAST), values.get(SLOW), values.get(SIGNAL)));

  private final AwesomeOscillator awesome;
  private final Sma mean;

  /**
   * Over the last bars.
   *
   * @param fast at least 1, usually 5
   * @param slow above fast, usually 34
   * @param signal at least 1, usually 5
   */
  public AcceleratorOscillator(int fast, int slow, int signal) {
    super(DEFINITION, SLOW.check(slow) + SIGNAL.check(signal) - 1);
    awesome = part(new AwesomeOscillator(FAST.check(fast), slow));
    mean = part(new Sma(signal));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double value = awesome.update(open, high, low, close, volume);
    return publish(awesome.isReady() ? value - mean.update(value) : Double.NaN);
  }
}
