package io.tradewind.simulation.venue;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.TimeInForce;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The orders that stand in one instrument, by their age, and how far its candle has come. It knows
 * the prices that can concern any of them, so that a candle which concerns none costs two
 * comparisons.
 */
final class Book implements Stateful {
  private final List<RestingOrder> orders = new ArrayList<>();
  private long lastPrice;
  private long used;
  private long highestBelow = Long.MIN_VALUE;
  private long lowestAbove = Long.MAX_VALUE;
  private boolean always;
  private boolean expires;

  /** A candle opens at this price. */
  void open(long price) {
    lastPrice = price;
    used = 0;
  }

  void lastPrice(long price) {
    lastPrice = price;
  }

  long lastPrice() {
    return lastPrice;
  }

  /** Takes of the candle's volume. */
  void use(long qty) {
    used += qty;
  }

  /** How much of the candle's volume its fills have taken. */
  long used() {
    return used;
  }

  /** The oldest first. The list changes as orders come and go. */
  List<RestingOrder> orders() {
    return orders;
  }

  boolean isEmpty() {
    return orders.isEmpty();
  }

  /** Whether the order stands. */
  boolean has(RestingOrder order) {
    return orders.contains(order);
  }

  void add(RestingOrder order) {
    orders.add(order);
    refresh();
  }

  void remove(RestingOrder order) {
    orders.remove(order);
    refresh();
  }

  /** Whether a range of prices can concern any order. */
  boolean canFill(long low, long high) {
    return always || low <= highestBelow || high >= lowestAbove;
  }

  /** Whether any order ends by itself. */
  boolean expires() {
    return expires;
  }

  /** An order has changed: what it waits for is looked up again. */
  void refresh() {
    highestBelow = Long.MIN_VALUE;
    lowestAbove = Long.MAX_VALUE;
    always = false;
    expires = false;
    for (int i = 0; i < orders.size(); i++) {
      RestingOrder order = orders.get(i);
      boolean bounded =
          order.kind() != RestingOrder.Kind.MARKET
              && order.kind() != RestingOrder.Kind.TRAILING
              && order.joined() == Joined.BEFORE
              && !order.passiveLeg().crosses();
      always |= !bounded;
      expires |= !(order.intent().timeInForce() instanceof TimeInForce.GoodTillCancelled);
      watch(order);
      watch(order.passiveLeg());
    }
  }

  private void watch(RestingOrder order) {
    if (order.waitsForFall()) {
      highestBelow = Math.max(highestBelow, order.level());
    } else {
      lowestAbove = Math.min(lowestAbove, order.level());
    }
  }

  /** The order of this id, or null. */
  @Nullable RestingOrder find(long orderId) {
    for (int i = 0; i < orders.size(); i++) {
      if (orders.get(i).intent().orderId() == orderId) {
        return orders.get(i);
      }
    }
    return null;
  }

  /** The entry that brought this exit with it, while it stands; or null. */
  @Nullable RestingOrder entryOf(long exitOrderId) {
    for (int i = 0; i < orders.size(); i++) {
      OrderTerms.Bracket bracket = orders.get(i).bracket();
      if (bracket != null && bracket.exitOrderId() == exitOrderId) {
        return orders.get(i);
      }
    }
    return null;
  }

  @Override
  public void save(StateWriter out) {
    out.section("book", 1).writeLong(lastPrice).writeLong(used).writeInt(orders.size());
    orders.forEach(order -> order.save(out));
  }

  @Override
  public void load(StateReader in) {
    in.section("book", 1);
    lastPrice = in.readLong();
    used = in.readLong();
    orders.clear();
    int size = in.readInt();
    for (int i = 0; i < size; i++) {
      orders.add(RestingOrder.load(in));
    }
    refresh();
  }
}
