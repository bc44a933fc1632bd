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
    // What is being taken back is not changed: the cancel would be for the legs before.
    if (order.isOver() || order.isCancelWanted || room.connection().isBlocked()) {
      return;
    }
    boolean known = order.state != OrderState.SENT && order.state != OrderState.UNKNOWN;
    if (order.nextTerms.isPresent() || !known || order.isHeld) {
      order.wantedTerms = Optional.of(command.terms());
    } else if (!isReplaced(order, command.terms())) {
      room.connection().tell(new VenueNews.Unsupported(command));
    }
  }

  /** Whether a replacement went out. */
  private boolean isReplaced(Tracked order, OrderTerms terms) {
    if (terms instanceof OrderTerms.Bracket) {
      return false;
    }
    OrderIntent next = with(order.intent, terms);
    List<Leg> standing = order.openLegs();
    if (!(room.markets().measureNext(order, next, standing) instanceof Markets.Measured.Fits fits)
        || !(room.wire().replace(fits.slip(), standing, doneScaled(order))
            instanceof Plan.Ready ready)) {
      return false;
    }
    order.nextQtyScaled =
        next.size() instanceof OrderSize.Base base
            ? OptionalLong.of(base.qtyScaled())
            : fits.slip().qtyScaled();
    begin(order, bracketed(order, terms), ready);
    return true;
  }

  /** What of the limits that stand was filled: the venue counts it in their quantity. */
  private static long doneScaled(Tracked order) {
    return order.legs.stream()
        .filter(each -> !each.isOver() && !each.leg.isConditional())
        .mapToLong(each -> each.filledScaled)
        .sum();
  }

  /** An entry with other terms brings the same exit. */
  static OrderTerms bracketed(Tracked order, OrderTerms terms) {
    return order.intent.terms() instanceof OrderTerms.Bracket old
        ? new OrderTerms.Bracket(terms, old.targetScaled(), old.stopScaled(), old.exitOrderId())
        : terms;
  }

  private void begin(Tracked order, OrderTerms terms, Plan.Ready ready) {
    order.nextTerms = Optional.of(terms);
    order.nextLegs = List.copyOf(nextLegs(order, ready.steps()));
    order.nextLegs.forEach(leg -> leg.terms = Optional.of(terms));
    order.goingLegs = order.legs.stream().filter(each -> ready.goes().contains(each.leg)).toList();
    replace(order, ready.steps(), 0);
  }

  static OrderIntent with(OrderIntent intent, OrderTerms terms) {
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
    order.isPutBack = false;
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
    if (!isPutBack(order)) {
      endIfOver(order);
    }
  }

  /**
   * An exit that had to go for a replacement that did not come about is placed again as it was,
   * once, so that the position keeps one.
   */
  private boolean isPutBack(Tracked order) {
    boolean bare =
        !order.isOver()
            && order.isAllOver()
            && order.legs.stream().allMatch(leg -> leg.end == LegState.End.CANCELLED);
    if (!bare
        || order.isPutBack
        || order.isCancelWanted
        || !order.intent.reduceOnly()
        || room.connection().isBlocked()) {
      return false;
    }
    order.isPutBack = true;
    order.nextQtyScaled = order.placedQtyScaled;
    if (room.wire().place(room.markets().again(order)) instanceof Plan.Ready ready) {
      begin(order, order.intent.terms(), ready);
      return true;
    }
    return false;
  }

  /** Of a pair that stands one leg has never come, and is placed. */
  void complete(Tracked order) {
    List<Leg> missing =
        order.legs.stream()
            .filter(leg -> leg.end == LegState.End.MISSING)
            .map(leg -> leg.leg)
            .toList();
    boolean stands = order.state == OrderState.OPEN && !order.openLegs().isEmpty();
    boolean free = order.nextTerms.isEmpty() && !order.isCancelWanted;
    if (missing.isEmpty() || !stands || !free || order.isDecided()) {
      return;
    }
    if (room.wire().place(room.markets().again(order)) instanceof Plan.Ready ready) {
      List<Plan.Step> steps =
          ready.steps().stream()
              .filter(step -> missing.stream().anyMatch(leg -> isOf(step, leg)))
              .toList();
      List<LegState> standing = order.legs.stream().filter(leg -> !leg.isOver()).toList();
      order.nextQtyScaled = order.placedQtyScaled;
      begin(order, order.intent.terms(), new Plan.Ready(steps));
      List<LegState> both = new ArrayList<>(standing);
      both.addAll(order.nextLegs);
      order.nextLegs = List.copyOf(both);
    }
  }

  private static boolean isOf(Plan.Step step, Leg leg) {
    return step.legs().stream().anyMatch(each -> each.part() == leg.part());
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
            && !order.isHeld
            && !order.isCancelWanted
            && !room.connection().isBlocked();
    if (!stands || !free || order.followNs > room.connection().nowNs()) {
      return 0;
    }
    OrderIntent intent = order.intent;
    boolean perp = order.listing.instrument().id().market() == Market.PERP;
    boolean grown =
        (perp || order.isGuard || room.markets().isByLedger(order))
            && order.placedQtyScaled.isPresent()
            && order.placedQtyScaled.getAsLong() < wholeScaled(order);
    if (order.wantedTerms.isEmpty() && !grown) {
      return 0;
    }
    OrderTerms standing =
        intent.terms() instanceof OrderTerms.Bracket bracket ? bracket.entry() : intent.terms();
    OrderTerms terms = order.wantedTerms.orElse(standing);
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
        yield waits && order.state == OrderState.OPEN ? room.markets().heldInLots(order) : 0;
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
