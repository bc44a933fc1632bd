package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.momentum.RateOfChange;
import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Chaikin volatility: the change in percent, over {@code change} bars, of an exponential average of
 * {@code high - low}; 0 where that was 0. Ready after {@code length + change} bars. Source: M.
 * Chaikin, in S. B. Achelis (1995), "Technical Analysis from A to Z". As TA-Lib's CVI.
 */
public final class ChaikinVolatility extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 10, 1, 100_000);
  private static final IntParameter CHANGE = Parameter.integer("change", 10, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.VOLATILITY,
              "chaikin-volatility",
              "Chaikin volatility: change of the average range in percent")
          .source("M. Chaikin; in S. B. Achelis (1995), Technical Analysis from A to Z")
          .taLib("CVI")
          .parameter(LENGTH)
          .parameter(CHANGE)
          .output("chaikin-volatility", Unit.PERCENT)
          .memory(Memory.FADING)
          .makes(values -> new ChaikinVolatility(values.get(LENGTH), values.get(CHANGE)));

  /** What is left of ranges long ago; a change from it has no digits. */
  private static final double NO_RANGE = 1e-300;

  private final Ema ema;
  private final RateOfChange change;

  /**
   * Over the last bars.
   *
   * @param length bars in the average, at least 1, usually 10
   * @param change bars between two averages, at least 1, usually 10
   */
  public ChaikinVolatility(int length, int change) {
    super(DEFINITION, LENGTH.check(length) + CHANGE.check(change));
    ema = part(new Ema(length));
    this.change = part(new RateOfChange(change));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double range = ema.update(high - low);
    if (!ema.isReady()) {
      return publish(Double.NaN);
    }
    return publish(change.update(range < NO_RANGE ? 0.0 : range));
  }
}
