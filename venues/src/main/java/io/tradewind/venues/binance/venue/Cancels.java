package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.order.Leg;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.Reply;
import java.util.List;

/** Orders that are to be taken back, because somebody says so or because their time has come. */
final class Cancels {
  private static final long DOUBT_NS = 2 * Utc.SECOND_NS;
  private static final long AGAIN_NS = Utc.SECOND_NS;

  private final Desk.Room room;

  Cancels(Desk.Room room) {
    this.room = room;
  }

  void cancel(Tracked order) {
    if (!order.isOver()) {
      order.isCancelWanted = true;
      order.cancelNs = room.connection().nowNs();
    }
  }

  /** Sends what is due. */
  int tick() {
    int work = 0;
    long nowNs = room.connection().nowNs();
    for (Tracked order : room.orders().open()) {
      if (order.expiresNs <= room.connection().venueNs()) {
        order.expiresNs = Tracked.NEVER;
        order.isExpiring = true;
        cancel(order);
      }
      boolean due = order.isCancelWanted && order.cancelsUnanswered == 0 && order.cancelNs <= nowNs;
      boolean known = !order.legs.isEmpty();
      if (due && known && order.unanswered == 0 && order.nextTerms.isEmpty()) {
        send(order);
        work++;
      }
    }
    return work;
  }

  /** Until it has ended: the same twice is the same once, and one may overtake its order. */
  private void send(Tracked order) {
    order.cancelNs = Tracked.NEVER;
    if (room.connection().isBlocked()) {
      order.isCancelWanted = false;
      return;
    }
    List<Leg> open = order.openLegs();
    boolean list = order.listing.instrument().id().market() == Market.SPOT;
    List<Leg> asked = list && !open.isEmpty() ? open.subList(0, 1) : open;
    order.cancelsUnanswered = asked.size();
    asked.forEach(leg -> room.wire().cancel(order, leg, reply -> onAnswer(order, reply)));
  }

  private void onAnswer(Tracked order, Reply reply) {
    long nowNs = room.connection().nowNs();
    order.cancelsUnanswered--;
    switch (reply) {
      case Reply.Done _ -> order.doubt(nowNs + DOUBT_NS);
      case Reply.Failed(VenueError.Rejected _) -> {
        // It has ended, or has not come yet: the venue says which.
        order.doubt(nowNs);
        again(order, DOUBT_NS);
      }
      case Reply.Failed(VenueError.Unknown _) -> {
        order.doubt(nowNs);
        again(order, DOUBT_NS);
      }
      case Reply.Failed(VenueError.Retryable retry) ->
          again(order, Math.max(retry.afterNs(), AGAIN_NS));
      case Reply.Failed(VenueError.Fatal fatal) -> {
        order.isCancelWanted = false;
        room.connection().block(fatal);
      }
    }
  }

  private void again(Tracked order, long afterNs) {
    order.cancelNs = Math.min(order.cancelNs, room.connection().nowNs() + afterNs);
  }
}
