package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.model.OrderAnswer;
import io.tradewind.venues.binance.order.Leg;
import io.tradewind.venues.binance.order.OrderDialect;
import io.tradewind.venues.binance.order.OrderFilters;
import io.tradewind.venues.binance.order.Plan;
import io.tradewind.venues.binance.order.Slip;
import io.tradewind.venues.binance.order.SpotDialect;
import io.tradewind.venues.binance.parse.OrderParser;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.time.VenueClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Commands as requests. A request that places something goes out once; where nobody knows what came
 * of it, the venue is asked by our name of the order, and nothing is sent again.
 */
final class Desk implements Follower.Reactions {
  /** What an answer has announced and the stream has not told by then is asked for. */
  private static final long DOUBT_NS = 2 * Utc.SECOND_NS;

  private static final long CANCEL_AGAIN_NS = Utc.SECOND_NS;

  private final Tools tools;
  private final Orders orders;
  private final Follower follower;
  private final BinanceListener listener;
  private final Holdings holdings;
  private boolean isBlocked;

  /** What it works with. */
  record Tools(
      List<Listing> listings,
      OrderDialect dialect,
      OrderLine line,
      VenueHttp http,
      VenueClock clock,
      LastPrices prices,
      OrderParser parser) {}

  Desk(Tools tools, Orders orders, BinanceListener listener, Holdings holdings) {
    this.tools = tools;
    this.orders = orders;
    this.listener = listener;
    this.holdings = holdings;
    this.follower = new Follower(orders, listener, this);
  }

  Follower follower() {
    return follower;
  }

  long nowNs() {
    return tools.clock().nowNs();
  }

  long venueNs() {
    return tools.http().offset().venueNs(nowNs());
  }

  void place(OrderIntent intent) {
    Tracked order = new Tracked(tools.listings().get(intent.instrument()), intent, nowNs());
    if (orders.find(intent.orderId()).isPresent()) {
      listener.onNews(
          new VenueNews.Contradiction(intent.orderId(), "an order was submitted twice"));
      return;
    }
    orders.add(order);
    send(order);
  }

  private void send(Tracked order) {
    OrderIntent intent = order.intent;
    OptionalLong last = tools.prices().lastScaled(intent.instrument());
    Sizing.Result sized = Sizing.of(order.listing, intent, last, holdings);
    if (isBlocked) {
      reject(order, RejectReason.VENUE_BLOCKED);
    } else if (sized instanceof Sizing.Result.Unsized unsized) {
      reject(order, unsized.reason());
    } else if (sized instanceof Sizing.Result.Sized known) {
      Slip slip = new Slip(order.listing, intent, known.qtyScaled(), last, order.revision);
      new OrderFilters(order.listing, last)
          .check(intent, known.qtyScaled())
          .ifPresentOrElse(reason -> reject(order, reason), () -> send(order, slip));
    }
  }

  private void send(Tracked order, Slip slip) {
    switch (tools.dialect().place(slip)) {
      case Plan.Refused refused -> reject(order, refused.reason());
      case Plan.Ready ready -> {
        order.legs.addAll(legs(order, ready.steps()));
        if (order.intent.timeInForce() instanceof TimeInForce.GoodTillDate date) {
          order.expiresNs = date.untilNs();
        }
        exitOf(order, ready.steps());
        order.unanswered = ready.steps().size();
        ask(order, ready.steps(), 0);
      }
    }
  }

  private static List<LegState> legs(Tracked order, List<Plan.Step> steps) {
    return steps.stream()
        .flatMap(step -> step.legs().stream())
        .filter(leg -> leg.orderId() == order.intent.orderId())
        .map(LegState::new)
        .toList();
  }

  /** The exit of a bracket that goes out in one list with its entry. */
  private void exitOf(Tracked entry, List<Plan.Step> steps) {
    if (!(entry.intent.terms() instanceof OrderTerms.Bracket bracket)) {
      return;
    }
    List<LegState> legs =
        steps.stream()
            .flatMap(step -> step.legs().stream())
            .filter(leg -> leg.orderId() == bracket.exitOrderId())
            .map(LegState::new)
            .toList();
    if (!legs.isEmpty()) {
      Tracked exit = new Tracked(entry.listing, exit(entry, bracket, 1), nowNs());
      exit.legs.addAll(legs);
      exit.isPending = true;
      exit.carrier = Optional.of(entry);
      orders.add(exit);
    }
  }

  private static OrderIntent exit(Tracked entry, OrderTerms.Bracket bracket, long qtyScaled) {
    return new OrderIntent(
        bracket.exitOrderId(),
        entry.intent.book(),
        entry.intent.instrument(),
        entry.intent.side().opposite(),
        new OrderSize.Base(qtyScaled),
        new OrderTerms.Oco(bracket.targetScaled(), bracket.stopScaled()),
        TimeInForce.GTC,
        true,
        OrderPurpose.STOP);
  }

  private void reject(Tracked order, RejectReason reason) {
    follower.tell(order, new OrderEvent.Rejected(order.intent.orderId(), venueNs(), reason));
  }

  private void ask(Tracked order, List<Plan.Step> steps, int at) {
    order.underWayNs = nowNs();
    tools.line().submit(steps.get(at).request(), reply -> onPlaced(order, steps, at, reply));
  }

  private void onPlaced(Tracked order, List<Plan.Step> steps, int at, Reply reply) {
    order.unanswered--;
    switch (reply) {
      case Reply.Done(var response) -> {
        Optional<List<OrderAnswer>> answers = tools.parser().orders(response.body());
        if (answers.isEmpty()) {
          order.unanswered = 0;
          doubt(order, 0);
        } else {
          answers.orElseThrow().forEach(answer -> onTaken(answer));
          if (at + 1 < steps.size()) {
            ask(order, steps, at + 1);
          } else {
            follower.accepted(order, timeOf(answers.orElseThrow()));
          }
        }
      }
      case Reply.Failed(VenueError error) -> onRefused(order, at, error);
    }
  }

  private long timeOf(List<OrderAnswer> answers) {
    return answers.stream()
        .mapToLong(answer ->
            switch (answer) {
              case OrderAnswer.Order each -> each.updateTimeNs();
              case OrderAnswer.Conditional each -> each.updateTimeNs();
            })
        .filter(time -> time > 0)
        .findFirst()
        .orElseGet(this::venueNs);
  }

  /** What has already become of it the stream will say; if it does not, it is asked for. */
  private void onTaken(OrderAnswer answer) {
    Optional<Orders.Found> found = orders.find(answer.name());
    boolean stands =
        switch (answer) {
          case OrderAnswer.Conditional _ -> true;
          case OrderAnswer.Order each ->
              each.status().isEmpty()
                  || switch (each.status().orElseThrow()) {
                    case NEW, PENDING_NEW, PENDING_CANCEL -> true;
                    case PARTIALLY_FILLED, FILLED, CANCELED, REJECTED, EXPIRED, EXPIRED_IN_MATCH ->
                        false;
                  };
        };
    if (!stands) {
      found.ifPresent(each -> doubt(each.order(), DOUBT_NS));
    }
  }

  private void onRefused(Tracked order, int at, VenueError error) {
    order.unanswered = 0;
    listener.onNews(new VenueNews.Refused(order.intent.orderId(), error));
    switch (error) {
      case VenueError.Unknown _ -> lost(order);
      case VenueError.Rejected refused
          when refused.reason() == VenueError.Rejection.DUPLICATE_ORDER ->
          // Our name of it is known there: it was sent before, and this is it.
          lost(order);
      case VenueError.Rejected refused -> giveUp(order, at, Refusals.reason(refused));
      case VenueError.Retryable _ -> giveUp(order, at, RejectReason.NOT_SENT);
      case VenueError.Fatal fatal -> {
        block(fatal);
        giveUp(order, at, RejectReason.VENUE_BLOCKED);
      }
    }
  }

  private void lost(Tracked order) {
    if (order.state == OrderState.SENT) {
      follower.tell(order, new OrderEvent.Lost(order.intent.orderId(), venueNs()));
    }
    order.underWayNs = nowNs();
    doubt(order, 0);
  }

  /** What of it was taken already is taken back. */
  private void giveUp(Tracked order, int at, RejectReason reason) {
    exitOrder(order).ifPresent(orders::forget);
    if (at > 0) {
      cancelLegs(order);
    }
    if (!order.isOver()) {
      reject(order, reason);
    }
  }

  private Optional<Tracked> exitOrder(Tracked order) {
    return order.intent.terms() instanceof OrderTerms.Bracket bracket
        ? orders.find(bracket.exitOrderId())
        : Optional.empty();
  }

  /** From now on nothing goes out. */
  void block(VenueError.Fatal error) {
    if (!isBlocked) {
      isBlocked = true;
      listener.onNews(new VenueNews.Blocked(error));
    }
  }

  boolean isBlocked() {
    return isBlocked;
  }

  /** The venue is asked how it stands, unless that is told before. */
  void doubt(Tracked order, long afterNs) {
    order.askNs = Math.min(order.askNs, nowNs() + afterNs);
  }

  void cancel(long orderId) {
    orders
        .find(orderId)
        .filter(order -> !order.isOver())
        .ifPresent(order -> {
          order.isCancelWanted = true;
          order.cancelNs = nowNs();
        });
  }

  /** A cancel may be sent again: the same twice is the same once. */
  private void sendCancel(Tracked order) {
    order.cancelNs = Tracked.NEVER;
    if (isBlocked) {
      order.isCancelWanted = false;
      return;
    }
    order.isCancelling = true;
    List<Leg> open = openLegs(order);
    boolean list = order.listing.instrument().id().market() == Market.SPOT;
    for (Leg leg : list && !open.isEmpty() ? open.subList(0, 1) : open) {
      tools
          .line()
          .submit(tools.dialect().cancel(order.listing, leg), reply -> onCancelled(order, reply));
    }
  }

  private static List<Leg> openLegs(Tracked order) {
    return order.legs.stream().filter(leg -> !leg.isOver()).map(leg -> leg.leg).toList();
  }

  private void onCancelled(Tracked order, Reply reply) {
    order.isCancelling = false;
    switch (reply) {
      case Reply.Done _ -> {
        order.isCancelWanted = false;
        doubt(order, DOUBT_NS);
      }
      case Reply.Failed(VenueError.Rejected _) -> {
        order.isCancelWanted = false;
        doubt(order, 0);
      }
      case Reply.Failed(VenueError.Unknown _) -> {
        doubt(order, 0);
        order.cancelNs = nowNs() + DOUBT_NS;
      }
      case Reply.Failed(VenueError.Retryable retry) ->
          order.cancelNs = nowNs() + Math.max(retry.afterNs(), CANCEL_AGAIN_NS);
      case Reply.Failed(VenueError.Fatal fatal) -> {
        order.isCancelWanted = false;
        block(fatal);
      }
    }
  }

  void amend(VenueCommand.AmendOrder command) {
    Optional<Tracked> found =
        orders
            .find(command.orderId())
            .filter(order -> !order.isOver() && order.nextTerms.isEmpty());
    if (found.isEmpty() || isBlocked) {
      return;
    }
    Tracked order = found.orElseThrow();
    OrderIntent next = with(order.intent, command.terms());
    OptionalLong last = tools.prices().lastScaled(next.instrument());
    if (!(Sizing.of(order.listing, next, last, holdings) instanceof Sizing.Result.Sized sized)) {
      return;
    }
    OptionalLong left =
        sized.qtyScaled().isPresent()
            ? OptionalLong.of(sized.qtyScaled().getAsLong() - order.filledScaled)
            : sized.qtyScaled();
    Slip slip = new Slip(order.listing, next, left, last, order.revision + 1);
    Optional<RejectReason> bad = new OrderFilters(order.listing, last).check(next, left);
    if (bad.isEmpty()
        && tools.dialect().replace(slip, openLegs(order)) instanceof Plan.Ready ready) {
      order.nextTerms = Optional.of(command.terms());
      order.nextLegs = List.copyOf(nextLegs(order, ready.steps()));
      replace(order, ready.steps(), 0);
    } else {
      listener.onNews(new VenueNews.Unsupported(command));
    }
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
    order.underWayNs = nowNs();
    switch (reply) {
      case Reply.Done(var response) -> {
        if (at + 1 < steps.size()) {
          replace(order, steps, at + 1);
        } else {
          tools.parser().orders(response.body()).ifPresent(all -> all.forEach(this::onTaken));
          adopt(order);
        }
      }
      case Reply.Failed(VenueError error) -> {
        listener.onNews(new VenueNews.Refused(order.intent.orderId(), error));
        switch (error) {
          case VenueError.Rejected _, VenueError.Retryable _ -> missNext(order);
          case VenueError.Unknown _ -> {}
          case VenueError.Fatal fatal -> {
            missNext(order);
            block(fatal);
          }
        }
        doubt(order, 0);
      }
    }
  }

  private static void missNext(Tracked order) {
    order.nextLegs.stream()
        .filter(leg -> !order.legs.contains(leg) && !leg.isOver())
        .forEach(leg -> leg.end = LegState.End.MISSING);
  }

  /** The next revision is the order from now on. */
  void adopt(Tracked order) {
    OrderTerms terms = order.nextTerms.orElseThrow();
    List<LegState> next = order.nextLegs;
    order.legs.stream().filter(leg -> !next.contains(leg)).forEach(order.oldLegs::add);
    order.legs = new ArrayList<>(next);
    order.nextLegs = List.of();
    order.nextTerms = Optional.empty();
    order.revision++;
    order.intent = with(order.intent, terms);
    if (!order.isOver()) {
      follower.tell(order, new OrderEvent.Amended(order.intent.orderId(), venueNs(), terms));
    }
    endIfOver(order);
  }

  /** The next revision did not come about; the order is as it was, or gone. */
  void drop(Tracked order) {
    order.oldLegs.addAll(order.nextLegs.stream().filter(leg -> !order.legs.contains(leg)).toList());
    order.nextLegs = List.of();
    order.nextTerms = Optional.empty();
    order.revision++;
    endIfOver(order);
  }

  private void endIfOver(Tracked order) {
    if (!order.isOver() && order.isAllOver()) {
      follower.finish(order, venueNs());
    }
  }

  /** Cancels that are due, and orders whose time has come. */
  int tick() {
    int work = 0;
    long nowNs = nowNs();
    for (Tracked order : orders.open()) {
      if (order.expiresNs <= venueNs()) {
        order.expiresNs = Tracked.NEVER;
        order.isExpiring = true;
        cancel(order.intent.orderId());
      }
      boolean due = order.isCancelWanted && !order.isCancelling && order.cancelNs <= nowNs;
      if (due && order.unanswered == 0 && order.nextTerms.isEmpty()) {
        sendCancel(order);
        work++;
      }
    }
    return work;
  }

  /** Futures know no lists: what one leg decides is carried out on the others here. */
  @Override
  public void onLegDecided(Tracked order, LegState leg) {
    boolean decides = leg.isTriggered || leg.end == LegState.End.FILLED;
    if (decides && order.listing.instrument().id().market() == Market.PERP) {
      order.legs.stream()
          .filter(each -> each != leg && !each.isOver())
          .forEach(each -> cancelLeg(order, each.leg));
    }
  }

  private void cancelLegs(Tracked order) {
    openLegs(order).forEach(leg -> cancelLeg(order, leg));
  }

  private void cancelLeg(Tracked order, Leg leg) {
    if (!isBlocked) {
      tools.line().submit(tools.dialect().cancel(order.listing, leg), _ -> {});
    }
  }

  @Override
  public void onOver(Tracked order, long timeNs) {
    if (order.listing.instrument().id().market() == Market.PERP) {
      cancelLegs(order);
    }
    if (!(order.intent.terms() instanceof OrderTerms.Bracket bracket) || order.filledScaled == 0) {
      return;
    }
    Optional<Tracked> listed = orders.find(bracket.exitOrderId());
    if (listed.isPresent() && order.state == OrderState.FILLED) {
      return;
    }
    // The list of an entry that was filled in part ends without its exit.
    listed.ifPresent(orders::forget);
    Slip slip =
        new Slip(
            order.listing,
            order.intent,
            OptionalLong.of(order.filledScaled),
            OptionalLong.empty(),
            0);
    long qty =
        order.listing.instrument().id().market() == Market.SPOT
            ? SpotDialect.netOfFee(slip, order.filledScaled)
            : order.filledScaled;
    if (qty > 0) {
      Tracked exit = new Tracked(order.listing, exit(order, bracket, qty), nowNs());
      exit.revision = listed.isPresent() ? 1 : 0;
      orders.add(exit);
      send(exit);
    }
  }
}
