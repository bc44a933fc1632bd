package io.tradewind.venues.binance.model;

import io.tradewind.venues.binance.model.UserEvent.OrderName;
import io.tradewind.venues.binance.model.UserEvent.OrderStatus;
import java.util.Optional;

/** What an answer says of an order. */
public sealed interface OrderAnswer {

  /** Which; the client's id is that of the order and not of its cancel. */
  OrderName name();

  /**
   * An order of spot, or one of futures that stands in the book.
   *
   * @param status empty where it was only taken note of
   * @param filledQtyScaled of all fills, in quantity scale
   */
  record Order(
      OrderName name,
      Optional<OrderStatus> status,
      long qtyScaled,
      long filledQtyScaled,
      Prices prices,
      long updateTimeNs)
      implements OrderAnswer {}

  /**
   * A conditional order of futures.
   *
   * @param status the venue's word; empty where a cancel was only taken note of
   * @param triggeredOrderId what it became
   * @param qtyScaled in quantity scale; 0 where it closes the position
   */
  record Conditional(
      OrderName name,
      String status,
      Optional<Long> triggeredOrderId,
      long qtyScaled,
      boolean closesPosition,
      Prices prices,
      long updateTimeNs)
      implements OrderAnswer {}

  /** Limit and trigger, in price scale; 0 where it has none, or the answer does not say it. */
  record Prices(long limitScaled, long triggerScaled) {}
}
