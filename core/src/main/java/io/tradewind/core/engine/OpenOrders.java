package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.order.StandingOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The orders that are not final, by book and instrument in the order of their ids, and by id. Ids
 * rise one by one, so an id's low bits nearly always find its order; one whose place an older order
 * still holds is looked for.
 */
final class OpenOrders implements Stateful {
  private static final int PLACES = 256;

  private final int instruments;
  private final List<List<Order>> bySlot = new ArrayList<>();
  private final @Nullable Order[] places = new Order[PLACES];

  private final boolean cancelsAtOnce;
  private long lastOrderId;

  /**
   * None.
   *
   * @param cancelsAtOnce whether what is being taken back can no longer be filled
   */
  OpenOrders(int books, int instruments, boolean cancelsAtOnce) {
    this.instruments = instruments;
    this.cancelsAtOnce = cancelsAtOnce;
    for (int i = 0; i < books * instruments; i++) {
      bySlot.add(new ArrayList<>());
    }
  }

  /** The id that the next order will have. */
  long nextOrderId() {
    return lastOrderId + 1;
  }

  void add(Order order) {
    int place = place(order.intent().orderId());
    if (places[place] == null) {
      places[place] = order;
    }
    lastOrderId = Math.max(lastOrderId, order.intent().orderId());
    of(order).add(order);
  }

  void remove(Order order) {
    int place = place(order.intent().orderId());
    if (places[place] == order) {
      places[place] = null;
    }
    of(order).remove(order);
  }

  /** The order with this id. */
  Order get(long orderId) {
    Order order = places[place(orderId)];
    return order != null && order.intent().orderId() == orderId ? order : find(orderId);
  }

  private Order find(long orderId) {
    for (List<Order> orders : bySlot) {
      for (Order order : orders) {
        if (order.intent().orderId() == orderId) {
          return order;
        }
      }
    }
    throw new IllegalStateException("no open order has the id " + orderId);
  }

  /** Those of a book in an instrument. The list changes as orders come and go. */
  List<Order> of(int book, int instrument) {
    return bySlot.get(book * instruments + instrument);
  }

  /** Whether a book has an entry on its way in an instrument. */
  boolean isOpening(int book, int instrument) {
    List<Order> orders = of(book, instrument);
    for (int i = 0; i < orders.size(); i++) {
      if (orders.get(i).isOpening()) {
        return true;
      }
    }
    return false;
  }

  /** Whether it may open or add something yet. */
  boolean mayOpen(Order order) {
    return cancelsAtOnce ? order.isOpening() : order.intent().purpose().opens();
  }

  /** Notional of a book's entries that are on their way in an instrument, in cash scale. */
  long pendingScaled(int book, int instrument) {
    List<Order> orders = of(book, instrument);
    long sum = 0;
    for (int i = 0; i < orders.size(); i++) {
      sum += mayOpen(orders.get(i)) ? orders.get(i).pendingScaled() : 0;
    }
    return sum;
  }

  /** All, by book and instrument. */
  List<StandingOrder> standing() {
    return bySlot.stream().flatMap(List::stream).map(Order::standing).toList();
  }

  private List<Order> of(Order order) {
    return of(order.intent().book(), order.intent().instrument());
  }

  private static int place(long orderId) {
    return (int) orderId & (PLACES - 1);
  }

  @Override
  public void save(StateWriter out) {
    out.section("open-orders", 3).writeLong(lastOrderId);
    for (List<Order> orders : bySlot) {
      out.writeInt(orders.size());
      for (Order order : orders) {
        order.save(out);
      }
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("open-orders", 3);
    lastOrderId = in.readLong();
    Arrays.fill(places, null);
    for (List<Order> orders : bySlot) {
      orders.clear();
      int size = in.readInt();
      for (int i = 0; i < size; i++) {
        add(Order.load(in));
      }
    }
  }
}
