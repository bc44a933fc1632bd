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
 * Moving average convergence divergence: {@code macd = ema(fast) - ema(slow)}, {@code signal =
 * ema(macd)}, {@code histogram = macd - signal}. Outputs: 0 macd, 1 signal, 2 histogram. Ready, all
 * three together, after {@code slow + signal - 1} values. Source: G. Appel (2005), "Technical
 * Analysis: Power Tools for Active Investors". As TA-Lib's MACD: both averages are seeded at the
 * same bar, so the fast one leaves out the first {@code slow - fast} values. TA-Lib swaps the
 * lengths if fast is the longer; here that is refused.
 */
public final class Macd extends SeriesIndicator {
  private static final IntParameter FAST = Parameter.integer("fast", 12, 2, 100_000);
  private static final IntParameter SLOW = Parameter.integer("slow", 26, 3, 100_000);
  private static final IntParameter SIGNAL = Parameter.integer("signal", 9, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "macd", "Moving average convergence divergence")
          .source("G. Appel (2005), Technical Analysis: Power Tools for Active Investors")
          .taLib("MACD")
          .parameter(FAST)
          .parameter(SLOW)
          .parameter(SIGNAL)
          .output("macd", Unit.PRICE)
          .output("signal", Unit.PRICE)
          .output("histogram", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new Macd(values.get(FAST), values.get(SLOW), values.get(SIGNAL)));

  private final int skipped;
  private final ExponentialMean fastEma;
  private final ExponentialMean slowEma;
  private final ExponentialMean signalEma;

  /**
   * Of two averages.
   *
   * @param fast length, at least 2, usually 12
   * @param slow length, above fast, usually 26
   * @param signal length, at least 1, usually 9
   */
  public Macd(int fast, int slow, int signal) {
    super(DEFINITION, SLOW.check(slow) + SIGNAL.check(signal) - 1);
    Check.argument(slow > FAST.check(fast), "slow must be > fast, was %s", slow);
    skipped = slow - fast;
    fastEma = part(ExponentialMean.of(fast, Ema.factor(fast)));
    slowEma = part(ExponentialMean.of(slow, Ema.factor(slow)));
    signalEma = part(ExponentialMean.of(signal, Ema.factor(signal)));
  }

  @Override
  public double update(double value) {
    double slow = slowEma.update(value);
    double fast = seen() >= skipped ? fastEma.update(value) : Double.NaN;
    double macd = fast - slow;
    double signal = slowEma.isReady() ? signalEma.update(macd) : Double.NaN;
    return publish(macd, signal, macd - signal);
  }

  @Override
  protected void fill(double[] values, int from, double[][] outputs) {
    double[] macds = outputs[0];
    double[] signals = outputs[1];
    double[] histograms = outputs[2];
    ExponentialMean slow = slowEma.copy();
    ExponentialMean fast = fastEma.copy();
    ExponentialMean signal = signalEma.copy();
    for (int i = from; i < values.length; i++) {
      double macd = fast.follow(values[i]) - slow.follow(values[i]);
      double line = signal.follow(macd);
      macds[i] = macd;
      signals[i] = line;
      histograms[i] = macd - line;
    }
    slowEma.become(slow);
    fastEma.become(fast);
    signalEma.become(signal);
  }
}
