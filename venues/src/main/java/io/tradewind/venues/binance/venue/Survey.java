package io.tradewind.venues.binance.venue;

import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.model.OrderAnswer;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All that the venue lists of the orders of some instruments: those that stand, and the latest
 * however they stand. A question without an answer is asked again until there is one.
 */
final class Survey {
  private static final long FIRST_AGAIN_NS = Utc.SECOND_NS;
  private static final int MOST_DOUBLINGS = 5;

  private final Questions questions;
  private final Connection connection;
  private final List<Case> waiting = new ArrayList<>();
  private List<OrderAnswer> found = new ArrayList<>();
  private long round;
  private int missing;
  private Optional<Consumer<List<OrderAnswer>>> told = Optional.empty();

  private record Case(VenueRequest request, long round, int tries, long dueNs) {}

  Survey(Questions questions, Connection connection) {
    this.questions = questions;
    this.connection = connection;
  }

  /** Begins anew; what was asked before is void. */
  void begin(Collection<Listing> listings, Consumer<List<OrderAnswer>> whenDone) {
    round++;
    waiting.clear();
    found = new ArrayList<>();
    told = Optional.of(whenDone);
    List<Case> all = new ArrayList<>();
    for (Listing listing : listings) {
      for (VenueRequest request : questions.everyOrder(listing)) {
        all.add(new Case(request, round, 0, 0));
      }
    }
    missing = all.size();
    all.forEach(this::ask);
    end();
  }

  /** What was asked is void. */
  void stop() {
    round++;
    waiting.clear();
    told = Optional.empty();
  }

  /** Asks again what is due. */
  int tick() {
    int work = 0;
    for (Case each : List.copyOf(waiting)) {
      if (each.dueNs <= connection.nowNs() && !connection.isBlocked()) {
        waiting.remove(each);
        ask(each);
        work++;
      }
    }
    return work;
  }

  private void ask(Case asked) {
    questions.ask(asked.request, reply -> onAnswer(asked, reply));
  }

  private void onAnswer(Case asked, Reply reply) {
    if (asked.round != round) {
      return;
    }
    Optional<List<OrderAnswer>> rows =
        reply instanceof Reply.Done(var response) ? questions.orders(response) : Optional.empty();
    boolean never = reply instanceof Reply.Failed(VenueError.Rejected _);
    if (rows.isEmpty() && !never) {
      if (reply instanceof Reply.Failed(VenueError.Fatal fatal)) {
        connection.block(fatal);
      }
      long afterNs = FIRST_AGAIN_NS << Math.min(asked.tries, MOST_DOUBLINGS);
      long dueNs = connection.nowNs() + afterNs;
      waiting.add(new Case(asked.request, round, asked.tries + 1, dueNs));
      return;
    }
    found.addAll(rows.orElse(List.of()));
    missing--;
    end();
  }

  private void end() {
    if (missing == 0) {
      Optional<Consumer<List<OrderAnswer>>> whom = told;
      told = Optional.empty();
      whom.ifPresent(each -> each.accept(List.copyOf(found)));
    }
  }
}
