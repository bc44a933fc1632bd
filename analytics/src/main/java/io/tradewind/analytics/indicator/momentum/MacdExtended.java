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
 * Moving average convergence divergence with a choice of averages: {@code macd = ma(fast) -
 * ma(slow)}, {@code signal = ma(macd)}, {@code histogram = macd - signal}. Outputs: 0 macd, 1
 * signal, 2 histogram. Both averages are begun so late that they are ready together, the signal
 * with the first macd; ready, all three together, when the signal is. Source: G. Appel (2005),
 * "Technical Analysis: Power Tools for Active Investors". As TA-Lib's MACDEXT with one kind for the
 * fast and the slow average; it swaps the lengths if fast is the longer; here that is refused.
 */
public final class MacdExtended extends SeriesIndicator {
  private static final IntParameter FAST = Parameter.integer("fast", 12, 2, 100_000);
  private static final IntParameter SLOW = Parameter.integer("slow", 26, 3, 100_000);
  private static final IntParameter SIGNAL = Parameter.integer("signal", 9, 1, 100_000);
  private static final ChoiceParameter AVERAGE = MovingAverages.choice("average");
  private static final ChoiceParameter SIGNAL_AVERAGE = MovingAverages.choice("signal-average");

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM, "macd-ext", "Moving average convergence divergence of any averages")
          .source("G. Appel (2005), Technical Analysis: Power Tools for Active Investors")
          .taLib("MACDEXT")
          .parameter(FAST)
          .parameter(SLOW)
          .parameter(SIGNAL)
          .parameter(AVERAGE)
          .parameter(SIGNAL_AVERAGE)
          .output("macd", Unit.PRICE)
          .output("signal", Unit.PRICE)
          .output("histogram", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values ->
              new MacdExtended(
                  values.get(FAST),
                  values.get(SLOW),
                  values.get(SIGNAL),
                  values.get(AVERAGE),
                  values.get(SIGNAL_AVERAGE)));

  private final int skippedByFast;
  private final int skippedBySlow;
  private final SeriesIndicator fastAverage;
  private final SeriesIndicator slowAverage;
  private final SeriesIndicator signalAverage;

  /**
   * Of two averages.
   *
   * @param fast length, at least 2, usually 12
   * @param slow length, above fast, usually 26
   * @param signal length, at least 1, usually 9
   * @param average kind of the fast and the slow average
   * @param signalAverage kind of the signal
   */
  public MacdExtended(int fast, int slow, int signal, String average, String signalAverage) {
    this(
        MovingAverages.of(average, FAST.check(fast)),
        MovingAverages.of(average, SLOW.check(slow)),
        MovingAverages.of(signalAverage, SIGNAL.check(signal)));
    Check.argument(slow > fast, "slow must be > fast, was %s", slow);
  }

  private MacdExtended(SeriesIndicator fast, SeriesIndicator slow, SeriesIndicator signal) {
    super(DEFINITION, Math.max(fast.warmup(), slow.warmup()) + signal.warmup() - 1);
    skippedByFast = Math.max(slow.warmup() - fast.warmup(), 0);
    skippedBySlow = Math.max(fast.warmup() - slow.warmup(), 0);
    fastAverage = part(fast);
    slowAverage = part(slow);
    signalAverage = part(signal);
  }

  @Override
  public double update(double value) {
    double fast = seen() >= skippedByFast ? fastAverage.update(value) : Double.NaN;
    double slow = seen() >= skippedBySlow ? slowAverage.update(value) : Double.NaN;
    double macd = fast - slow;
    boolean ready = fastAverage.isReady() && slowAverage.isReady();
    double signal = ready ? signalAverage.update(macd) : Double.NaN;
    return publish(macd, signal, macd - signal);
  }
}
