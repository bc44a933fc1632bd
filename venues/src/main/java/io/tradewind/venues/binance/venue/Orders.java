package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.venues.binance.model.UserEvent.OrderName;
import io.tradewind.venues.binance.order.ClientIds;
import io.tradewind.venues.binance.order.Leg;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Our orders by our ids and by the venue's; of those that ended the latest are remembered. */
final class Orders {
  private static final int MOST_ENDED = 10_000;

  private final ClientIds ids;
  private final Map<Long, Tracked> open = new LinkedHashMap<>();
  private final Map<Long, Tracked> ended = new LinkedHashMap<>();
  private final Deque<Long> endedOrder = new ArrayDeque<>();
  private final Map<VenueId, Found> byVenueId = new LinkedHashMap<>();

  /** Numbers of different instruments may be the same. */
  private record VenueId(InstrumentId instrument, long orderId) {}

  /** A leg and the order to which it belongs. */
  record Found(Tracked order, LegState leg) {}

  Orders(ClientIds ids) {
    this.ids = ids;
  }

  void add(Tracked order) {
    open.put(order.intent.orderId(), order);
  }

  Collection<Tracked> open() {
    return java.util.List.copyOf(open.values());
  }

  int openCount() {
    return open.size();
  }

  Optional<Tracked> find(long orderId) {
    Tracked order = open.get(orderId);
    return Optional.ofNullable(order == null ? ended.get(orderId) : order);
  }

  /** By our name of it, or else by the venue's number. */
  Optional<Found> find(OrderName name) {
    Optional<Found> byName =
        ids.parse(name.clientOrderId())
            .flatMap(known ->
                find(known.orderId())
                    .flatMap(order ->
                        order
                            .leg(new Leg(known.orderId(), known.part(), known.revision(), false))
                            .map(leg -> new Found(order, leg))));
    Optional<Found> found =
        byName.or(() ->
            Optional.ofNullable(
                byVenueId.get(new VenueId(name.instrument(), name.venueOrderId()))));
    found.ifPresent(each -> link(each, name));
    return found;
  }

  private void link(Found found, OrderName name) {
    if (!found.leg().leg.isConditional() && found.leg().venueOrderId.isEmpty()) {
      link(found, name.instrument(), name.venueOrderId());
    }
  }

  /** A conditional order has become another one, with this number. */
  void link(Found found, InstrumentId instrument, long venueOrderId) {
    found.leg().venueOrderId = OptionalLong.of(venueOrderId);
    byVenueId.put(new VenueId(instrument, venueOrderId), found);
  }

  /** Nothing more can happen to it, but a late word may still come. */
  void end(Tracked order) {
    open.remove(order.intent.orderId());
    ended.put(order.intent.orderId(), order);
    endedOrder.add(order.intent.orderId());
    if (endedOrder.size() > MOST_ENDED) {
      Tracked oldest = ended.remove(endedOrder.remove());
      if (oldest != null) {
        byVenueId.values().removeIf(found -> found.order() == oldest);
      }
    }
  }

  /** It was never one; another may have its number by now. */
  void forget(Tracked order) {
    open.remove(order.intent.orderId(), order);
  }
}
