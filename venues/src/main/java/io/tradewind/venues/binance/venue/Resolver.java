package io.tradewind.venues.binance.venue;

import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.model.AccountRow;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.model.OrderAnswer;
import io.tradewind.venues.binance.model.UserEvent.OrderStatus;
import io.tradewind.venues.binance.venue.LegState.End;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.error.VenueError.Rejection;
import io.tradewind.venues.http.Reply;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Asks the venue how orders stand, where nothing else tells: after no answer came, after the stream
 * was gone, and where the stream does not bring what an answer has announced. What it finds is told
 * like news of the stream, fills by their numbers and so once.
 */
final class Resolver {
  /** What was not heard of so long after nobody waited for it any more: its window is over. */
  private static final long NEVER_ARRIVES_NS = 10 * Utc.SECOND_NS;

  private static final long FIRST_AGAIN_NS = Utc.SECOND_NS;
  private static final long LAST_AGAIN_NS = 8 * Utc.SECOND_NS;
  private static final int MOST_DOUBLINGS = 3;
  private static final int MOST_LATE_TRIES = 8;

  private final Questions questions;
  private final Connection connection;
  private final Orders orders;
  private final Desk desk;
  private Optional<CatchUp> catchingUp = Optional.empty();

  /** Orders that were told as over, and of which the venue says that more was filled. */
  private final Set<Tracked> late = new LinkedHashSet<>();

  /** One order that is asked for, and how many answers are missing. */
  private static final class Case {
    private final Tracked order;
    private int missing;
    private boolean again;

    private Case(Tracked order) {
      this.order = order;
    }
  }

  Resolver(Questions questions, Connection connection, Orders orders, Desk desk) {
    this.questions = questions;
    this.connection = connection;
    this.orders = orders;
    this.desk = desk;
  }

  /** Asks for those that are due. */
  int tick() {
    int work = 0;
    long nowNs = connection.nowNs();
    List<Tracked> all = new ArrayList<>(orders.open());
    all.addAll(late);
    for (Tracked order : all) {
      // What was told of an entry first is told first.
      boolean waits = order.isHeld && order.entry.filter(entry -> entry.isAsking).isPresent();
      if (!waits && !order.isAsking && order.askNs <= nowNs && !connection.isBlocked()) {
        ask(order);
        work++;
      }
    }
    if (catchingUp.filter(CatchUp::isDone).isPresent()) {
      CatchUp done = catchingUp.orElseThrow();
      catchingUp = Optional.empty();
      done.told.accept(done.strangers);
    }
    return work;
  }

  /** Asks for an order that has ended. */
  void askLate(Tracked order) {
    late.add(order);
    order.doubt(connection.nowNs());
  }

  private void ask(Tracked order) {
    order.isAsking = true;
    order.askNs = Tracked.NEVER;
    Case asked = new Case(order);
    List<LegState> open =
        order.everyLeg().stream().filter(leg -> !leg.isOver()).distinct().toList();
    asked.missing = open.size();
    open.forEach(leg -> ask(asked, leg));
    if (open.isEmpty()) {
      end(asked);
    }
  }

  private void ask(Case asked, LegState leg) {
    questions.order(asked.order.listing, leg, reply -> onOrder(asked, leg, reply));
  }

  private void onOrder(Case asked, LegState leg, Reply reply) {
    switch (reply) {
      case Reply.Done(var response) -> {
        Optional<OrderAnswer> answer =
            questions.orders(response).flatMap(all -> all.stream().findFirst());
        if (answer.isPresent()) {
          onAnswer(asked, leg, answer.orElseThrow());
          return;
        }
        asked.again = true;
      }
      case Reply.Failed(VenueError.Rejected refused)
          when refused.reason() == Rejection.UNKNOWN_ORDER ->
          onUnknown(asked, leg);
      case Reply.Failed(VenueError.Fatal fatal) -> {
        asked.again = true;
        connection.block(fatal);
      }
      case Reply.Failed _ -> asked.again = true;
    }
    done(asked);
  }

  /** While it is under way the venue may not have heard of it yet. */
  private void onUnknown(Case asked, LegState leg) {
    boolean never = asked.order.isSettled(connection.nowNs(), NEVER_ARRIVES_NS);
    if (never && leg.venueOrderId.isEmpty()) {
      desk.follower().onEnd(asked.order, leg, End.MISSING, connection.venueNs());
    } else {
      asked.again = true;
    }
  }

  private void onAnswer(Case asked, LegState leg, OrderAnswer answer) {
    Orders.Found found = new Orders.Found(asked.order, leg);
    switch (answer) {
      case OrderAnswer.Conditional conditional -> {
        desk.follower()
            .onConditional(
                found,
                conditional.status(),
                conditional.triggeredOrderId(),
                timeNs(conditional.updateTimeNs()));
        if (conditional.triggeredOrderId().isPresent()) {
          ask(asked, leg);
        } else {
          done(asked);
        }
      }
      case OrderAnswer.Order order -> {
        orders.find(order.name());
        stood(asked.order, leg, order);
        if (order.filledQtyScaled() > leg.filledScaled) {
          fills(asked, leg, order);
        } else {
          onStatus(asked, leg, order);
          done(asked);
        }
      }
    }
  }

  /** What must have happened before it came to stand so. */
  private void stood(Tracked tracked, LegState leg, OrderAnswer.Order order) {
    long timeNs = timeNs(order.updateTimeNs());
    boolean filled = order.filledQtyScaled() > 0;
    boolean ended =
        order.status().filter(OrderStatus.CANCELED::equals).isPresent()
            || order.status().filter(OrderStatus.EXPIRED::equals).isPresent();
    if (tracked.isHeld && (filled || (ended && !tracked.isPending))) {
      desk.follower().accepted(tracked, timeNs);
    }
    long trigger = order.prices().triggerScaled();
    boolean follows = tracked.intent.terms() instanceof OrderTerms.TrailingStop;
    if (tracked.isHeld && filled && trigger > 0 && !follows) {
      desk.follower().onTriggered(tracked, leg, trigger, timeNs);
    }
  }

  private long timeNs(long updateTimeNs) {
    return updateTimeNs > 0 ? updateTimeNs : connection.venueNs();
  }

  private void fills(Case asked, LegState leg, OrderAnswer.Order order) {
    Listing listing = asked.order.listing;
    questions.tradesOf(
        listing,
        order.name().venueOrderId(),
        reply -> {
          questions
              .trades(listing.instrument(), reply)
              .ifPresent(all -> all.forEach(trade -> fill(asked.order, leg, order, trade)));
          if (order.filledQtyScaled() <= leg.filledScaled) {
            onStatus(asked, leg, order);
          } else {
            asked.again = true;
          }
          done(asked);
        });
  }

  /** What came after the answer is told by the stream, which knows whether it was the last. */
  private void fill(
      Tracked tracked, LegState leg, OrderAnswer.Order order, AccountRow.Trade trade) {
    if (leg.filledScaled >= order.filledQtyScaled()) {
      return;
    }
    boolean completes = leg.filledScaled + trade.fill().qtyScaled() >= order.filledQtyScaled();
    boolean isLast = completes && order.status().filter(OrderStatus.FILLED::equals).isPresent();
    desk.follower().onFill(tracked, leg, trade.fill(), trade.timeNs(), isLast);
  }

  private void onStatus(Case asked, LegState leg, OrderAnswer.Order order) {
    Tracked tracked = asked.order;
    long timeNs = timeNs(order.updateTimeNs());
    Optional<OrderStatus> status = order.status();
    if (status.isEmpty()) {
      asked.again = true;
      return;
    }
    switch (status.orElseThrow()) {
      case NEW, PARTIALLY_FILLED -> {
        tracked.isPending = false;
        desk.follower().accepted(tracked, timeNs);
      }
      case PENDING_CANCEL -> asked.again = true;
      case PENDING_NEW, FILLED -> {}
      case CANCELED -> desk.follower().onEnd(tracked, leg, End.CANCELLED, timeNs);
      case REJECTED -> desk.follower().onEnd(tracked, leg, End.REJECTED, timeNs);
      case EXPIRED, EXPIRED_IN_MATCH -> desk.follower().onEnd(tracked, leg, End.EXPIRED, timeNs);
    }
  }

  private void done(Case asked) {
    asked.missing--;
    if (asked.missing == 0) {
      end(asked);
    }
  }

  private void end(Case asked) {
    Tracked order = asked.order;
    order.isAsking = false;
    boolean goesOn = asked.again && late.contains(order) && order.asked < MOST_LATE_TRIES;
    if (order.isOver() && !goesOn) {
      late.remove(order);
      return;
    }
    if (asked.again) {
      int doublings = Math.min(order.asked++, MOST_DOUBLINGS);
      order.doubt(connection.nowNs() + Math.min(LAST_AGAIN_NS, FIRST_AGAIN_NS << doublings));
      return;
    }
    order.asked = 0;
    if (order.nextTerms.isPresent() && !order.isHeld) {
      boolean came = order.nextLegs.stream().noneMatch(leg -> leg.end == End.MISSING);
      if (came) {
        desk.amendments().take(order);
      } else {
        desk.amendments().drop(order);
      }
    }
  }

  /**
   * After the stream was gone: the venue is asked what stands, and of each of our orders how.
   *
   * @param told how many orders stand that are not ours, when all answers are in
   */
  void catchUp(List<Listing> listings, Consumer<Integer> told) {
    List<Tracked> asked = new ArrayList<>(orders.open());
    asked.addAll(late);
    CatchUp all = new CatchUp(asked, told);
    all.waiting.forEach(order -> order.doubt(connection.nowNs()));
    all.missing = questions.openOrders(listings, all::onOpen);
    catchingUp = Optional.of(all);
  }

  /** The one that was asked for last. */
  private final class CatchUp {
    private final List<Tracked> waiting;
    private final Consumer<Integer> told;
    private int missing;
    private int strangers;

    private CatchUp(Collection<Tracked> waiting, Consumer<Integer> told) {
      this.waiting = List.copyOf(waiting);
      this.told = told;
    }

    private void onOpen(Reply reply) {
      if (reply instanceof Reply.Done(var response)) {
        for (OrderAnswer answer : questions.orders(response).orElse(List.of())) {
          strangers += orders.find(answer.name()).isEmpty() ? 1 : 0;
        }
      }
      missing--;
    }

    private boolean isDone() {
      return missing == 0
          && waiting.stream()
              .allMatch(order ->
                  (!orders.isOpen(order) && !late.contains(order))
                      || (!order.isAsking && order.askNs == Tracked.NEVER));
    }
  }
}
