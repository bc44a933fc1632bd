package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.TradeIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingSum;

/**
 * Volume-weighted average price of the last {@code length} trades: {@code sum(price qty) /
 * sum(qty)}. Ready after {@code length} trades. Source: Berkowitz, Logue and Noser (1988), "The
 * Total Cost of Transactions on the NYSE", Journal of Finance 43, there over the trades of a day.
 */
public final class TradeVwap extends TradeIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 100, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.ORDER_FLOW, "trade-vwap", "Volume-weighted price of the last trades")
          .source(
              "Berkowitz, Logue and Noser (1988), The Total Cost of Transactions on the NYSE,"
                  + " Journal of Finance 43")
          .parameter(LENGTH)
          .sparse("vwap", Unit.PRICE)
          .makes(values -> new TradeVwap(values.get(LENGTH)));

  private final RollingSum traded;
  private final RollingSum volumes;

  /**
   * Over the last trades.
   *
   * @param length at least 1
   */
  public TradeVwap(int length) {
    super(DEFINITION, LENGTH.check(length));
    traded = part(new RollingSum(length));
    volumes = part(new RollingSum(length));
  }

  @Override
  public double update(long timeNs, double price, double qty, boolean buy) {
    traded.add(price * qty);
    volumes.add(qty);
    double volume = volumes.sum();
    return publish(volume == 0 ? Double.NaN : traded.sum() / volume);
  }
}
