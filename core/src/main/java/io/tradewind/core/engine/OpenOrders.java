package io.tradewind.core.engine;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The orders that are not final, by instrument in the order of their ids, and by id. Ids rise one
 * by one, so an id's low bits find its slot; two open orders that would share one double the table.
 */
final class OpenOrders implements Stateful {
  /** More open orders than this are a fault. */
  private static final int LIMIT = 1 << 16;

  private final List<List<Order>> byInstrument = new ArrayList<>();
  private @Nullable Order[] slots = new Order[64];

  OpenOrders(int instruments) {
    for (int i = 0; i < instruments; i++) {
      byInstrument.add(new ArrayList<>());
    }
  }

  void add(Order order) {
    while (slots[slot(order.intent().orderId())] != null) {
      grow();
    }
    slots[slot(order.intent().orderId())] = order;
    byInstrument.get(order.intent().instrument()).add(order);
  }

  void remove(Order order) {
    slots[slot(order.intent().orderId())] = null;
    byInstrument.get(order.intent().instrument()).remove(order);
  }

  /** The order with this id. */
  Order get(long orderId) {
    Order order = slots[slot(orderId)];
    if (order == null || order.intent().orderId() != orderId) {
      throw new IllegalStateException("no open order has the id " + orderId);
    }
    return order;
  }

  /** Those of an instrument. The list changes as orders come and go. */
  List<Order> of(int instrument) {
    return byInstrument.get(instrument);
  }

  private int slot(long orderId) {
    return (int) orderId & (slots.length - 1);
  }

  private void grow() {
    Check.invariant(slots.length < LIMIT, "more than %s open orders", LIMIT);
    slots = new Order[slots.length * 2];
    for (List<Order> orders : byInstrument) {
      for (Order order : orders) {
        slots[slot(order.intent().orderId())] = order;
      }
    }
  }

  @Override
  public void save(StateWriter out) {
    out.section("open-orders", 1);
    for (List<Order> orders : byInstrument) {
      out.writeInt(orders.size());
      for (Order order : orders) {
        order.save(out);
      }
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("open-orders", 1);
    java.util.Arrays.fill(slots, null);
    for (List<Order> orders : byInstrument) {
      orders.clear();
      int size = in.readInt();
      for (int i = 0; i < size; i++) {
        add(Order.load(in));
      }
    }
  }
}
