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
 * Moving average convergence divergence with the factors that it first had, 0.15 and 0.075, for its
 * lengths 12 and 26 (by {@code 2 / (length + 1)} they would be 0.1538 and 0.0741). Outputs: 0 macd,
 * 1 signal, 2 histogram. Ready, all three together, after {@code 25 + signal} values. Source: G.
 * Appel (2005), "Technical Analysis: Power Tools for Active Investors". As TA-Lib's MACDFIX; see
 * {@link Macd} for how it begins.
 */
public final class MacdFixed extends SeriesIndicator {
  private static final int FAST = 12;
  private static final int SLOW = 26;
  private static final IntParameter SIGNAL = Parameter.integer("signal", 9, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM,
              "macd-fix",
              "Moving average convergence divergence with the first factors")
          .source("G. Appel (2005), Technical Analysis: Power Tools for Active Investors")
          .taLib("MACDFIX")
          .parameter(SIGNAL)
          .output("macd", Unit.PRICE)
          .output("signal", Unit.PRICE)
          .output("histogram", Unit.PRICE)
          .memory(Memory.FADING)
          .makes(values -> new MacdFixed(values.get(SIGNAL)));

  private final Ema fastEma;
  private final Ema slowEma;
  private final Ema signalEma;

  /**
   * Of the lengths 12 and 26.
   *
   * @param signal length, at least 1, usually 9
   */
  public MacdFixed(int signal) {
    super(DEFINITION, SLOW + SIGNAL.check(signal) - 1);
    fastEma = part(Ema.withFactor(FAST, 0.15));
    slowEma = part(Ema.withFactor(SLOW, 0.075));
    signalEma = part(new Ema(signal));
  }

  @Override
  public double update(double value) {
    double slow = slowEma.update(value);
    double fast = seen() >= SLOW - FAST ? fastEma.update(value) : Double.NaN;
    double macd = fast - slow;
    double signal = slowEma.isReady() ? signalEma.update(macd) : Double.NaN;
    return publish(macd, signal, macd - signal);
  }
}
