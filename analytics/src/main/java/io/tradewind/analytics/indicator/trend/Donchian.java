package io.tradewind.analytics.indicator.trend;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingRange;

/**
 * Donchian channel: the highest high and the lowest low of the last {@code length} bars, this one
 * included, and the middle between them. Outputs: 0 upper, 1 lower, 2 middle. Ready after {@code
 * length} bars. Source: R. D. Donchian (1960), "High Finance in Copper", Financial Analysts Journal
 * 16(6). As TA-Lib's DONCHIAN, whose order of outputs is upper, middle, lower. For a breakout
 * compare with the channel of the bar before, since a bar cannot leave a channel that contains it.
 */
public final class Donchian extends BarIndicator {
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

  private final RollingRange extremes;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 20
   */
  public Donchian(int length) {
    super(DEFINITION, LENGTH.check(length));
    extremes = part(new RollingRange(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    extremes.push(high, low);
    return publish(extremes.highest(), extremes.lowest(), extremes.middle());
  }

  @Override
  protected void fill(
      double[] open,
      double[] high,
      double[] low,
      double[] close,
      double[] volume,
      int from,
      double[][] outputs) {
    double[] upper = outputs[0];
    double[] lower = outputs[1];
    extremes.batch(high, low, from, close.length, upper, lower);
    double[] middle = outputs[2];
    for (int i = from; i < middle.length; i++) {
      middle[i] = (upper[i] + lower[i]) / 2.0;
    }
  }
}
