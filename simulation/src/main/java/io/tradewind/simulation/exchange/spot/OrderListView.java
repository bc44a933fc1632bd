package io.tradewind.simulation.exchange.spot;

import java.util.List;

/**
 * A list of orders as it stood at a moment.
 *
 * @param open whether any of its orders is open
 */
public record OrderListView(
    long accountId,
    long listId,
    String listClientOrderId,
    String symbol,
    Contingency contingency,
    boolean open,
    long updatedNs,
    List<Member> orders) {

  /** One of its orders. */
  public record Member(long orderId, String clientOrderId) {}
}
