package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.model.OrderAnswer;
import io.tradewind.venues.binance.order.Leg;
import io.tradewind.venues.binance.order.OrderDialect;
import io.tradewind.venues.binance.order.OrderFilters;
import io.tradewind.venues.binance.order.Plan;
import io.tradewind.venues.binance.order.Slip;
import io.tradewind.venues.binance.parse.OrderParser;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.time.VenueClock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

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
  private final Amendments amendments;
  private final Exits exits;
  private boolean isBlocked;

  /** What it works with. */
  record Tools(
      List<Listing> listings,
      OrderDialect dialect,
      OrderLine line,
      VenueHttp http,
      VenueClock clock,
      LastPrices prices,
      OrderParser parser,
      BinanceListener listener,
      Holdings holdings) {}

  Desk(Tools tools, Orders orders) {
    this.tools = tools;
    this.orders = orders;
    this.listener = tools.listener();
    this.holdings = tools.holdings();
    this.follower = new Follower(orders, listener, this);
    this.amendments = new Amendments(tools, orders, this);
    this.exits = new Exits(orders, this);
  }

  Amendments amendments() {
    return amendments;
  }

  Follower follower() {
    return follower;
  }

  void tell(VenueNews news) {
    listener.onNews(news);
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
    send(order);
  }

  void send(Tracked order) {
    orders.add(order);
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
        order.placedQtyScaled = slip.qtyScaled();
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
    List<Leg> legs =
        steps.stream()
            .flatMap(step -> step.legs().stream())
            .filter(leg -> leg.orderId() == bracket.exitOrderId())
            .toList();
    if (!legs.isEmpty()) {
      exits.listed(entry, bracket, legs);
    }
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
  void onTaken(OrderAnswer answer) {
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

  static List<Leg> openLegs(Tracked order) {
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
    return work + amendments.tick();
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
    exits.onPart(order);
  }

  private void cancelLegs(Tracked order) {
    openLegs(order).forEach(leg -> cancelLeg(order, leg));
  }

  private void cancelLeg(Tracked order, Leg leg) {
    if (!isBlocked) {
      askToCancel(order, leg, _ -> {});
    }
  }

  void askToCancel(Tracked order, Leg leg, Consumer<Reply> handler) {
    tools.line().submit(tools.dialect().cancel(order.listing, leg), handler);
  }

  @Override
  public void onOver(Tracked order, long timeNs) {
    if (order.listing.instrument().id().market() == Market.PERP) {
      cancelLegs(order);
      amendments.abandon(order);
    }
    exits.onOver(order);
  }
}
