package io.tradewind.analytics.indicator.momentum;

import io.tradewind.analytics.indicator.BarIndicator;
import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingSum;

/**
 * How many of the last {@code length} bars closed above their open for each that closed below; NaN
 * if none did. Ready after {@code length} bars. As TradingView's Advance/Decline Ratio (Bars).
 */
public final class AdvanceDecline extends BarIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 9, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(
              Family.MOMENTUM, "advance-decline-bars", "Bars that rose for each bar that fell")
          .source("bars closing above their open over bars closing below")
          .parameter(LENGTH)
          .sparse("ratio", Unit.NUMBER)
          .makes(values -> new AdvanceDecline(values.get(LENGTH)));

  private final RollingSum rises;

  private final RollingSum falls;

  /**
   * Over the last bars.
   *
   * @param length at least 1, usually 9
   */
  public AdvanceDecline(int length) {
    super(DEFINITION, LENGTH.check(length));
    rises = part(new RollingSum(length));
    falls = part(new RollingSum(length));
  }

  @Override
  public double update(double open, double high, double low, double close, double volume) {
    double body = close - open;
    rises.add(Double.isNaN(body) ? body : body > 0 ? 1.0 : 0.0);
    falls.add(Double.isNaN(body) ? body : body < 0 ? 1.0 : 0.0);
    double fallen = Math.rint(falls.sum());
    return publish(fallen == 0 ? Double.NaN : Math.rint(rises.sum()) / fallen);
  }
}
