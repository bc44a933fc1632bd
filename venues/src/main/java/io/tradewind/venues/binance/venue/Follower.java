package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.OrderTransitions;
import io.tradewind.core.order.RejectReason;
import io.tradewind.venues.binance.model.UserEvent;
import io.tradewind.venues.binance.model.UserEvent.Fill;
import io.tradewind.venues.binance.model.UserEvent.OrderReport;
import io.tradewind.venues.binance.model.UserEvent.OrderStatus;
import io.tradewind.venues.binance.venue.LegState.End;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Turns what the venue says of legs into events of our orders, each once and along the table of
 * states, from whatever side and in whatever order it comes. A fill is known by its number.
 */
final class Follower {
  private final Orders orders;
  private final Connection connection;
  private final Reactions reactions;

  /** What is to be done about what happened. */
  interface Reactions {
    /** A leg is over, or was triggered, while others of its order stand. */
    void onLegDecided(Tracked order, LegState leg);

    /** An order is over. */
    void onOver(Tracked order, long timeNs);

    /** Something of an order was filled that had been told as over. */
    void onLateFill(Tracked order);

    /** All legs of an order are over that waited for the first one of its list. */
    void onNeverStood(Tracked order);
  }

  Follower(Orders orders, Connection connection, Reactions reactions) {
    this.orders = orders;
    this.connection = connection;
    this.reactions = reactions;
  }

  void onReport(OrderReport report) {
    Optional<Orders.Found> found = orders.find(report.name());
    if (found.isEmpty()) {
      stranger(report.name(), report);
      return;
    }
    Tracked order = found.orElseThrow().order();
    LegState leg = found.orElseThrow().leg();
    long timeNs = report.stamp().transactTimeNs();
    OrderStatus status = report.progress().status();
    switch (report.progress().execution()) {
      case NEW -> {
        if (status != OrderStatus.PENDING_NEW) {
          onNew(order, leg, report);
        }
      }
      case TRADE, CALCULATED ->
          report.fill().ifPresent(fill -> onFill(order, leg, fill, timeNs, isLast(status)));
      case CANCELED -> onEnd(order, leg, End.CANCELLED, timeNs);
      case REJECTED -> onEnd(order, leg, End.REJECTED, timeNs);
      case EXPIRED -> onEnd(order, leg, End.EXPIRED, timeNs);
      case TRADE_PREVENTION -> {
        if (status == OrderStatus.EXPIRED_IN_MATCH) {
          onEnd(order, leg, End.EXPIRED, timeNs);
        }
      }
      case REPLACED, AMENDMENT -> {}
    }
  }

  /** What a process before may have sent is looked for when all of it must have come. */
  private void stranger(UserEvent.OrderName name, UserEvent event) {
    if (!orders.isAwaited(name)) {
      connection.tell(new VenueNews.Stranger(event));
    }
  }

  private static boolean isLast(OrderStatus status) {
    return status == OrderStatus.FILLED;
  }

  private void onNew(Tracked order, LegState leg, OrderReport report) {
    long timeNs = report.stamp().transactTimeNs();
    order.isPending = false;
    accepted(order, timeNs);
    String type = report.shape().type();
    boolean waits = type.startsWith("STOP_LOSS") || type.startsWith("TAKE_PROFIT");
    if (waits && report.progress().isWorking()) {
      onTriggered(order, leg, report.shape().stopScaled(), timeNs);
    }
  }

  /** A stop that follows has no level of its own; what it is filled at tells it. */
  void onTriggered(Tracked order, LegState leg, long levelScaled, long timeNs) {
    if (leg.isTriggered) {
      return;
    }
    leg.isTriggered = true;
    accepted(order, timeNs);
    if (levelScaled > 0 && order.state == OrderState.OPEN) {
      tell(order, new OrderEvent.Triggered(order.intent.orderId(), timeNs, levelScaled));
    }
    reactions.onLegDecided(order, leg);
  }

  /** The venue has it, whoever said so first. */
  void accepted(Tracked order, long timeNs) {
    if (order.state == OrderState.SENT || order.state == OrderState.UNKNOWN) {
      tell(order, new OrderEvent.Accepted(order.intent.orderId(), timeNs));
    }
  }

  void onFill(Tracked order, LegState leg, Fill fill, long timeNs, boolean isLast) {
    if (!order.tradeIds.add(fill.tradeId())) {
      return;
    }
    order.isPending = false;
    leg.filledScaled += fill.qtyScaled();
    if (isLast) {
      leg.end = End.FILLED;
    }
    boolean told = orders.told().has(order.listing.instrument().id(), fill.tradeId());
    if (told && fill.qtyScaled() <= order.toldScaled) {
      order.toldScaled -= fill.qtyScaled();
      onTold(order, fill.qtyScaled(), timeNs, isLast);
      return;
    }
    order.filledScaled += fill.qtyScaled();
    boolean late = order.isOver();
    tell(order, filled(order, fill, timeNs, isLast), fill.tradeId());
    if (late) {
      reactions.onLateFill(order);
    } else if (!order.isOver()) {
      reactions.onLegDecided(order, leg);
    }
  }

  /** A process before has told of it, and it is in what is known of the order. */
  private void onTold(Tracked order, long qtyScaled, long timeNs, boolean isLast) {
    if (order.isFoundHere) {
      order.filledScaled += qtyScaled;
      if (!order.isOver()) {
        move(order, isLast ? OrderState.FILLED : OrderState.PARTLY_FILLED);
      }
    } else if (isLast && !order.isOver() && order.isAllOver()) {
      finish(order, timeNs);
    }
  }

  private OrderEvent.Filled filled(Tracked order, Fill fill, long timeNs, boolean isLast) {
    Instrument instrument = order.listing.instrument();
    String asset = fill.fee().asset();
    boolean inBase = asset.equals(instrument.id().base());
    boolean known = inBase || asset.equals(instrument.id().quote());
    long fee = 0;
    if (known) {
      int scale = inBase ? instrument.qtyScale() : instrument.cashScale();
      fee = FixedPoint.fromDecimal(fill.fee().amount(), scale, RoundingMode.CEILING);
    } else if (fill.fee().amount().signum() != 0) {
      connection.tell(new VenueNews.FeeElsewhere(order.intent.orderId(), fill.fee()));
    }
    long quote =
        FixedPoint.multiply(
            fill.priceScaled(),
            instrument.priceScale(),
            fill.qtyScaled(),
            instrument.qtyScale(),
            instrument.cashScale(),
            RoundingMode.HALF_EVEN);
    return new OrderEvent.Filled(
        order.intent.orderId(),
        timeNs,
        fill.qtyScaled(),
        fill.priceScaled(),
        quote,
        fee,
        inBase,
        0,
        isLast);
  }

  /** A leg of a revision before ends for the sake of the next. */
  void onEnd(Tracked order, LegState leg, End end, long timeNs) {
    if (!leg.isOver()) {
      leg.end = end;
    }
    boolean counts = order.legs.contains(leg) || leg.isTriggered;
    if (order.isOver() || !counts || order.nextTerms.isPresent()) {
      return;
    }
    if (order.isAllOver()) {
      finish(order, timeNs);
    } else {
      reactions.onLegDecided(order, leg);
    }
  }

  /** All of its legs are over and it is not filled. */
  void finish(Tracked order, long timeNs) {
    long id = order.intent.orderId();
    if (order.isUnborn()) {
      reactions.onNeverStood(order);
      return;
    }
    boolean cancelled = order.legs.stream().anyMatch(leg -> leg.end == End.CANCELLED);
    boolean unheard = order.state == OrderState.SENT || order.state == OrderState.UNKNOWN;
    boolean missing = unheard && order.legs.stream().allMatch(leg -> leg.end == End.MISSING);
    boolean refused = order.legs.stream().anyMatch(leg -> leg.end == End.REJECTED);
    if (missing && order.filledScaled == 0) {
      tell(order, new OrderEvent.Rejected(id, timeNs, RejectReason.NOT_SENT));
    } else if (refused) {
      tell(order, new OrderEvent.Rejected(id, timeNs, RejectReason.OTHER));
    } else if (cancelled && !order.isExpiring) {
      tell(order, new OrderEvent.Cancelled(id, timeNs));
    } else {
      tell(order, new OrderEvent.Expired(id, timeNs));
    }
  }

  /** A late one is money. */
  private void tell(Tracked order, OrderEvent.Filled fill, long tradeId) {
    Optional<OrderState> next = OrderTransitions.next(order.state, fill);
    if (next.isEmpty()) {
      connection.tell(new VenueNews.LateFill(order.intent, fill, tradeId));
      return;
    }
    move(order, next.orElseThrow());
    if (order.isGuard) {
      connection.tell(new VenueNews.GuardFill(order.intent, fill, tradeId));
    } else {
      connection.tell(fill, tradeId);
    }
    if (order.isOver()) {
      reactions.onOver(order, fill.timeNs());
    }
  }

  private void move(Tracked order, OrderState next) {
    order.state = next;
    if (order.isOver()) {
      orders.end(order);
    }
  }

  /** Only what the table allows; the rest is a contradiction. */
  void tell(Tracked order, OrderEvent event) {
    Optional<OrderState> next = OrderTransitions.next(order.state, event);
    if (next.isEmpty()) {
      connection.tell(
          new VenueNews.Contradiction(order.intent.orderId(), order.state + " " + event));
      return;
    }
    move(order, next.orElseThrow());
    if (event instanceof OrderEvent.Rejected rejected) {
      order.refusal = Optional.of(rejected.reason());
    }
    if (order.isGuard) {
      connection.tell(new VenueNews.Guard(order.intent, event));
    } else {
      connection.tell(event);
    }
    if (order.isOver()) {
      reactions.onOver(order, event.timeNs());
    }
  }

  /** A conditional order of futures. */
  void onAlgo(UserEvent.AlgoUpdate update) {
    Optional<Orders.Found> found = orders.find(update.name());
    if (found.isEmpty()) {
      stranger(update.name(), update);
      return;
    }
    onConditional(
        found.orElseThrow(),
        update.status(),
        update.triggeredOrderId(),
        update.stamp().transactTimeNs());
  }

  void onConditional(
      Orders.Found found, String status, Optional<Long> triggeredOrderId, long timeNs) {
    Tracked order = found.order();
    LegState leg = found.leg();
    triggeredOrderId.ifPresent(id -> orders.link(found, order.listing.instrument().id(), id));
    switch (status) {
      case "NEW" -> accepted(order, timeNs);
      case "TRIGGERED", "FINISHED" ->
          onTriggered(order, leg, triggerScaled(leg.terms.orElse(order.intent.terms())), timeNs);
      case "CANCELED" -> onEnd(order, leg, End.CANCELLED, timeNs);
      case "EXPIRED" -> onEnd(order, leg, End.EXPIRED, timeNs);
      case "REJECTED" -> onEnd(order, leg, End.REJECTED, timeNs);
      default -> {}
    }
  }

  /** 0 where it moves. */
  private static long triggerScaled(OrderTerms terms) {
    return switch (terms) {
      case OrderTerms.TakeProfit target -> target.triggerScaled();
      case OrderTerms.Bracket bracket -> triggerScaled(bracket.entry());
      case OrderTerms.TrailingStop _ -> 0;
      case OrderTerms.Market _,
          OrderTerms.Limit _,
          OrderTerms.Stop _,
          OrderTerms.StopLimit _,
          OrderTerms.Oco _,
          OrderTerms.Iceberg _ ->
          terms.stopLevelScaled().orElse(0);
    };
  }
}
