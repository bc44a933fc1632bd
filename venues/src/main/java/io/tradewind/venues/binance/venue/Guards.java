package io.tradewind.venues.binance.venue;

import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.time.Utc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stops for what an exit that has ended leaves open of its entry, because the entry was filled
 * further, or because the exit was refused or ran out. A guard is an order like any other, named as
 * a further revision of the exit, but told of as news: for the engine the exit has ended. It stands
 * at the exit's stop, and grows by amendments; where that price has been reached it sells what a
 * stop would have sold, at the market. What did not reach the venue goes out again under the next
 * name. What somebody has taken back is not brought again.
 */
final class Guards {
  private static final int MOST_TRIES = 8;
  private static final int MOST_DOUBLINGS = 5;
  private static final long FIRST_AGAIN_NS = Utc.SECOND_NS;

  private final Desk.Room room;
  private final Placement placement;

  /** Those that did not reach the venue. */
  private final List<Waiting> waiting = new ArrayList<>();

  /** An exit, its entry, and how much of that is to be closed in all. */
  private record Case(Tracked exit, Tracked entry, long qtyScaled) {}

  private record Waiting(Case open, long dueNs) {}

  Guards(Desk.Room room, Placement placement) {
    this.room = room;
    this.placement = placement;
  }

  /**
   * What of an entry has no exit gets a stop, or one that stands grows.
   *
   * @param exit one that is over
   * @param qtyScaled how much of the entry has to be closed in all, in quantity scale
   */
  void cover(Tracked exit, Tracked entry, long qtyScaled) {
    Case open = new Case(exit, entry, qtyScaled);
    long openScaled = openScaled(open);
    if (openScaled <= 0) {
      return;
    }
    List<Tracked> all = room.orders().guards(exit.intent.orderId());
    if (all.isEmpty()) {
      bring(open, openScaled, stop(exit));
    } else if (!all.getLast().isOver()) {
      grow(all.getLast(), openScaled);
    } else {
      goOn(open, all.getLast(), openScaled);
    }
  }

  private long openScaled(Case open) {
    long covered = open.exit.coveredScaled();
    for (Tracked guard : room.orders().guards(open.exit.intent.orderId())) {
      covered += guard.coveredScaled();
    }
    return open.qtyScaled - covered;
  }

  private static OrderTerms stop(Tracked exit) {
    return new OrderTerms.Stop(exit.intent.terms().stopLevelScaled().orElseThrow());
  }

  /** What is at the market is over soon; then it is looked at again. */
  private void grow(Tracked guard, long moreScaled) {
    if (guard.intent.terms() instanceof OrderTerms.Stop) {
      guard.intent = guard.resized(guard.sizeScaled() + moreScaled);
      tell(guard);
    }
  }

  private void goOn(Case open, Tracked before, long openScaled) {
    RejectReason why = before.refusal.orElse(RejectReason.NOT_SENT);
    boolean atMarket = before.intent.terms() instanceof OrderTerms.Market;
    int tries = room.orders().guards(open.exit.intent.orderId()).size();
    if (why == RejectReason.WOULD_TRIGGER && !atMarket) {
      bring(open, openScaled, new OrderTerms.Market());
    } else if (why == RejectReason.NOT_SENT && tries < MOST_TRIES) {
      long afterNs = FIRST_AGAIN_NS << Math.min(tries - 1, MOST_DOUBLINGS);
      drop(open.exit);
      waiting.add(new Waiting(open, room.connection().nowNs() + afterNs));
    } else if (openScaled > before.sizeScaled() && why != RejectReason.VENUE_BLOCKED) {
      bring(open, openScaled, stop(open.exit));
    } else if (why != RejectReason.NOTHING_TO_REDUCE) {
      room.connection().tell(new VenueNews.Uncovered(open.exit.intent.orderId(), openScaled));
    }
  }

  /** What waits is not brought any more. */
  void drop(Tracked exit) {
    waiting.removeIf(each -> each.open.exit == exit);
  }

  /** Brings what is due again. */
  int tick() {
    int work = 0;
    for (Waiting each : List.copyOf(waiting)) {
      if (each.dueNs <= room.connection().nowNs()) {
        waiting.remove(each);
        long openScaled = openScaled(each.open);
        if (openScaled > 0) {
          bring(each.open, openScaled, stop(each.open.exit));
        }
        work++;
      }
    }
    return work;
  }

  private void bring(Case open, long qtyScaled, OrderTerms terms) {
    Tracked exit = open.exit;
    OrderIntent intent =
        new OrderIntent(
            exit.intent.orderId(),
            exit.intent.book(),
            exit.intent.instrument(),
            exit.intent.side(),
            new OrderSize.Base(qtyScaled),
            terms,
            TimeInForce.GTC,
            true,
            OrderPurpose.STOP);
    Tracked guard = new Tracked(exit.listing, intent, room.connection().nowNs());
    List<Tracked> all = room.orders().guards(exit.intent.orderId());
    int next = (all.isEmpty() ? exit : all.getLast()).revision + 1;
    guard.revision = Math.max(next, room.orders().freeRevision(exit.intent.orderId()));
    guard.entry = Optional.of(open.entry);
    guard.isGuard = true;
    tell(guard);
    placement.send(guard);
  }

  /** Says that there is one. */
  void tell(Tracked guard) {
    room.connection()
        .tell(
            new VenueNews.Guarding(
                guard.intent.orderId(), guard.sizeScaled(), guard.intent.terms()));
  }
}
