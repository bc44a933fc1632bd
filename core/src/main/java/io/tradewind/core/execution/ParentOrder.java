package io.tradewind.core.execution;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.order.Side;
import java.util.OptionalLong;

/**
 * What is to be worked.
 *
 * @param instrument for its scales
 * @param rules tick, lot and minimums of its venue while it runs
 * @param side buy or sell
 * @param qtyScaled how much, in quantity scale; what of it is under a lot is never placed and is
 *     reported as left
 * @param limitScaled the worst price at which anything may be traded, in price scale; empty for any
 * @param seed of whatever is drawn by lot; an order's id serves
 */
public record ParentOrder(
    Instrument instrument,
    TradingRules rules,
    Side side,
    long qtyScaled,
    OptionalLong limitScaled,
    long seed) {
  /** Checks the ranges. */
  public ParentOrder {
    Check.argument(qtyScaled > 0, "qtyScaled must be > 0, was %s", qtyScaled);
    Check.argument(
        limitScaled.isEmpty() || limitScaled.getAsLong() >= rules.tickScaled(),
        "limitScaled must be at least a tick, was %s",
        limitScaled);
  }

  /** A ratio against its side of a price, on the tick to the safe side, in price scale. */
  public long worstScaled(double price, double ratio) {
    int scale = instrument.priceScale();
    return switch (side) {
      case BUY -> Crossing.buyPrice(price * (1 + ratio), scale, rules.tickScaled());
      case SELL -> Crossing.sellPrice(price * (1 - ratio), scale, rules.tickScaled());
    };
  }
}
