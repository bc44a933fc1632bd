package io.tradewind.venues.binance.venue;

import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.venue.LegState.End;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.Reply;
import java.util.ArrayList;
import java.util.List;

/**
 * Legs that must go since another stands in their place. Each is taken back until it is known to be
 * over: a cancel is the same twice as once, and one that finds nothing may have come before what it
 * cancels. It goes on when the order itself has ended.
 */
final class Retirement {
  /** What was sent has come by then, or never will. */
  private static final long ARRIVED_NS = 10 * Utc.SECOND_NS;

  private static final long AGAIN_NS = Utc.SECOND_NS;

  private final Desk.Room room;
  private final Follower follower;
  private final List<Case> cases = new ArrayList<>();

  private static final class Case {
    private final Tracked order;
    private final LegState leg;
    private final long sinceNs;
    private long dueNs;
    private boolean isAsking;
    private boolean isDone;

    private Case(Tracked order, LegState leg, long nowNs) {
      this.order = order;
      this.leg = leg;
      this.sinceNs = nowNs;
      this.dueNs = nowNs;
    }
  }

  Retirement(Desk.Room room, Follower follower) {
    this.room = room;
    this.follower = follower;
  }

  /** It has to go, unless it is over. */
  void add(Tracked order, LegState leg) {
    boolean known = cases.stream().anyMatch(each -> each.leg == leg);
    if (!leg.isOver() && !known) {
      Case next = new Case(order, leg, room.connection().nowNs());
      cases.add(next);
      send(next);
    }
  }

  /** Sends what is due again. */
  int tick() {
    int work = 0;
    cases.removeIf(each -> each.isDone || each.leg.isOver());
    for (Case each : List.copyOf(cases)) {
      if (!each.isAsking && each.dueNs <= room.connection().nowNs()) {
        send(each);
        work++;
      }
    }
    return work;
  }

  private void send(Case each) {
    if (room.connection().isBlocked()) {
      each.isDone = true;
      return;
    }
    each.isAsking = true;
    room.wire().cancel(each.order, each.leg.leg, reply -> onAnswer(each, reply));
  }

  private void onAnswer(Case each, Reply reply) {
    each.isAsking = false;
    each.dueNs = room.connection().nowNs() + AGAIN_NS;
    switch (reply) {
      case Reply.Done _ -> {
        each.isDone = true;
        follower.onEnd(each.order, each.leg, End.CANCELLED, room.connection().venueNs());
      }
      case Reply.Failed(VenueError.Rejected _) -> {
        // It was triggered, or is not there yet: the venue says which.
        each.order.doubt(room.connection().nowNs());
        each.isDone = room.connection().nowNs() - each.sinceNs > ARRIVED_NS;
      }
      case Reply.Failed(VenueError.Unknown _) -> {}
      case Reply.Failed(VenueError.Retryable retry) ->
          each.dueNs = room.connection().nowNs() + Math.max(AGAIN_NS, retry.afterNs());
      case Reply.Failed(VenueError.Fatal fatal) -> {
        each.isDone = true;
        room.connection().block(fatal);
      }
    }
  }
}
