package io.tradewind.venues.binance.order;

import io.tradewind.venues.binance.order.ClientIds.Part;

/**
 * One order at the venue that belongs to one of ours.
 *
 * @param orderId ours
 * @param part what of it
 * @param revision of the name, from 0
 * @param isConditional whether futures keep it apart until its trigger is reached
 * @param closesPosition whether it closes whatever is held then; futures take one such a side
 */
public record Leg(
    long orderId, Part part, int revision, boolean isConditional, boolean closesPosition) {
  /** Of a quantity. */
  public Leg(long orderId, Part part, int revision, boolean isConditional) {
    this(orderId, part, revision, isConditional, false);
  }
}
