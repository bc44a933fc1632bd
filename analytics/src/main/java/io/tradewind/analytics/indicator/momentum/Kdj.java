package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.MovingAverages;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * KDJ: the k and d of the {@link Stochastic}, by default with Wilder's averages, and {@code j = 3 k
 * - 2 d}, which runs ahead of both and leaves 0 to 100. Outputs: 0 k, 1 d, 2 j. Ready when d is.
 * Source: G. C. Lane (1984), "Lane's Stochastics", Stocks &amp; Commodities 2(3); j is of East
 * Asian charting. As TA-Lib's KDJ with one kind for both averages; they begin with a plain mean,
 * not with 50.
 */
public final class Kdj extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 9, 1, 100_000);
  private static final IntParameter SMOOTH = Parameter.integer("smooth", 3, 1, 100_000);
  private static final IntParameter SIGNAL = Parameter.integer("signal", 3, 1, 100_000);
  private static final ChoiceParameter AVERAGE =
      MovingAverages.choice("average").withDefault("rma");

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "kdj", "Stochastic with a third line that runs ahead")
          .source("G. C. Lane (1984), Lane's Stochastics, Stocks & Commodities 2(3)")
          .taLib("KDJ")
          .parameter(LENGTH)
          .parameter(SMOOTH)
          .parameter(SIGNAL)
          .parameter(AVERAGE)
          .output("k", Unit.PERCENT)
          .output("d", Unit.PERCENT)
          .output("j", Unit.PERCENT)
          .memory(Memory.FADING)
          .makes(values ->
              new Kdj(
                  values.get(LENGTH), values.get(SMOOTH), values.get(SIGNAL), values.get(AVERAGE)));

  private final Stochastic stochastic;

  /**
   * Over the last bars.
   *
   * @param length bars of the range, at least 1, usually 9
   * @param smooth fast values in k, at least 1, usually 3
   * @param signal values of k in d, at least 1, usually 3
   * @param average kind of both averages, usually rma
   */
  public Kdj(int length, int smooth, int signal, String average) {
    this(
        new Stochastic(
            LENGTH.check(length), SMOOTH.check(smooth), SIGNAL.check(signal), average, average));
  }

  private Kdj(Stochastic stochastic) {
    super(DEFINITION, stochastic.warmup());
    this.stochastic = part(stochastic);
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double k = stochastic.update(open, high, low, close, volume);
    double d = stochastic.value(1);
    return publish(k, d, 3.0 * k - 2.0 * d);
  }
}
