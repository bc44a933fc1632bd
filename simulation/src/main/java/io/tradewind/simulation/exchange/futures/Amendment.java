package io.tradewind.simulation.exchange.futures;

/**
 * A change of an order.
 *
 * @param count how often it was changed with this
 */
public record Amendment(
    long amendmentId, long orderId, Change price, Change qty, int count, long timeNs) {
  /** What it was and what it is. */
  public record Change(long beforeE8, long afterE8) {}
}
