package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.TradeIndicator;
import io.tradewind.analytics.indicator.Unit;
import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.IntParameter;
import io.tradewind.analytics.window.RollingSum;

/**
 * How much more of the last {@code length} trades was bought than sold by those who took liquidity:
 * {@code (bought - sold) / (bought + sold)}, from -1 to 1; then both, in base, and the share that
 * was bought, from 0 to 1. Ready after {@code length} trades. Common knowledge; source of the
 * measure: T. Chordia, R. Roll and A. Subrahmanyam (2002), "Order imbalance, liquidity, and market
 * returns", Journal of Financial Economics 65.
 */
public final class TradeImbalance extends TradeIndicator {
  private static final IntParameter LENGTH = Parameter.integer("length", 100, 1, 100_000);

  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.ORDER_FLOW, "trade-imbalance", "Bought against sold in the last trades")
          .source(
              "T. Chordia, R. Roll and A. Subrahmanyam (2002), Order imbalance, liquidity, and"
                  + " market returns, Journal of Financial Economics 65")
          .parameter(LENGTH)
          .sparse("imbalance", Unit.NUMBER)
          .output("bought", Unit.VOLUME)
          .output("sold", Unit.VOLUME)
          .sparse("bought-share", Unit.NUMBER)
          .makes(values -> new TradeImbalance(values.get(LENGTH)));

  private final RollingSum bought;
  private final RollingSum sold;

  /**
   * Over the last trades.
   *
   * @param length at least 1
   */
  public TradeImbalance(int length) {
    super(DEFINITION, LENGTH.check(length));
    bought = part(new RollingSum(length));
    sold = part(new RollingSum(length));
  }

  @Override
  public double update(long timeNs, double price, double qty, boolean buy) {
    bought.add(buy ? qty : 0.0);
    sold.add(buy ? 0.0 : qty);
    double buys = bought.sum();
    double sells = sold.sum();
    double share = buys / (buys + sells);
    set(3, share);
    return publish((buys - sells) / (buys + sells), buys, sells);
  }
}
