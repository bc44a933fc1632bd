package io.tradewind.analytics.indicator.volatility;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Memory;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.trend.Ema;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Mass index: the sum over {@code sum} bars of the exponential average of {@code high - low}
 * divided by the exponential average of that average; a bar where both are 0 counts 1. Ready after
 * {@code 2 length + sum - 2} bars. Source: D. Dorsey (1992), "The Mass Index", Stocks &amp;
 * Commodities 10(6). As TA-Lib's MASSI.
 */
public final class MassIndex extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 9, 1, 100_000);
  private static final IntParameter SUM = Parameter.integer("sum", 25, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.VOLATILITY, "mass-index", "Mass index: how the range widens")
          .source("D. Dorsey (1992), The Mass Index, Stocks & Commodities 10(6)")
          .taLib("MASSI")
          .parameter(LENGTH)
          .parameter(SUM)
          .output("mass-index", Unit.NUMBER)
          .memory(Memory.FADING)
          .makes(values -> new MassIndex(values.get(LENGTH), values.get(SUM)));

  private final Ema first;
  private final Ema second;
  private final RollingSum ratios;

  /**
   * Over the last bars.
   *
   * @param length values in each average, at least 1, usually 9
   * @param sum bars summed, at least 1, usually 25
   */
  public MassIndex(int length, int sum) {
    super(DEFINITION, 2 * LENGTH.check(length) + SUM.check(sum) - 2);
    first = part(new Ema(length));
    second = part(new Ema(length));
    ratios = part(new RollingSum(sum));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double single = first.update(high - low);
    double twice = first.isReady() ? second.update(single) : Double.NaN;
    if (!second.isReady()) {
      return publish(Double.NaN);
    }
    ratios.add(twice == 0 ? 1.0 : single / twice);
    return publish(ratios.sum());
  }
}
