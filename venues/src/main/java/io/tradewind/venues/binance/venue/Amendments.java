package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.order.Leg;
import io.tradewind.venues.binance.order.Plan;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Orders that take the place of their last revision. Where the venue lets two stand, the next one
 * is placed first and the old one taken back then, so that one always stands; until the venue has
 * taken the next, the order is what it was.
 */
final class Amendments {
  /** A stop follows its position no oftener than that. */
  private static final long FOLLOW_NS = Utc.SECOND_NS;

  private final Desk.Room room;
  private final Follower follower;
  private final Placement placement;
  private final Retirement retirement;

  Amendments(Desk.Room room, Follower follower, Placement placement, Retirement retirement) {
    this.room = room;
    this.follower = follower;
    this.placement = placement;
    this.retirement = retirement;
  }

  void amend(Tracked order, VenueCommand.AmendOrder command) {
    if (order.isOver() || room.connection().isBlocked()) {
      return;
    }
    if (order.nextTerms.isPresent()) {
      order.wantedTerms = Optional.of(command.terms());
    } else if (!isReplaced(order, command.terms())) {
      room.connection().tell(new VenueNews.Unsupported(command));
    }
  }

  /** Whether a replacement went out. */
  private boolean isReplaced(Tracked order, OrderTerms terms) {
    OrderIntent next = with(order.intent, terms);
    List<Leg> standing = order.openLegs();
    if (!(room.markets().measureNext(order, next, standing) instanceof Markets.Measured.Fits fits)
        || !(room.wire().replace(fits.slip(), standing) instanceof Plan.Ready ready)) {
      return false;
    }
    order.nextTerms = Optional.of(terms);
    order.nextQtyScaled =
        next.size() instanceof OrderSize.Base base
            ? OptionalLong.of(base.qtyScaled())
            : fits.slip().qtyScaled();
    order.nextLegs = List.copyOf(nextLegs(order, ready.steps()));
    order.nextLegs.forEach(leg -> leg.terms = Optional.of(terms));
    order.goingLegs = order.legs.stream().filter(each -> ready.goes().contains(each.leg)).toList();
    replace(order, ready.steps(), 0);
    return true;
  }

  private static OrderIntent with(OrderIntent intent, OrderTerms terms) {
    return new OrderIntent(
        intent.orderId(),
        intent.book(),
        intent.instrument(),
        intent.side(),
        intent.size(),
        terms,
        intent.timeInForce(),
        intent.reduceOnly(),
        intent.purpose());
  }

  /** A leg that keeps its name goes on as it is. */
  private static List<LegState> nextLegs(Tracked order, List<Plan.Step> steps) {
    return steps.stream()
        .flatMap(step -> step.legs().stream())
        .map(leg ->
            order.legs.stream()
                .filter(each -> each.leg.equals(leg))
                .findFirst()
                .orElseGet(() -> new LegState(leg)))
        .toList();
  }

  private void replace(Tracked order, List<Plan.Step> steps, int at) {
    order.isReplacing = true;
    room.wire().submit(steps.get(at).request(), reply -> onReplaced(order, steps, at, reply));
  }

  private void onReplaced(Tracked order, List<Plan.Step> steps, int at, Reply reply) {
    order.isReplacing = false;
    order.underWayNs = room.connection().nowNs();
    switch (reply) {
      case Reply.Done(var response) -> {
        if (at + 1 < steps.size()) {
          replace(order, steps, at + 1);
        } else {
          room.wire().read(response).ifPresent(all -> all.forEach(placement::onTaken));
          take(order);
        }
      }
      case Reply.Failed(VenueError error) -> {
        room.connection().tell(new VenueNews.Refused(order.intent.orderId(), error));
        switch (error) {
          case VenueError.Rejected _, VenueError.Retryable _ -> {
            if (!order.goingLegs.isEmpty()) {
              refused(order, at);
              return;
            }
            missNext(order);
          }
          case VenueError.Unknown _ -> {}
          case VenueError.Fatal fatal -> {
            missNext(order);
            room.connection().block(fatal);
          }
        }
        order.doubt(room.connection().nowNs());
      }
    }
  }

  /**
   * The old ones stand as they did; where the first of two stands anew, the second is as it was.
   */
  private void refused(Tracked order, int at) {
    if (at == 0) {
      missNext(order);
      drop(order);
    } else {
      order.nextQtyScaled = order.placedQtyScaled;
      take(order);
    }
  }

  private static void missNext(Tracked order) {
    order.nextLegs.stream()
        .filter(leg -> !order.legs.contains(leg) && !leg.isOver())
        .forEach(leg -> leg.end = LegState.End.MISSING);
  }

  /** The next revision stands, and is the order from now on, unless it came too late. */
  void take(Tracked order) {
    if (order.nextTerms.isEmpty()) {
      return;
    }
    List<LegState> going = order.goingLegs;
    if (!going.isEmpty() && order.isDecided()) {
      List<LegState> late = order.nextLegs;
      drop(order);
      late.forEach(leg -> retirement.add(order, leg));
      return;
    }
    adopt(order);
    going.forEach(leg -> retirement.add(order, leg));
  }

  private void adopt(Tracked order) {
    OrderTerms terms = order.nextTerms.orElseThrow();
    boolean quiet = terms.equals(order.intent.terms());
    List<LegState> next = order.nextLegs;
    order.legs.stream().filter(leg -> !next.contains(leg)).forEach(order.oldLegs::add);
    order.legs = new ArrayList<>(next);
    endReplacement(order);
    order.placedQtyScaled = order.nextQtyScaled;
    order.intent = with(order.intent, terms);
    if (!order.isOver() && !quiet) {
      long timeNs = room.connection().venueNs();
      follower.tell(order, new OrderEvent.Amended(order.intent.orderId(), timeNs, terms));
    }
    endIfOver(order);
  }

  /** The next revision did not come about; the order is as it was, or gone. */
  void drop(Tracked order) {
    order.oldLegs.addAll(order.nextLegs.stream().filter(leg -> !order.legs.contains(leg)).toList());
    endReplacement(order);
    endIfOver(order);
  }

  private static void endReplacement(Tracked order) {
    order.nextLegs = List.of();
    order.goingLegs = List.of();
    order.nextTerms = Optional.empty();
    order.revision++;
  }

  private void endIfOver(Tracked order) {
    if (!order.isOver() && order.isAllOver()) {
      follower.finish(order, room.connection().venueNs());
    }
  }

  /** Terms that had to wait, and a stop of less than is held by now. */
  private int followUp(Tracked order) {
    boolean stands = order.state == OrderState.OPEN || order.state == OrderState.PARTLY_FILLED;
    boolean free =
        order.nextTerms.isEmpty()
            && order.unanswered == 0
            && !order.isCancelWanted
            && !room.connection().isBlocked();
    if (!stands || !free || order.followNs > room.connection().nowNs()) {
      return 0;
    }
    OrderIntent intent = order.intent;
    boolean grown =
        order.listing.instrument().id().market() == Market.PERP
            && order.placedQtyScaled.isPresent()
            && order.placedQtyScaled.getAsLong() < wholeScaled(order);
    if (order.wantedTerms.isEmpty() && !grown) {
      return 0;
    }
    OrderTerms terms = order.wantedTerms.orElse(intent.terms());
    order.wantedTerms = Optional.empty();
    order.followNs = room.connection().nowNs() + FOLLOW_NS;
    amend(order, new VenueCommand.AmendOrder(intent.orderId(), intent.instrument(), terms));
    return 1;
  }

  /** How much it should be of by now; 0 where it stays as it is. */
  private long wholeScaled(Tracked order) {
    OrderIntent intent = order.intent;
    return switch (intent.size()) {
      case OrderSize.Base base -> base.qtyScaled();
      case OrderSize.Budget _ -> 0;
      case OrderSize.Position _ -> {
        boolean waits =
            intent.terms() instanceof OrderTerms.Stop
                || intent.terms() instanceof OrderTerms.TakeProfit;
        yield waits && order.state == OrderState.OPEN
            ? room.markets().heldInLots(order.listing)
            : 0;
      }
    };
  }

  /** What is due of orders that stand. */
  int tick() {
    int work = 0;
    for (Tracked order : room.orders().open()) {
      work += followUp(order);
    }
    return work;
  }
}
