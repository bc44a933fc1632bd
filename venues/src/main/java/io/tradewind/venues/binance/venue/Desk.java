package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.VenueCommand;

/** Where commands come in, and where it is decided what follows from what happens to orders. */
final class Desk implements Follower.Reactions {
  private final Room room;
  private final Follower follower;
  private final Retirement retirement;
  private final Cancels cancels;
  private final Placement placement;
  private final Amendments amendments;
  private final Guards guards;
  private final Exits exits;

  /** What all that handles orders shares. */
  record Room(Connection connection, Markets markets, OrderWire wire, Orders orders) {}

  Desk(Room room) {
    this.room = room;
    this.follower = new Follower(room.orders(), room.connection(), this);
    this.retirement = new Retirement(room, follower);
    this.cancels = new Cancels(room);
    this.placement = new Placement(room, follower, retirement);
    this.amendments = new Amendments(room, follower, placement, retirement);
    this.guards = new Guards(room, placement);
    this.exits = new Exits(room, placement, cancels, guards);
  }

  Follower follower() {
    return follower;
  }

  Retirement retirement() {
    return retirement;
  }

  Exits exits() {
    return exits;
  }

  Guards guards() {
    return guards;
  }

  Amendments amendments() {
    return amendments;
  }

  void place(OrderIntent intent) {
    if (room.orders().find(intent.orderId()).isPresent()) {
      room.connection()
          .tell(new VenueNews.Contradiction(intent.orderId(), "an order was submitted twice"));
      return;
    }
    placement.send(
        new Tracked(
            room.markets().listing(intent.instrument()), intent, room.connection().nowNs()));
  }

  void amend(VenueCommand.AmendOrder command) {
    room.orders().standing(command.orderId()).ifPresent(order -> amendments.amend(order, command));
  }

  void cancel(long orderId) {
    room.orders().find(orderId).ifPresent(guards::drop);
    room.orders()
        .standing(orderId)
        .ifPresent(order -> {
          order.isUnwanted = true;
          cancels.cancel(order);
        });
  }

  /** What is due. */
  int tick() {
    return cancels.tick() + retirement.tick() + amendments.tick() + guards.tick();
  }

  /** Futures know no lists: what one leg decides is carried out on the others here. */
  @Override
  public void onLegDecided(Tracked order, LegState leg) {
    boolean decides = leg.isTriggered || leg.end == LegState.End.FILLED;
    if (decides && order.listing.instrument().id().market() == Market.PERP) {
      order.legs.stream().filter(each -> each != leg).forEach(each -> retirement.add(order, each));
    }
    exits.onPart(order);
  }

  @Override
  public void onOver(Tracked order, long timeNs) {
    // What takes its place first, so that something stands.
    exits.onOver(order);
    if (order.listing.instrument().id().market() == Market.PERP) {
      order.legs.forEach(leg -> retirement.add(order, leg));
      // A replacement that is under way comes too late.
      order.nextLegs.forEach(leg -> retirement.add(order, leg));
    }
  }

  @Override
  public void onLateFill(Tracked order) {
    exits.onPart(order);
  }

  @Override
  public void onNeverStood(Tracked order) {
    exits.onNeverStood(order);
  }
}
