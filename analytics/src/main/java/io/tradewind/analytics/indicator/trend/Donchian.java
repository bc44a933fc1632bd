package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.AbstractIndicator;
import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.indicator.statistics.RollingMax;
import io.tradewind.analytics.indicator.statistics.RollingMin;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;

/**
 * Donchian channel: the highest high and the lowest low of the last {@code length} bars, this one
 * included, and the middle between them. Outputs: 0 upper, 1 lower, 2 middle. Ready after {@code
 * length} bars. Source: R. D. Donchian (1960), "High Finance in Copper", Financial Analysts Journal
 * 16(6). As TA-Lib's DONCHIAN, whose order of outputs is upper, middle, lower. For a breakout
 * compare with the channel of the bar before, since a bar cannot leave a channel that contains it.
 */
public final class Donchian extends AbstractIndicator implements BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.TREND, "donchian", "Donchian channel: highest high and lowest low")
          .source("R. D. Donchian (1960), High Finance in Copper, Financial Analysts Journal 16(6)")
          .taLib("DONCHIAN")
          .parameter(LENGTH)
          .output("upper", Unit.PRICE)
          .output("lower", Unit.PRICE)
          .output("middle", Unit.PRICE)
          .makes(values -> new Donchian(values.get(LENGTH)));

  private final RollingMax highest;
  private final RollingMin lowest;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 20
   */
  public Donchian(int length) {
    super(DEFINITION, LENGTH.check(length));
    highest = part(new RollingMax(length));
    lowest = part(new RollingMin(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double upper = highest.update(high);
    double lower = lowest.update(low);
    return publish(upper, lower, (upper + lower) / 2.0);
  }
}
