package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.venues.binance.model.UserEvent.OrderName;
import io.tradewind.venues.binance.order.ClientIds;
import io.tradewind.venues.binance.order.Leg;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Our orders by our ids and by the venue's; of those that ended the latest are remembered. */
final class Orders {
  private static final int MOST_ENDED = 10_000;

  private final ClientIds ids;
  private final Map<Long, Tracked> open = new LinkedHashMap<>();
  private final Map<Long, Tracked> ended = new LinkedHashMap<>();
  private final Deque<Long> endedOrder = new ArrayDeque<>();
  private final Map<VenueId, Found> byVenueId = new LinkedHashMap<>();
  private final Map<Long, List<Tracked>> guards = new LinkedHashMap<>();
  private final Set<Tracked> openGuards = new LinkedHashSet<>();
  private final ToldFills told = new ToldFills();

  /** First revisions that no process before can have used, by our ids. */
  private final Map<Long, Integer> freeRevisions = new LinkedHashMap<>();

  /** Whether orders that a process before sent may still come. */
  boolean isAwaiting;

  /** Numbers of different instruments may be the same. */
  private record VenueId(InstrumentId instrument, long orderId) {}

  /** A leg and the order to which it belongs. */
  record Found(Tracked order, LegState leg) {}

  Orders(ClientIds ids) {
    this.ids = ids;
  }

  /** A guard is beside the exit whose id it has. */
  void add(Tracked order) {
    if (order.isGuard) {
      guards.computeIfAbsent(order.intent.orderId(), id -> new ArrayList<>()).add(order);
      openGuards.add(order);
    } else {
      open.put(order.intent.orderId(), order);
    }
  }

  Collection<Tracked> open() {
    List<Tracked> all = new ArrayList<>(open.values());
    all.addAll(openGuards);
    return all;
  }

  int openCount() {
    return open.size() + openGuards.size();
  }

  /** Whether something may still happen to it; not where it was never one. */
  boolean isOpen(Tracked order) {
    return openGuards.contains(order) || open.get(order.intent.orderId()) == order;
  }

  /** The stops that were brought for an exit, the latest last. */
  List<Tracked> guards(long exitOrderId) {
    return List.copyOf(guards.getOrDefault(exitOrderId, List.of()));
  }

  /** The order, or where that has ended what stands in its name. */
  Optional<Tracked> standing(long orderId) {
    return guards(orderId).stream()
        .filter(guard -> !guard.isOver())
        .findFirst()
        .or(() -> find(orderId));
  }

  Optional<Tracked> find(long orderId) {
    Tracked order = open.get(orderId);
    return Optional.ofNullable(order == null ? ended.get(orderId) : order);
  }

  /** Fills of which a process before has told. */
  ToldFills told() {
    return told;
  }

  /** A revision was used before. */
  void used(long orderId, int revision) {
    freeRevisions.merge(orderId, revision + 1, Math::max);
  }

  int freeRevision(long orderId) {
    return freeRevisions.getOrDefault(orderId, 0);
  }

  /** Whether it may be of a process before, and is looked for later. */
  boolean isAwaited(OrderName name) {
    return isAwaiting && ids.parse(name.clientOrderId()).isPresent();
  }

  /** What our name of it says; empty where it is not of this session. */
  Optional<ClientIds.Name> parse(OrderName name) {
    return ids.parse(name.clientOrderId());
  }

  /** By our name of it, or else by the venue's number. */
  Optional<Found> find(OrderName name) {
    Optional<Found> byName =
        ids.parse(name.clientOrderId())
            .flatMap(
                known -> found(new Leg(known.orderId(), known.part(), known.revision(), false)));
    Optional<Found> found =
        byName.or(() ->
            Optional.ofNullable(
                byVenueId.get(new VenueId(name.instrument(), name.venueOrderId()))));
    found.ifPresent(each -> link(each, name));
    return found;
  }

  private Optional<Found> found(Leg leg) {
    List<Tracked> all = new ArrayList<>(guards(leg.orderId()));
    find(leg.orderId()).ifPresent(all::addFirst);
    for (Tracked order : all) {
      Optional<Found> found = order.leg(leg).map(state -> new Found(order, state));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
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
    if (order.isGuard) {
      openGuards.remove(order);
      return;
    }
    open.remove(order.intent.orderId());
    ended.put(order.intent.orderId(), order);
    endedOrder.add(order.intent.orderId());
    if (endedOrder.size() > MOST_ENDED) {
      Tracked oldest = ended.remove(endedOrder.remove());
      if (oldest != null) {
        long id = oldest.intent.orderId();
        byVenueId.values().removeIf(found -> found.order().intent.orderId() == id);
        guards.remove(id);
      }
    }
  }

  /** One that a process before has told as over. */
  void addEnded(Tracked order) {
    ended.put(order.intent.orderId(), order);
    endedOrder.add(order.intent.orderId());
  }

  /** It was never one; another may have its number by now. */
  void forget(Tracked order) {
    open.remove(order.intent.orderId(), order);
  }
}
