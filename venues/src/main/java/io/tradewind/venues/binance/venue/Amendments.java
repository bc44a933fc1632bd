package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.order.Leg;
import io.tradewind.venues.binance.order.OrderFilters;
import io.tradewind.venues.binance.order.Plan;
import io.tradewind.venues.binance.order.Slip;
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

  private final Desk.Tools tools;
  private final Orders orders;
  private final Desk desk;
  private final Retirement retirement;

  Amendments(Desk.Tools tools, Orders orders, Desk desk) {
    this.tools = tools;
    this.orders = orders;
    this.desk = desk;
    this.retirement = new Retirement(desk);
  }

  void amend(VenueCommand.AmendOrder command) {
    Optional<Tracked> found =
        orders.find(command.orderId()).filter(order -> !order.isOver() && !desk.isBlocked());
    if (found.isEmpty()) {
      return;
    }
    Tracked order = found.orElseThrow();
    if (order.nextTerms.isPresent()) {
      order.wantedTerms = Optional.of(command.terms());
    } else if (!isReplaced(order, command.terms())) {
      tools.listener().onNews(new VenueNews.Unsupported(command));
    }
  }

  /** Whether a replacement went out. */
  private boolean isReplaced(Tracked order, OrderTerms terms) {
    OrderIntent next = with(order.intent, terms);
    OptionalLong last = tools.prices().lastScaled(next.instrument());
    Sizing.Result size = Sizing.again(order, next, last, tools.holdings());
    if (!(size instanceof Sizing.Result.Sized sized)) {
      return false;
    }
    OptionalLong left = beside(order, next, sized.qtyScaled(), last);
    Slip slip = new Slip(order.listing, next, left, last, order.revision + 1);
    Optional<RejectReason> bad = new OrderFilters(order.listing, last).check(next, left);
    if (bad.isEmpty()
        && tools.dialect().replace(slip, Desk.openLegs(order)) instanceof Plan.Ready ready) {
      order.nextTerms = Optional.of(terms);
      order.nextQtyScaled =
          next.size() instanceof OrderSize.Base base ? OptionalLong.of(base.qtyScaled()) : left;
      order.nextLegs = List.copyOf(nextLegs(order, ready.steps()));
      order.nextLegs.forEach(leg -> leg.terms = Optional.of(terms));
      order.goingLegs =
          order.legs.stream().filter(each -> ready.goes().contains(each.leg)).toList();
      replace(order, ready.steps(), 0);
      return true;
    }
    return false;
  }

  /**
   * Beside an order that closes the position none can stand that does the same, but one of so much
   * as is held.
   */
  private OptionalLong beside(
      Tracked order, OrderIntent next, OptionalLong qtyScaled, OptionalLong last) {
    boolean standing = Desk.openLegs(order).stream().anyMatch(Leg::closesPosition);
    long held = Sizing.heldInLots(order.listing, tools.holdings());
    OptionalLong part = OptionalLong.of(held);
    boolean fits = held > 0 && new OrderFilters(order.listing, last).check(next, part).isEmpty();
    return standing && qtyScaled.isEmpty() && fits ? part : qtyScaled;
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
    tools.line().submit(steps.get(at).request(), reply -> onReplaced(order, steps, at, reply));
  }

  private void onReplaced(Tracked order, List<Plan.Step> steps, int at, Reply reply) {
    order.isReplacing = false;
    order.underWayNs = desk.nowNs();
    switch (reply) {
      case Reply.Done(var response) -> {
        if (at + 1 < steps.size()) {
          replace(order, steps, at + 1);
        } else {
          tools.parser().orders(response.body()).ifPresent(all -> all.forEach(desk::onTaken));
          take(order);
        }
      }
      case Reply.Failed(VenueError error) -> {
        tools.listener().onNews(new VenueNews.Refused(order.intent.orderId(), error));
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
            desk.block(fatal);
          }
        }
        desk.doubt(order, 0);
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
      desk.follower()
          .tell(order, new OrderEvent.Amended(order.intent.orderId(), desk.venueNs(), terms));
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
      desk.follower().finish(order, desk.venueNs());
    }
  }

  /** Terms that had to wait, and a stop of less than is held by now. */
  private int followUp(Tracked order) {
    boolean stands = order.state == OrderState.OPEN || order.state == OrderState.PARTLY_FILLED;
    boolean free =
        order.nextTerms.isEmpty()
            && order.unanswered == 0
            && !order.isCancelWanted
            && !desk.isBlocked();
    if (!stands || !free || order.followNs > desk.nowNs()) {
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
    order.followNs = desk.nowNs() + FOLLOW_NS;
    amend(new VenueCommand.AmendOrder(intent.orderId(), intent.instrument(), terms));
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
            ? Sizing.heldInLots(order.listing, tools.holdings())
            : 0;
      }
    };
  }

  /** A replacement that is under way comes too late. */
  void abandon(Tracked order) {
    order.nextLegs.forEach(leg -> retirement.add(order, leg));
  }

  /** What is due of orders that stand, and of legs that go. */
  int tick() {
    int work = retirement.tick();
    for (Tracked order : orders.open()) {
      work += followUp(order);
    }
    return work;
  }
}
