package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.SeriesIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Sma;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Know sure thing: rates of change in percent over 10, 15, 20 and 30 values, smoothed by simple
 * averages of 10, 10, 10 and 15 values and summed with the weights 1, 2, 3 and 4. The signal is a
 * simple average of that. Outputs: 0 kst, 1 signal. Ready, both together, after {@code 44 + signal}
 * values. Source: M. J. Pring (1992), "Summed Rate of Change (KST)", Stocks &amp; Commodities
 * 10(9), his lengths for days.
 */
public final class KnowSureThing extends SeriesIndicator {
  private static final int[] CHANGES = {10, 15, 20, 30};
  private static final int[] MEANS = {10, 10, 10, 15};
  private static final IntParameter SIGNAL = Parameter.integer("signal", 9, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM, "kst", "Know sure thing: four smoothed rates of change, weighed")
          .source("M. J. Pring (1992), Summed Rate of Change (KST), Stocks & Commodities 10(9)")
          .parameter(SIGNAL)
          .output("kst", Unit.PERCENT)
          .output("signal", Unit.PERCENT)
          .makes(values -> new KnowSureThing(values.get(SIGNAL)));

  private final RateOfChange[] changes = new RateOfChange[CHANGES.length];
  private final Sma[] means = new Sma[MEANS.length];
  private final Sma signalMean;

  /**
   * With the usual lengths.
   *
   * @param signal values in the signal, at least 1, usually 9
   */
  public KnowSureThing(int signal) {
    super(DEFINITION, SIGNAL.check(signal) + 44);
    for (int i = 0; i < CHANGES.length; i++) {
      changes[i] = part(new RateOfChange(CHANGES[i]));
      means[i] = part(new Sma(MEANS[i]));
    }
    signalMean = part(new Sma(signal));
  }

  @Override
  public double update(double value) {
    double sum = 0;
    for (int i = 0; i < changes.length; i++) {
      double change = changes[i].update(value);
      sum += (i + 1) * (changes[i].isReady() ? means[i].update(change) : Double.NaN);
    }
    return publish(sum, means[means.length - 1].isReady() ? signalMean.update(sum) : Double.NaN);
  }
}
