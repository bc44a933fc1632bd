package io.tradewind.core.order;

/** What can be asked of a venue. */
public sealed interface VenueCommand {

  /** Place an order. */
  record NewOrder(OrderIntent intent) implements VenueCommand {}

  /** Change the terms of an order that stands. */
  record AmendOrder(long orderId, int instrument, OrderTerms terms) implements VenueCommand {}

  /** Take an order back. */
  record CancelOrder(long orderId, int instrument) implements VenueCommand {}
}
