package io.tradewind.trader.session;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTransitions;
import io.tradewind.core.order.StandingOrder;
import io.tradewind.core.order.StandingOrderCodec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The latest orders that have ended, since something may happen to them still. */
public final class EndedOrders implements Stateful {
  /** So many are remembered. */
  private static final int MOST = 1_000;

  private final Map<Long, StandingOrder> byId = new LinkedHashMap<>();

  EndedOrders() {}

  /** Something happens to an order that stands; if it ends with it, it is remembered. */
  void onOrder(StandingOrder order, OrderEvent event) {
    OrderTransitions.next(order.state(), event)
        .filter(OrderState::isFinal)
        .ifPresent(state -> add(after(order, state, event)));
  }

  private static StandingOrder after(StandingOrder order, OrderState state, OrderEvent event) {
    long filledScaled = event instanceof OrderEvent.Filled fill ? fill.qtyScaled() : 0;
    return new StandingOrder(
        order.intent(),
        order.terms(),
        Optional.empty(),
        state,
        order.filledQtyScaled() + filledScaled,
        order.isCancelAsked());
  }

  /** One of them was filled further. */
  void onLateFill(OrderEvent.Filled fill) {
    byId.computeIfPresent(
        fill.orderId(),
        (id, order) ->
            new StandingOrder(
                order.intent(),
                order.terms(),
                Optional.empty(),
                order.state(),
                order.filledQtyScaled() + fill.qtyScaled(),
                order.isCancelAsked()));
  }

  private void add(StandingOrder order) {
    byId.put(order.intent().orderId(), order);
    if (byId.size() > MOST) {
      byId.remove(byId.keySet().iterator().next());
    }
  }

  /** All, the oldest first. */
  public List<StandingOrder> all() {
    return List.copyOf(byId.values());
  }

  @Override
  public void save(StateWriter out) {
    out.section("ended-orders", 1).writeInt(byId.size());
    byId.values().forEach(order -> StandingOrderCodec.write(out, order));
  }

  @Override
  public void load(StateReader in) {
    in.section("ended-orders", 1);
    byId.clear();
    int count = in.readCount(MOST);
    for (int i = 0; i < count; i++) {
      add(StandingOrderCodec.read(in));
    }
  }
}
