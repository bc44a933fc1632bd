package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.venues.binance.model.OrderAnswer;
import io.tradewind.venues.binance.order.ClientIds.Part;
import io.tradewind.venues.binance.order.Leg;
import io.tradewind.venues.binance.venue.LegRow.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Puts what the venue lists into the orders to which it belongs, by the names of the legs. */
final class Finding {
  /** So many names of a guard are looked for. */
  private static final int GUARD_NAMES = 3;

  private final Desk.Room room;
  private final Desk desk;
  private final Resolver resolver;
  private final Map<Tracked, List<LegRow>> latest = new HashMap<>();
  private final Set<String> forgotten = new LinkedHashSet<>();

  /** A thing of the venue's by its number; conditional orders are counted for themselves. */
  private record VenueNumber(InstrumentId instrument, boolean isConditional, long id) {}

  /** What is ours, by our ids. */
  record Rows(Map<Long, List<LegRow>> byOrder) {
    List<LegRow> of(long orderId) {
      return byOrder.getOrDefault(orderId, List.of());
    }
  }

  Finding(Desk.Room room, Desk desk, Resolver resolver) {
    this.room = room;
    this.desk = desk;
    this.resolver = resolver;
  }

  /** Of what was listed twice counts what is further on. */
  Rows rows(List<OrderAnswer> answers) {
    Map<VenueNumber, OrderAnswer> all = new LinkedHashMap<>();
    for (OrderAnswer answer : answers) {
      all.merge(number(answer), answer, Finding::further);
    }
    Set<VenueNumber> born = new LinkedHashSet<>();
    all.values().forEach(answer -> born(answer).ifPresent(born::add));
    Map<Long, List<LegRow>> ours = new LinkedHashMap<>();
    for (OrderAnswer answer : all.values()) {
      if (born.contains(number(answer))) {
        continue;
      }
      room.orders()
          .parse(answer.name())
          .filter(name -> name.part() != Part.LIST && name.part() != Part.CANCEL)
          .ifPresent(name ->
              ours.computeIfAbsent(name.orderId(), id -> new ArrayList<>())
                  .add(new LegRow(name, answer, filledScaled(answer, all))));
    }
    return new Rows(ours);
  }

  private static VenueNumber number(OrderAnswer answer) {
    return new VenueNumber(
        answer.name().instrument(),
        answer instanceof OrderAnswer.Conditional,
        answer.name().venueOrderId());
  }

  /** What a conditional order has become may be called as it is. */
  private static Optional<VenueNumber> born(OrderAnswer answer) {
    return answer instanceof OrderAnswer.Conditional algo
        ? algo.triggeredOrderId().map(id -> new VenueNumber(algo.name().instrument(), false, id))
        : Optional.empty();
  }

  private static OrderAnswer further(OrderAnswer one, OrderAnswer other) {
    return one instanceof OrderAnswer.Order first
            && other instanceof OrderAnswer.Order second
            && first.filledQtyScaled() > second.filledQtyScaled()
        ? one
        : other;
  }

  private static long filledScaled(OrderAnswer answer, Map<VenueNumber, OrderAnswer> all) {
    return switch (answer) {
      case OrderAnswer.Order order -> order.filledQtyScaled();
      case OrderAnswer.Conditional algo ->
          born(algo).map(all::get).orElse(null) instanceof OrderAnswer.Order order
              ? order.filledQtyScaled()
              : 0;
    };
  }

  /** What belongs to an order and was not given: the exit that it brings, the guard of an exit. */
  List<Tracked> beside(Tracked order, Rows rows) {
    List<Tracked> found = new ArrayList<>();
    if (order.intent.terms() instanceof OrderTerms.Bracket bracket) {
      exit(order, bracket, rows).ifPresent(found::add);
    }
    if (!order.isGuard && room.orders().guards(order.intent.orderId()).isEmpty()) {
      guard(order, rows).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Tracked> exit(Tracked entry, OrderTerms.Bracket bracket, Rows rows) {
    List<LegRow> legs =
        rows.of(bracket.exitOrderId()).stream()
            .filter(row -> row.name().part() != Part.ORDER)
            .toList();
    boolean listed = !isPerp(entry) && bracket.entry() instanceof OrderTerms.Limit;
    boolean mayCome = listed && !entry.isOver() && rows.of(entry.intent.orderId()).isEmpty();
    boolean known = room.orders().find(bracket.exitOrderId()).isPresent();
    if (known || (legs.isEmpty() && !mayCome)) {
      return Optional.empty();
    }
    long qty = legs.isEmpty() ? entry.sizeScaled() : legs.getFirst().qtyScaled();
    OrderIntent intent = Exits.intent(entry, bracket, Math.max(1, qty));
    Tracked exit = new Tracked(entry.listing, intent, entry.underWayNs);
    exit.isHeld = true;
    exit.entry = Optional.of(entry);
    if (listed && legs.stream().allMatch(row -> row.name().revision() == 0)) {
      exit.isPending = true;
      exit.carrier = Optional.of(entry);
    }
    room.orders().add(exit);
    return Optional.of(exit);
  }

  /** Only the latest one can stand; those before it are its old legs. */
  private Optional<Tracked> guard(Tracked exit, Rows rows) {
    List<LegRow> legs =
        rows.of(exit.intent.orderId()).stream().filter(row -> isOfGuard(exit, row)).toList();
    OptionalLong stop = exit.intent.terms().stopLevelScaled();
    if (legs.isEmpty() || stop.isEmpty()) {
      return Optional.empty();
    }
    List<LegRow> current = LegRow.current(legs, exit.listing.instrument().id().market());
    OrderTerms terms =
        LegRow.terms(new OrderTerms.Stop(stop.getAsLong()), current)
            .orElse(new OrderTerms.Market());
    OrderIntent intent =
        new OrderIntent(
            exit.intent.orderId(),
            exit.intent.book(),
            exit.intent.instrument(),
            exit.intent.side(),
            new OrderSize.Base(Math.max(1, qtyScaled(legs, current))),
            terms,
            TimeInForce.GTC,
            true,
            OrderPurpose.STOP);
    Tracked guard = new Tracked(exit.listing, intent, room.connection().nowNs());
    guard.isGuard = true;
    guard.isHeld = true;
    guard.isFoundHere = true;
    guard.entry = exit.entry;
    boolean stands = current.stream().anyMatch(row -> row.kind() == Kind.STANDING || isBorn(row));
    boolean filled = current.stream().anyMatch(row -> row.kind() == Kind.DECIDED);
    room.orders().add(guard);
    if (stands) {
      desk.guards().tell(guard);
    } else {
      guard.state = filled ? OrderState.FILLED : OrderState.CANCELLED;
      room.orders().end(guard);
    }
    return Optional.of(guard);
  }

  /** Triggered, and not finished. */
  private static boolean isBorn(LegRow row) {
    return row.answer() instanceof OrderAnswer.Conditional algo
        && algo.status().equals("TRIGGERED");
  }

  /** The legs of an exit are two, and its guards have one each. */
  private static boolean isOfGuard(Tracked exit, LegRow row) {
    return exit.entry.isPresent()
        && exit.intent.terms() instanceof OrderTerms.Oco
        && row.name().part() == Part.ORDER;
  }

  private List<LegRow> own(Tracked order, Rows rows) {
    List<LegRow> all = rows.of(order.intent.orderId());
    if (order.isGuard) {
      return all.stream().filter(row -> row.name().part() == Part.ORDER).toList();
    }
    boolean guarded = !room.orders().guards(order.intent.orderId()).isEmpty();
    return all.stream()
        .filter(row -> !isOfGuard(order, row) && !(guarded && row.name().part() == Part.ORDER))
        .toList();
  }

  /** The legs that make up an order, and those of revisions before that are not done with. */
  void place(Tracked order, Rows rows) {
    List<LegRow> own = own(order, rows);
    own.forEach(row -> room.orders().used(order.intent.orderId(), row.name().revision()));
    own.forEach(row -> order.revision = Math.max(order.revision, row.name().revision()));
    if (order.isOver()) {
      placeEnded(order, own);
      return;
    }
    Market market = order.listing.instrument().id().market();
    List<LegRow> current = LegRow.current(own, market);
    latest.put(order, current);
    List<LegState> legs = new ArrayList<>();
    current.forEach(row -> legs.add(state(order, row)));
    expected(order, legs, own.isEmpty());
    order.legs.stream().filter(leg -> !legs.contains(leg)).forEach(order.oldLegs::add);
    order.legs = legs;
    order.oldLegs.removeAll(legs);
    for (LegRow row : own) {
      if (!current.contains(row) && !row.isSpent()) {
        placeOld(order, row);
      }
    }
    measure(order, own, current);
    boolean stands = own.stream().anyMatch(row -> row.kind() == Kind.STANDING && !row.isPending());
    if (stands && order.entry.isEmpty()) {
      desk.follower().accepted(order, room.connection().venueNs());
    }
  }

  /** What should be there may yet come. */
  private void expected(Tracked order, List<LegState> legs, boolean isNew) {
    if (isNew && !order.legs.isEmpty()) {
      legs.addAll(order.legs);
      return;
    }
    if (isNew && order.isGuard) {
      // It has the first free name, or one of the next where that was refused.
      int free = Math.max(1, room.orders().freeRevision(order.intent.orderId()));
      boolean conditional = LegRow.isConditional(order.intent.terms(), isPerp(order));
      for (int revision = free; revision < free + GUARD_NAMES; revision++) {
        Leg leg = new Leg(order.intent.orderId(), Part.ORDER, revision, conditional);
        legs.add(new LegState(leg));
        order.revision = Math.max(order.revision, revision);
      }
      return;
    }
    Market market = order.listing.instrument().id().market();
    if (!isNew && market == Market.SPOT) {
      return;
    }
    for (Leg leg : LegRow.expected(order.intent, market)) {
      if (legs.stream().noneMatch(each -> each.leg.part() == leg.part())) {
        legs.add(order.leg(leg).orElseGet(() -> new LegState(leg)));
      }
    }
  }

  private void placeOld(Tracked order, LegRow row) {
    LegState leg = state(order, row);
    long trigger = row.prices().triggerScaled();
    if (trigger > 0) {
      leg.terms = Optional.of(new OrderTerms.Stop(trigger));
    }
    if (!order.oldLegs.contains(leg)) {
      order.oldLegs.add(leg);
    }
    if (row.kind() == Kind.STANDING) {
      desk.retirement().add(order, leg);
    }
  }

  /** Of an order that has ended nothing should stand, and all fills have been told. */
  private void placeEnded(Tracked order, List<LegRow> own) {
    List<LegRow> current = LegRow.current(own, order.listing.instrument().id().market());
    // Who listens knows an exit by its entry, and not how much of that it was of.
    if (order.entry.isPresent() && !own.isEmpty() && qtyScaled(own, current) > 0) {
      order.intent = order.resized(qtyScaled(own, current));
    }
    long filledScaled = own.stream().mapToLong(LegRow::filledScaled).sum();
    boolean more = filledScaled > order.filledScaled;
    for (LegRow row : own) {
      if (row.kind() == Kind.STANDING || (more && row.filledScaled() > 0)) {
        placeOld(order, row);
      }
    }
    if (more) {
      resolver.askLate(order);
    }
  }

  private LegState state(Tracked order, LegRow row) {
    LegState leg = order.leg(row.leg()).orElseGet(() -> new LegState(row.leg()));
    // What a conditional order has become is asked for when it has been told as triggered.
    if (row.answer() instanceof OrderAnswer.Order each) {
      Orders.Found found = new Orders.Found(order, leg);
      room.orders().link(found, each.name().instrument(), each.name().venueOrderId());
    }
    return leg;
  }

  private static void measure(Tracked order, List<LegRow> own, List<LegRow> current) {
    if (current.isEmpty()) {
      return;
    }
    boolean closes = current.stream().anyMatch(row -> row.leg().closesPosition());
    boolean ofPosition = order.intent.size() instanceof OrderSize.Position;
    long qty = ofPosition ? current.getFirst().qtyScaled() : qtyScaled(own, current);
    order.placedQtyScaled = closes || qty == 0 ? OptionalLong.empty() : OptionalLong.of(qty);
    if (order.entry.isPresent() && order.placedQtyScaled.isPresent() && order.sizeScaled() > 0) {
      order.intent = order.resized(qty);
    }
  }

  /** In all, with what revisions before have filled. */
  private static long qtyScaled(List<LegRow> all, List<LegRow> current) {
    long before =
        all.stream().filter(row -> !current.contains(row)).mapToLong(LegRow::filledScaled).sum();
    return before + current.getFirst().qtyScaled();
  }

  /** What makes up an order, as it was listed last. */
  List<LegRow> current(Tracked order) {
    return latest.getOrDefault(order, List.of());
  }

  /** Whether what stands has the terms that were confirmed. */
  boolean isAsBefore(Tracked order) {
    OrderTerms terms = order.intent.terms();
    return LegRow.terms(terms, current(order)).filter(terms::equals).isPresent();
  }

  /** With which terms an order stands; empty where nothing of it does. */
  Optional<OrderTerms> standing(Tracked order, OrderTerms wanted) {
    if (order.isAllOver()) {
      return Optional.empty();
    }
    return LegRow.terms(order.intent.terms(), current(order))
        .or(() -> LegRow.terms(wanted, current(order)))
        .or(() -> Optional.of(order.intent.terms()));
  }

  /** Whether one leg of a pair has the new terms, and the other one not. */
  boolean isHalf(Tracked order, OrderTerms wanted) {
    return wanted instanceof OrderTerms.Oco next
        && order.intent.terms() instanceof OrderTerms.Oco
        && LegRow.terms(wanted, current(order)).orElse(wanted) instanceof OrderTerms.Oco now
        && !now.equals(next)
        && !now.equals(order.intent.terms())
        && (now.stopScaled() == next.stopScaled() || now.targetScaled() == next.targetScaled());
  }

  /** New terms stand. */
  void adopt(Tracked order, OrderTerms terms) {
    long timeNs = room.connection().venueNs();
    desk.follower().accepted(order, timeNs);
    order.intent = Amendments.with(order.intent, terms);
    if (order.state == OrderState.OPEN || order.state == OrderState.PARTLY_FILLED) {
      desk.follower().tell(order, new OrderEvent.Amended(order.intent.orderId(), timeNs, terms));
    }
  }

  /** Ours by their names, of orders that nobody gave. */
  void tellForgotten(Rows rows) {
    rows.byOrder()
        .forEach((orderId, legs) -> {
          boolean known =
              room.orders().find(orderId).isPresent() || !room.orders().guards(orderId).isEmpty();
          for (LegRow row : legs) {
            boolean stands = row.kind() == Kind.STANDING;
            String name = row.answer().name().clientOrderId();
            if (!known && stands && forgotten.add(name)) {
              room.connection().tell(new VenueNews.Forgotten(orderId, row.answer().name()));
            }
          }
        });
  }

  private static boolean isPerp(Tracked order) {
    return order.listing.instrument().id().market() == Market.PERP;
  }
}
