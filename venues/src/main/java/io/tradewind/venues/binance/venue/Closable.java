package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.Side;
import java.util.OptionalLong;

/**
 * How much an order of a whole position may close: what its book holds by its own ledger, or, where
 * none is known, what the account holds. On spot without what other exits of the book hold already.
 */
final class Closable {
  private final Holdings account;
  private final HeldQty ledger;
  private final Orders orders;

  Closable(Holdings account, HeldQty ledger, Orders orders) {
    this.account = account;
    this.ledger = ledger;
    this.orders = orders;
  }

  /** Whether the book of an order keeps a ledger of its own. */
  boolean isByLedger(OrderIntent intent) {
    return ledger.heldScaled(intent.book(), intent.instrument()).isPresent();
  }

  /** By an order, also in the place of its last revision; at least 0, in quantity scale. */
  long heldScaled(Tracked order) {
    OrderIntent intent = order.intent;
    OptionalLong own = ledger.heldScaled(intent.book(), intent.instrument());
    boolean perp = order.listing.instrument().id().market() == Market.PERP;
    if (own.isEmpty()) {
      long free = account.heldScaled(order.listing.instrument());
      return perp ? free : free + restScaled(order);
    }
    long held = intent.side() == Side.SELL ? own.getAsLong() : -own.getAsLong();
    return Math.max(0, perp ? held : held - heldByOthers(order));
  }

  private long heldByOthers(Tracked order) {
    long sum = 0;
    for (Tracked other : orders.open()) {
      OrderIntent intent = other.intent;
      boolean isBeside =
          other != order
              && !other.isOver()
              && !other.isUnborn()
              && intent.reduceOnly()
              && intent.book() == order.intent.book()
              && intent.instrument() == order.intent.instrument();
      sum += isBeside ? restScaled(other) : 0;
    }
    return sum;
  }

  private static long restScaled(Tracked order) {
    long placed =
        order.intent.size() instanceof OrderSize.Base base
            ? base.qtyScaled()
            : order.placedQtyScaled.orElse(0);
    return Math.max(0, placed - order.filledScaled);
  }
}
