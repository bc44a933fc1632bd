package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.AbstractIndicator;
import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.statistics.RollingMax;
import io.tradewind.analytics.indicator.statistics.RollingMin;
import io.tradewind.analytics.indicator.trend.Sma;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Slow stochastic, 0 to 100: {@code fastK = 100 (close - lowest) / (highest - lowest)} over {@code
 * length} bars, 0 if they have no range; {@code k} is the simple mean of fastK, {@code d} the
 * simple mean of k. Outputs: 0 k, 1 d. Ready, both together, after {@code length + smooth + signal
 * - 2} bars. Source: G. C. Lane (1984), "Lane's Stochastics", Stocks and Commodities 2(3). As
 * TA-Lib's STOCH with simple averages.
 */
public final class Stochastic extends AbstractIndicator implements BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 14, 1, 100_000);
  private static final IntParameter SMOOTH = Parameter.integer("smooth", 3, 1, 100_000);
  private static final IntParameter SIGNAL = Parameter.integer("signal", 3, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.MOMENTUM, "stochastic", "Slow stochastic, 0 to 100")
          .source("G. C. Lane (1984), Lane's Stochastics, Stocks and Commodities 2(3)")
          .taLib("STOCH")
          .parameter(LENGTH)
          .parameter(SMOOTH)
          .parameter(SIGNAL)
          .output("k", Unit.PERCENT)
          .output("d", Unit.PERCENT)
          .makes(
              values -> new Stochastic(values.get(LENGTH), values.get(SMOOTH), values.get(SIGNAL)));

  private final RollingMax highest;
  private final RollingMin lowest;
  private final Sma slowK;
  private final Sma slowD;

  /**
   * Over the last bars.
   *
   * @param length bars of the range, at least 1, usually 14 (TA-Lib's default is 5)
   * @param smooth fast values in k, at least 1, usually 3
   * @param signal values of k in d, at least 1, usually 3
   */
  public Stochastic(int length, int smooth, int signal) {
    super(DEFINITION, LENGTH.check(length) + SMOOTH.check(smooth) + SIGNAL.check(signal) - 2);
    highest = part(new RollingMax(length));
    lowest = part(new RollingMin(length));
    slowK = part(new Sma(smooth));
    slowD = part(new Sma(signal));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double top = highest.update(high);
    double bottom = lowest.update(low);
    if (!highest.isReady()) {
      return publish(Double.NaN);
    }
    double range = top - bottom;
    double k = slowK.update(range == 0 ? 0.0 : 100.0 * ((close - bottom) / range));
    return publish(k, slowK.isReady() ? slowD.update(k) : Double.NaN);
  }
}
