package io.tradewind.venues.binance.venue;

import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.model.OrderAnswer;
import io.tradewind.venues.binance.order.Leg;
import io.tradewind.venues.binance.order.Plan;
import io.tradewind.venues.binance.order.Slip;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.Reply;
import java.util.List;
import java.util.Optional;

/**
 * New orders as requests. Each goes out once; where nobody knows what came of it, the venue is
 * asked by our name of the order, and nothing is sent again.
 */
final class Placement {
  /** What an answer has announced and the stream has not told by then is asked for. */
  private static final long DOUBT_NS = 2 * Utc.SECOND_NS;

  private final Desk.Room room;
  private final Follower follower;
  private final Retirement retirement;

  Placement(Desk.Room room, Follower follower, Retirement retirement) {
    this.room = room;
    this.follower = follower;
    this.retirement = retirement;
  }

  void send(Tracked order) {
    room.orders().add(order);
    if (room.connection().isBlocked()) {
      reject(order, RejectReason.VENUE_BLOCKED);
      return;
    }
    switch (room.markets().measure(order)) {
      case Markets.Measured.Unfit(var reason) -> reject(order, reason);
      case Markets.Measured.Fits(var slip) -> send(order, slip);
    }
  }

  private void send(Tracked order, Slip slip) {
    switch (room.wire().place(slip)) {
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
      room.orders().add(Exits.listed(entry, bracket, legs, room.connection().nowNs()));
    }
  }

  private void reject(Tracked order, RejectReason reason) {
    long timeNs = room.connection().venueNs();
    follower.tell(order, new OrderEvent.Rejected(order.intent.orderId(), timeNs, reason));
  }

  private void ask(Tracked order, List<Plan.Step> steps, int at) {
    order.underWayNs = room.connection().nowNs();
    room.wire().submit(steps.get(at).request(), reply -> onPlaced(order, steps, at, reply));
  }

  private void onPlaced(Tracked order, List<Plan.Step> steps, int at, Reply reply) {
    order.unanswered--;
    switch (reply) {
      case Reply.Done(var response) -> {
        Optional<List<OrderAnswer>> answers = room.wire().read(response);
        if (answers.isEmpty()) {
          order.unanswered = 0;
          order.doubt(room.connection().nowNs());
        } else {
          answers.orElseThrow().forEach(this::onTaken);
          if (at + 1 < steps.size()) {
            ask(order, steps, at + 1);
          } else {
            follower.accepted(order, timeOf(answers.orElseThrow()));
          }
        }
      }
      case Reply.Failed(VenueError error) -> {
        boolean sent = error instanceof VenueError.Unknown || isKnown(error);
        missing(order, steps.subList(sent ? at + 1 : at, steps.size()));
        onRefused(order, at, error);
      }
    }
  }

  /** Our name of it is known there: it was sent before, and this is it. */
  private static boolean isKnown(VenueError error) {
    return error instanceof VenueError.Rejected refused
        && refused.reason() == VenueError.Rejection.DUPLICATE_ORDER;
  }

  /** What was refused or not sent never stands. */
  private static void missing(Tracked order, List<Plan.Step> steps) {
    for (Plan.Step step : steps) {
      order.legs.stream()
          .filter(leg -> step.legs().contains(leg.leg) && !leg.isOver())
          .forEach(leg -> leg.end = LegState.End.MISSING);
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
        .orElseGet(room.connection()::venueNs);
  }

  /** What has already become of it the stream will say; if it does not, it is asked for. */
  void onTaken(OrderAnswer answer) {
    Optional<Orders.Found> found = room.orders().find(answer.name());
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
      found.ifPresent(each -> each.order().doubt(room.connection().nowNs() + DOUBT_NS));
    }
  }

  private void onRefused(Tracked order, int at, VenueError error) {
    order.unanswered = 0;
    room.connection().tell(new VenueNews.Refused(order.intent.orderId(), error));
    switch (error) {
      case VenueError.Unknown _ -> lost(order);
      case VenueError.Rejected _ when isKnown(error) -> lost(order);
      case VenueError.Rejected refused -> giveUp(order, at, Refusals.reason(refused));
      case VenueError.Retryable _ -> giveUp(order, at, RejectReason.NOT_SENT);
      case VenueError.Fatal fatal -> {
        room.connection().block(fatal);
        giveUp(order, at, RejectReason.VENUE_BLOCKED);
      }
    }
  }

  private void lost(Tracked order) {
    Connection connection = room.connection();
    if (order.state == OrderState.SENT) {
      follower.tell(order, new OrderEvent.Lost(order.intent.orderId(), connection.venueNs()));
    }
    order.underWayNs = connection.nowNs();
    order.doubt(connection.nowNs());
  }

  /** What of it was taken already is taken back. */
  private void giveUp(Tracked order, int at, RejectReason reason) {
    exitOrder(order).ifPresent(room.orders()::forget);
    if (!order.isOver()) {
      reject(order, reason);
    }
    if (at > 0) {
      order.legs.forEach(leg -> retirement.add(order, leg));
    }
  }

  private Optional<Tracked> exitOrder(Tracked order) {
    return order.intent.terms() instanceof OrderTerms.Bracket bracket
        ? room.orders().find(bracket.exitOrderId())
        : Optional.empty();
  }
}
