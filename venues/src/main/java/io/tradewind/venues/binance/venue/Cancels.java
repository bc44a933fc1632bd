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
      boolean due = order.isCancelWanted && !order.isCancelling && order.cancelNs <= nowNs;
      if (due && order.unanswered == 0 && order.nextTerms.isEmpty()) {
        send(order);
        work++;
      }
    }
    return work;
  }

  /** A cancel may be sent again: the same twice is the same once. */
  private void send(Tracked order) {
    order.cancelNs = Tracked.NEVER;
    if (room.connection().isBlocked()) {
      order.isCancelWanted = false;
      return;
    }
    order.isCancelling = true;
    List<Leg> open = order.openLegs();
    boolean list = order.listing.instrument().id().market() == Market.SPOT;
    for (Leg leg : list && !open.isEmpty() ? open.subList(0, 1) : open) {
      room.wire().cancel(order, leg, reply -> onAnswer(order, reply));
    }
  }

  private void onAnswer(Tracked order, Reply reply) {
    long nowNs = room.connection().nowNs();
    order.isCancelling = false;
    switch (reply) {
      case Reply.Done _ -> {
        order.isCancelWanted = false;
        order.doubt(nowNs + DOUBT_NS);
      }
      case Reply.Failed(VenueError.Rejected _) -> {
        order.isCancelWanted = false;
        order.doubt(nowNs);
      }
      case Reply.Failed(VenueError.Unknown _) -> {
        order.doubt(nowNs);
        order.cancelNs = nowNs + DOUBT_NS;
      }
      case Reply.Failed(VenueError.Retryable retry) ->
          order.cancelNs = nowNs + Math.max(retry.afterNs(), AGAIN_NS);
      case Reply.Failed(VenueError.Fatal fatal) -> {
        order.isCancelWanted = false;
        room.connection().block(fatal);
      }
    }
  }
}
