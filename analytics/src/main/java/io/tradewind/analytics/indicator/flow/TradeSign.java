package io.tradewind.analytics.indicator.flow;

import io.tradewind.analytics.indicator.Definition;
import io.tradewind.analytics.indicator.Family;
import io.tradewind.analytics.indicator.TradeIndicator;
import io.tradewind.analytics.indicator.Unit;

/**
 * The side of each trade as the venue tells it: 1 if the buyer took liquidity, -1 if the seller
 * did; then its quantity in base and its money in quote with that sign. Ready after 1 trade. Where
 * the venue does not tell, {@link TickRule} or {@link LeeReady} guess.
 */
public final class TradeSign extends TradeIndicator {
  /** What this is. */
  public static final Definition DEFINITION =
      Definition.of(Family.ORDER_FLOW, "trade-sign", "Side, signed quantity and signed money")
          .source("1 if the buyer was the aggressor, else -1")
          .output("sign", Unit.NUMBER)
          .output("qty", Unit.VOLUME)
          .output("money", Unit.MONEY)
          .makes(values -> new TradeSign());

  /** Of the latest trade. */
  public TradeSign() {
    super(DEFINITION, 1);
  }

  @Override
  public double update(long timeNs, double price, double qty, boolean buy) {
    double sign = buy ? 1 : -1;
    double money = sign * qty * price;
    return publish(Double.isNaN(money) ? Double.NaN : sign, sign * qty, money);
  }
}
