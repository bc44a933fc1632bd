package io.tradewind.core.engine;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.margin.MarginMode;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.port.VenuePort;
import io.tradewind.core.risk.Approved;
import io.tradewind.core.risk.GateDecision;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.risk.RiskGate;
import io.tradewind.core.risk.Surroundings;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a book's orders down, takes them through the gate to the venue, and follows their states.
 */
final class OrderDesk {
  private final int book;
  private final RiskDesk risk;
  private final RiskGate gate;
  private final VenuePort venue;
  private final AuditTrail audit;
  private final OpenOrders open;
  private final Set<Ability> abilities;

  OrderDesk(
      int book, RiskDesk risk, RiskGate gate, VenuePort venue, AuditTrail audit, OpenOrders open) {
    this.book = book;
    this.risk = risk;
    this.gate = gate;
    this.venue = venue;
    this.audit = audit;
    this.open = open;
    this.abilities = EnumSet.copyOf(venue.abilities());
  }

  /** Whether the venue can do it. */
  boolean can(Ability ability) {
    return abilities.contains(ability);
  }

  /** Says that what the venue lacks is done here. */
  void emulate(Ability ability, int instrument, long timeNs) {
    audit.write(new AuditRecord.Emulated(audit.next(), timeNs, book, instrument, ability));
  }

  /** The orders of an instrument that are not final. */
  List<Order> open(int instrument) {
    return open.of(book, instrument);
  }

  /** The first open order for a purpose. */
  Optional<Order> find(int instrument, OrderPurpose purpose) {
    List<Order> orders = open(instrument);
    for (int i = 0; i < orders.size(); i++) {
      if (orders.get(i).intent().purpose() == purpose && !orders.get(i).isCancelAsked()) {
        return Optional.of(orders.get(i));
      }
    }
    return Optional.empty();
  }

  boolean has(int instrument, OrderPurpose purpose) {
    return find(instrument, purpose).isPresent();
  }

  /** Whether an order that opens or adds is on its way. */
  boolean isOpening(int instrument) {
    return open.isOpening(book, instrument);
  }

  /**
   * Sends an order that opens or adds, if the gate lets it; empty if it went.
   *
   * @param reserved the notional that it takes when all of it fills
   */
  Optional<Refusal> enter(OrderDraft draft, Surroundings around, long reserved, long timeNs) {
    return send(gate.enter(intent(draft), around), around, reserved, timeNs);
  }

  /** Why the gate would not let an order go that opens or adds; empty if it would. */
  Optional<Refusal> refusal(OrderDraft draft, Surroundings around) {
    return switch (gate.enter(intent(draft), around)) {
      case GateDecision.Deny<VenueCommand.NewOrder> deny -> Optional.of(deny.refusal());
      case GateDecision.Pass<VenueCommand.NewOrder> _ -> Optional.empty();
    };
  }

  /** Sends an order that opens a hedge or adds to it, if the gate lets it; empty if it went. */
  Optional<Refusal> hedge(OrderDraft draft, Surroundings around, long reserved, long timeNs) {
    return send(gate.hedge(intent(draft), around), around, reserved, timeNs);
  }

  private Optional<Refusal> send(
      GateDecision<VenueCommand.NewOrder> decision,
      Surroundings around,
      long reserved,
      long timeNs) {
    return switch (decision) {
      case GateDecision.Deny<VenueCommand.NewOrder> deny -> Optional.of(deny.refusal());
      case GateDecision.Pass<VenueCommand.NewOrder> pass -> {
        send(pass.approved(), reserved, around.stopDistance(), timeNs);
        yield Optional.empty();
      }
    };
  }

  /** Sends an order that only reduces, good till cancelled. */
  void reduce(
      int instrument,
      Side side,
      OrderSize size,
      OrderTerms terms,
      OrderPurpose purpose,
      long timeNs) {
    OrderIntent intent =
        intent(new OrderDraft(instrument, side, size, terms, TimeInForce.GTC, true, purpose));
    switch (gate.reduce(intent)) {
      case GateDecision.Pass<VenueCommand.NewOrder> pass -> send(pass.approved(), 0, 0, timeNs);
      case GateDecision.Deny<VenueCommand.NewOrder> deny ->
          audit.write(new AuditRecord.OrderRefused(audit.next(), timeNs, intent, deny.refusal()));
    }
  }

  void amend(Order order, OrderTerms terms, long timeNs) {
    OrderIntent intent = order.intent();
    VenueCommand.AmendOrder command =
        new VenueCommand.AmendOrder(intent.orderId(), intent.instrument(), terms);
    switch (gate.amend(command, intent)) {
      case GateDecision.Pass<VenueCommand.AmendOrder> pass -> {
        order.askTerms(terms);
        venue.submit(pass.approved());
      }
      case GateDecision.Deny<VenueCommand.AmendOrder> deny ->
          audit.write(new AuditRecord.OrderRefused(audit.next(), timeNs, intent, deny.refusal()));
    }
  }

  void cancel(Order order) {
    if (order.isCancelAsked()) {
      return;
    }
    cancelAgain(order);
  }

  /** Asks once more, even if it was asked for before. */
  void cancelAgain(Order order) {
    order.askCancel();
    OrderIntent intent = order.intent();
    venue.submit(gate.cancel(new VenueCommand.CancelOrder(intent.orderId(), intent.instrument())));
  }

  /** The id of the order that was sent last. */
  long lastOrderId() {
    return open.nextOrderId() - 1;
  }

  /** Takes back all that opens or adds. */
  void withdraw(int instrument) {
    List<Order> orders = open(instrument);
    for (int i = 0; i < orders.size(); i++) {
      if (orders.get(i).intent().purpose().opens()) {
        cancel(orders.get(i));
      }
    }
  }

  /** Whether an entry is under way of a side of which nobody knows whether the venue has it. */
  boolean hasUnanswered(int instrument, Side side) {
    List<Order> orders = open(instrument);
    for (int i = 0; i < orders.size(); i++) {
      Order order = orders.get(i);
      boolean isAlike = order.intent().purpose().opens() && order.intent().side() == side;
      if (isAlike && order.isUnanswered()) {
        return true;
      }
    }
    return false;
  }

  /** Whether an entry in a direction has not ended, also where it is being taken back. */
  boolean isOpening(int instrument, Side side) {
    return open(instrument).stream()
        .map(Order::intent)
        .anyMatch(intent -> intent.purpose().opens() && intent.side() == side);
  }

  /** Asks that contracts are held so from now on. */
  void setMargin(int instrument, MarginMode mode, int leverage) {
    venue.submit(gate.margin(new VenueCommand.SetMargin(book, instrument, mode, leverage)));
  }

  /** Takes an event into the order it is about; a final order is forgotten. */
  void apply(Order order, OrderEvent event) {
    order.apply(event);
    audit.write(
        new AuditRecord.OrderMoved(
            audit.next(), event.timeNs(), order.intent(), order.state(), event));
    risk.onOrder(event);
    if (order.state().isFinal()) {
      open.remove(order);
    }
  }

  private OrderIntent intent(OrderDraft draft) {
    return new OrderIntent(
        open.nextOrderId(),
        book,
        draft.instrument(),
        draft.side(),
        draft.size(),
        draft.terms(),
        draft.timeInForce(),
        draft.reduceOnly(),
        draft.purpose());
  }

  private void send(
      Approved<VenueCommand.NewOrder> approved, long reserved, double stopDistance, long timeNs) {
    OrderIntent intent = approved.command().intent();
    Order order = new Order(intent, reserved, stopDistance);
    open.add(order);
    OrderEvent.Sent sent = new OrderEvent.Sent(intent.orderId(), timeNs);
    order.apply(sent);
    risk.onOrder(sent);
    audit.write(new AuditRecord.OrderSent(audit.next(), timeNs, intent));
    venue.submit(approved);
  }
}
