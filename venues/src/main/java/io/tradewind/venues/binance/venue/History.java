package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.model.AccountRow;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.model.UserEvent.OrderName;
import io.tradewind.venues.binance.order.OrderDialect;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was filled while the stream was gone and is not of our orders, which are asked for one by
 * one: all fills of an instrument after the last that was told, however many. Where the venue does
 * not answer it is asked again, for some minutes and then after the next gap, from the same fill
 * on. Fills of our orders that had ended are told, too.
 */
final class History {
  private static final int MOST_TRIES = 8;
  private static final int MOST_DOUBLINGS = 5;
  private static final long FIRST_AGAIN_NS = Utc.SECOND_NS;

  private final Questions questions;
  private final Connection connection;
  private final Orders orders;
  private final Follower follower;

  /** The numbers of the latest fills that the stream has told of. */
  private final Map<InstrumentId, Long> latest = new LinkedHashMap<>();

  /** The same as it was when the stream went; empty where nothing is missing. */
  private final Map<InstrumentId, Long> before = new LinkedHashMap<>();

  /** What the stream has told of since then. */
  private final Set<Told> since = new HashSet<>();

  /** An instrument that is asked for, by our clock. */
  private record Case(Listing listing, long round, int tries, long dueNs) {}

  private final List<Case> waiting = new ArrayList<>();
  private long round;

  private record Told(InstrumentId instrument, long tradeId) {}

  /** Questions that have not been answered. */
  private int missing;

  private Optional<Runnable> done = Optional.empty();

  History(Questions questions, Connection connection, Orders orders, Follower follower) {
    this.questions = questions;
    this.connection = connection;
    this.orders = orders;
    this.follower = follower;
  }

  /** The stream has told of a fill. */
  void onFill(InstrumentId instrument, long tradeId) {
    latest.merge(instrument, tradeId, Math::max);
    if (!before.isEmpty()) {
      since.add(new Told(instrument, tradeId));
    }
  }

  /** Of which a process before has told. */
  void resume(Map<InstrumentId, List<Long>> tradeIds) {
    tradeIds.forEach((instrument, all) -> {
      if (!all.isEmpty()) {
        before.put(instrument, all.getLast());
        latest.put(instrument, all.getLast());
      }
    });
  }

  /** The stream is gone. */
  void onLost() {
    latest.forEach(before::putIfAbsent);
  }

  /** The stream is back, and our orders have been asked for; what was asked before is void. */
  void catchUp(List<Listing> listings, Runnable whenDone) {
    round++;
    waiting.clear();
    List<Case> asked = new ArrayList<>();
    for (Listing listing : listings) {
      if (before.containsKey(listing.instrument().id())) {
        asked.add(new Case(listing, round, 0, 0));
      }
    }
    missing = asked.size();
    done = Optional.of(whenDone);
    asked.forEach(this::ask);
    end();
  }

  /** Asks again where there was no answer. */
  int tick() {
    int work = 0;
    for (Case each : List.copyOf(waiting)) {
      if (each.dueNs <= connection.nowNs()) {
        waiting.remove(each);
        ask(each);
        work++;
      }
    }
    return work;
  }

  private void ask(Case asked) {
    InstrumentId id = asked.listing.instrument().id();
    long fromId = before.getOrDefault(id, 0L) + 1;
    questions.tradesFrom(asked.listing, fromId, reply -> onTrades(asked, fromId, reply));
  }

  private void onTrades(Case asked, long fromId, Reply reply) {
    if (asked.round != round) {
      return;
    }
    Optional<List<AccountRow.Trade>> page = questions.trades(asked.listing.instrument(), reply);
    if (page.isEmpty()) {
      onFailed(asked, reply);
      return;
    }
    InstrumentId id = asked.listing.instrument().id();
    long last = fromId - 1;
    for (AccountRow.Trade trade : page.orElseThrow()) {
      if (trade.fill().tradeId() >= fromId) {
        tell(id, trade);
        last = Math.max(last, trade.fill().tradeId());
      }
    }
    latest.merge(id, last, Math::max);
    boolean isFull = page.orElseThrow().size() >= OrderDialect.TRADES;
    if (isFull && last >= fromId) {
      before.put(id, last);
      ask(new Case(asked.listing, round, 0, 0));
      return;
    }
    // A full page of what is known already says nothing of what follows.
    if (!isFull) {
      before.remove(id);
    }
    missing--;
    end();
  }

  /** What is refused, or fails for too long, is left to the next gap. */
  private void onFailed(Case asked, Reply reply) {
    boolean mayCome =
        switch (reply) {
          case Reply.Done _ -> true;
          case Reply.Failed(VenueError.Rejected _) -> false;
          case Reply.Failed(VenueError.Fatal fatal) -> {
            connection.block(fatal);
            yield false;
          }
          case Reply.Failed(VenueError.Retryable _), Reply.Failed(VenueError.Unknown _) -> true;
        };
    if (mayCome && asked.tries < MOST_TRIES) {
      long afterNs = FIRST_AGAIN_NS << Math.min(asked.tries, MOST_DOUBLINGS);
      waiting.add(new Case(asked.listing, round, asked.tries + 1, connection.nowNs() + afterNs));
      return;
    }
    missing--;
    end();
  }

  /** Of our orders that have ended nobody else would ask. */
  private void tell(InstrumentId id, AccountRow.Trade trade) {
    Optional<Orders.Found> ours = orders.find(new OrderName(id, trade.venueOrderId(), ""));
    ours.filter(found -> found.order().isOver())
        .ifPresent(found ->
            follower.onFill(found.order(), found.leg(), trade.fill(), trade.timeNs(), false));
    boolean told = orders.told().has(id, trade.fill().tradeId());
    if (ours.isEmpty() && !told && !since.contains(new Told(id, trade.fill().tradeId()))) {
      connection.tell(new VenueNews.StrangerFill(id, trade));
    }
  }

  private void end() {
    if (missing > 0) {
      return;
    }
    if (before.isEmpty()) {
      since.clear();
    }
    Optional<Runnable> told = done;
    done = Optional.empty();
    told.ifPresent(Runnable::run);
  }
}
