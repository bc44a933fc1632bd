package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.audit.AuditRecord;
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
import java.util.List;
import java.util.Optional;

/** Writes orders down, takes them through the gate to the venue, and follows their states. */
final class OrderDesk implements Stateful {
  private final RiskGate gate;
  private final VenuePort venue;
  private final AuditTrail audit;
  private final OpenOrders open;
  private long lastOrderId;

  OrderDesk(int instruments, RiskGate gate, VenuePort venue, AuditTrail audit) {
    this.gate = gate;
    this.venue = venue;
    this.audit = audit;
    this.open = new OpenOrders(instruments);
  }

  /** The id that the next order will have. */
  long nextOrderId() {
    return lastOrderId + 1;
  }

  /** The orders of an instrument that are not final. */
  List<Order> open(int instrument) {
    return open.of(instrument);
  }

  /** The first open order for a purpose. */
  Optional<Order> find(int instrument, OrderPurpose purpose) {
    List<Order> orders = open.of(instrument);
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

  /** Sends an entry that the gate has decided about; empty if it went. */
  Optional<Refusal> enter(
      OrderIntent intent,
      double stopDistance,
      long pending,
      int pendingCount,
      boolean halted,
      long timeNs) {
    return switch (gate.enter(intent, stopDistance, pending, pendingCount, halted)) {
      case GateDecision.Deny<VenueCommand.NewOrder> deny -> Optional.of(deny.refusal());
      case GateDecision.Pass<VenueCommand.NewOrder> pass -> {
        send(pass.approved(), timeNs);
        yield Optional.empty();
      }
    };
  }

  /** Sends an order that only reduces. */
  void reduce(
      int instrument,
      Side side,
      OrderSize size,
      OrderTerms terms,
      OrderPurpose purpose,
      long timeNs) {
    OrderIntent intent =
        new OrderIntent(
            nextOrderId(), 0, instrument, side, size, terms, TimeInForce.GTC, true, purpose);
    switch (gate.reduce(intent)) {
      case GateDecision.Pass<VenueCommand.NewOrder> pass -> send(pass.approved(), timeNs);
      case GateDecision.Deny<VenueCommand.NewOrder> deny ->
          audit.write(new AuditRecord.OrderRefused(audit.next(), timeNs, intent, deny.refusal()));
    }
  }

  void amend(Order order, OrderTerms terms, long timeNs) {
    OrderIntent intent = order.intent();
    VenueCommand.AmendOrder command =
        new VenueCommand.AmendOrder(intent.orderId(), intent.instrument(), terms);
    switch (gate.amend(command, intent)) {
      case GateDecision.Pass<VenueCommand.AmendOrder> pass -> venue.submit(pass.approved());
      case GateDecision.Deny<VenueCommand.AmendOrder> deny ->
          audit.write(new AuditRecord.OrderRefused(audit.next(), timeNs, intent, deny.refusal()));
    }
  }

  void cancel(Order order) {
    if (order.isCancelAsked()) {
      return;
    }
    order.askCancel();
    OrderIntent intent = order.intent();
    venue.submit(gate.cancel(new VenueCommand.CancelOrder(intent.orderId(), intent.instrument())));
  }

  /** Takes an event into the order it is about; a final order is forgotten. */
  Order apply(OrderEvent event) {
    Order order = open.get(event.orderId());
    order.apply(event);
    audit.write(
        new AuditRecord.OrderMoved(
            audit.next(), event.timeNs(), order.intent(), order.state(), event));
    if (order.state().isFinal()) {
      open.remove(order);
    }
    return order;
  }

  private void send(Approved<VenueCommand.NewOrder> approved, long timeNs) {
    OrderIntent intent = approved.command().intent();
    lastOrderId = intent.orderId();
    Order order = new Order(intent);
    open.add(order);
    order.apply(new OrderEvent.Sent(intent.orderId(), timeNs));
    audit.write(new AuditRecord.OrderSent(audit.next(), timeNs, intent));
    venue.submit(approved);
  }

  @Override
  public void save(StateWriter out) {
    out.section("order-desk", 1).writeLong(lastOrderId);
    open.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("order-desk", 1);
    lastOrderId = in.readLong();
    open.load(in);
  }
}
