package io.tradewind.simulation.exchange.spot;

import io.tradewind.analytics.check.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A list of orders from its placement to its end, and after. */
final class SpotList {
  final Customer customer;
  final long listId;
  final NewOrderList placed;
  final List<SpotOrder> orders = new ArrayList<>();
  long updatedNs;
  boolean done;

  /** All of it is being taken out, so that no order looks after the others. */
  boolean closing;

  SpotList(Customer customer, long listId, NewOrderList placed, long timeNs) {
    this.customer = customer;
    this.listId = listId;
    this.placed = placed;
    this.updatedNs = timeNs;
  }

  /** The order that must be filled before the others are placed. */
  @Nullable SpotOrder working() {
    return switch (placed) {
      case NewOrderList.Oco _ -> null;
      case NewOrderList.Oto _, NewOrderList.Otoco _ -> orders.getFirst();
    };
  }

  /** The orders that wait for the working one, or a pair that stands by itself. */
  List<SpotOrder> rest() {
    return working() == null ? orders : orders.subList(1, orders.size());
  }

  /** The other one of a pair. */
  Optional<SpotOrder> sibling(SpotOrder order) {
    List<SpotOrder> pair = rest();
    int at = pair.indexOf(order);
    return at < 0 || pair.size() < 2 ? Optional.empty() : Optional.of(pair.get(1 - at));
  }

  boolean isOpen() {
    return orders.stream().anyMatch(order -> order.status.isOpen());
  }

  OrderListView view() {
    return new OrderListView(
        customer.account.accountId(),
        listId,
        placed.listClientOrderId(),
        placed.symbol(),
        placed.contingency(),
        isOpen(),
        updatedNs,
        orders.stream()
            .map(it -> new OrderListView.Member(it.orderId, it.order.clientOrderId()))
            .toList());
  }

  void checkInvariants() {
    Check.invariant(done != isOpen(), "list %s is done and open, or neither", listId);
    SpotOrder working = working();
    for (SpotOrder order : rest()) {
      Check.invariant(
          (order.status == OrderStatus.PENDING_NEW) == (working != null && working.status.isOpen()),
          "order %s of list %s is %s",
          order.orderId,
          listId,
          order.status);
      Check.invariant(
          order.status == OrderStatus.PENDING_NEW
              || order.executedE8 == 0
              || sibling(order).stream().noneMatch(it -> it.status.isOpen()),
          "both of list %s",
          listId);
    }
  }
}
