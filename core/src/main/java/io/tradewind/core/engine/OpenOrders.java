package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The orders that are not final, by instrument in the order of their ids, and by id. Ids rise one
 * by one, so an id's low bits nearly always find its order; one whose place an older order still
 * holds is looked for.
 */
final class OpenOrders implements Stateful {
  private static final int PLACES = 256;

  private final List<List<Order>> byInstrument = new ArrayList<>();
  private final @Nullable Order[] places = new Order[PLACES];

  OpenOrders(int instruments) {
    for (int i = 0; i < instruments; i++) {
      byInstrument.add(new ArrayList<>());
    }
  }

  void add(Order order) {
    int place = place(order.intent().orderId());
    if (places[place] == null) {
      places[place] = order;
    }
    byInstrument.get(order.intent().instrument()).add(order);
  }

  void remove(Order order) {
    int place = place(order.intent().orderId());
    if (places[place] == order) {
      places[place] = null;
    }
    byInstrument.get(order.intent().instrument()).remove(order);
  }

  /** The order with this id. */
  Order get(long orderId) {
    Order order = places[place(orderId)];
    return order != null && order.intent().orderId() == orderId ? order : find(orderId);
  }

  private Order find(long orderId) {
    for (List<Order> orders : byInstrument) {
      for (Order order : orders) {
        if (order.intent().orderId() == orderId) {
          return order;
        }
      }
    }
    throw new IllegalStateException("no open order has the id " + orderId);
  }

  /** Those of an instrument. The list changes as orders come and go. */
  List<Order> of(int instrument) {
    return byInstrument.get(instrument);
  }

  private static int place(long orderId) {
    return (int) orderId & (PLACES - 1);
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
    Arrays.fill(places, null);
    for (List<Order> orders : byInstrument) {
      orders.clear();
      int size = in.readInt();
      for (int i = 0; i < size; i++) {
        add(Order.load(in));
      }
    }
  }
}
