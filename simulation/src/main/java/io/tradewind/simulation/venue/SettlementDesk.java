package io.tradewind.simulation.venue;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.RejectReason;

/** Books what becomes of orders and positions, and says so. */
final class SettlementDesk {
  private final Book[] books;
  private final VenueAccount[] accounts;
  private final TradedVolume traded;
  private final boolean countsVolume;
  private final VenueListener listener;

  /**
   * Of a venue.
   *
   * @param countsVolume whether what is traded decides on fees
   */
  SettlementDesk(
      Book[] books,
      VenueAccount[] accounts,
      TradedVolume traded,
      boolean countsVolume,
      VenueListener listener) {
    this.books = books;
    this.accounts = accounts;
    this.traded = traded;
    this.countsVolume = countsVolume;
    this.listener = listener;
  }

  /** An order can never fill. */
  void refuse(RestingOrder order, RejectReason reason, long timeNs) {
    book(order).remove(order);
    boolean late = reason == RejectReason.NOTHING_TO_REDUCE || order.isTouched();
    long id = order.intent().orderId();
    listener.onOrder(
        late ? new OrderEvent.Expired(id, timeNs) : new OrderEvent.Rejected(id, timeNs, reason));
  }

  /** An order's time is over. */
  void expire(RestingOrder order, long timeNs) {
    book(order).remove(order);
    listener.onOrder(new OrderEvent.Expired(order.intent().orderId(), timeNs));
  }

  /** A fill, which is not said yet. */
  void fill(RestingOrder order, OrderEvent.Filled event, long timeNs) {
    OrderIntent intent = order.intent();
    book(order).use(event.qtyScaled());
    accounts[intent.book()].book(intent.instrument(), intent.side(), event);
    if (countsVolume) {
      traded.add(timeNs, event.quoteScaled());
    }
    order.fill(
        event.qtyScaled(),
        event.quoteScaled() + (event.feeInBase() ? 0 : event.feeScaled()) + event.slippageScaled());
    if (event.isLast()) {
      book(order).remove(order);
    }
  }

  /**
   * Exchanges funding between longs and shorts; whether anybody held contracts.
   *
   * @param rate as a ratio of the notional; above 0 longs pay
   */
  boolean fund(int instrument, long timeNs, double rate) {
    Check.argument(rate >= -1 && rate <= 1, "a funding rate is within -1 and 1, was %s", rate);
    boolean any = false;
    for (VenueAccount account : accounts) {
      if (account.hasContracts(instrument)) {
        MarginEvent.Funded event = account.fund(instrument, timeNs, rate);
        listener.onMargin(event);
        any = true;
      }
    }
    return any;
  }

  private Book book(RestingOrder order) {
    return books[order.intent().instrument()];
  }
}
