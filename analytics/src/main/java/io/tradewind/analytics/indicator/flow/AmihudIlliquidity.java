package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.Lag;
import io.tradewind.analytics.window.RollingSum;

/**
 * Amihud's illiquidity: the mean of {@code |close / previous close - 1| / (close volume)} over the
 * last {@code length} bars, those without volume left out as he leaves out days without trade: how
 * far the price moves, as a fraction, for each unit of quote that is traded. Amihud multiplies it
 * by a million. Ready after {@code length + 1} bars; NaN while no bar of the window has volume.
 * Source: Y. Amihud (2002), "Illiquidity and stock returns", Journal of Financial Markets 5.
 */
public final class AmihudIlliquidity extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 20, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.ORDER_FLOW, "amihud-illiquidity", "Move for each unit of money traded")
          .source("Y. Amihud (2002), Illiquidity and stock returns, Journal of Financial Markets 5")
          .parameter(LENGTH)
          .sparse("illiquidity", Unit.PER_MONEY)
          .makes(values -> new AmihudIlliquidity(values.get(LENGTH)));

  private final Lag closes = part(new Lag(1));
  private final RollingSum ratios;
  private final RollingSum traded;

  /**
   * Over the last bars.
   *
   * @param length at least 1
   */
  public AmihudIlliquidity(int length) {
    super(DEFINITION, LENGTH.check(length) + 1);
    ratios = part(new RollingSum(length));
    traded = part(new RollingSum(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double move = Math.abs(close / closes.push(close) - 1);
    boolean none = volume == 0;
    ratios.add(none ? 0.0 : move / (close * volume));
    traded.add(none ? 0.0 : 1.0);
    double bars = traded.sum();
    return publish(bars == 0 ? Double.NaN : ratios.sum() / bars);
  }
}
