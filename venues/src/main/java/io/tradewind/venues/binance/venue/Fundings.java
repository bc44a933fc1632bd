package io.tradewind.venues.binance.venue;

import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.model.AccountRow;
import io.tradewind.venues.binance.model.UserEvent;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.VenueRequest.Access;
import io.tradewind.venues.http.VenueRequest.Method;
import io.tradewind.venues.http.VenueRequest.Parameter;
import io.tradewind.venues.http.VenueRequest.Repeat;
import io.tradewind.venues.http.VenueRequest.Terms;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Fundings of a futures account, out of its history of income: the stream says that there was one,
 * and for cross positions neither of what nor by which number, so that the history alone is
 * believed. It is asked shortly after the stream has said so, a while later for what was written
 * late, and after each gap, page after page. Source: developers.binance.com, USD-M futures, "Get
 * Income History" and "Event: Balance and Position Update".
 */
final class Fundings {
  /** As many rows as one answer holds. */
  private static final int ROWS = 1_000;

  private static final int WEIGHT = 30;
  private static final long MS_NS = 1_000_000L;

  /** The venue keeps three months. */
  private static final long KEPT_NS = 89 * Utc.DAY_NS;

  /** So long after the stream has told of one the history is asked: it may lag behind. */
  private static final List<Long> AFTER_NS =
      List.of(Utc.SECOND_NS, 15 * Utc.SECOND_NS, 75 * Utc.SECOND_NS);

  private static final int MOST_TRIES = 8;

  /** Nothing opens meanwhile after a gap, so that it may not take long. */
  private static final int MOST_DOUBLINGS = 2;

  private static final long FIRST_AGAIN_NS = Utc.SECOND_NS;

  private final Questions questions;
  private final Connection connection;
  private final TreeSet<Long> due = new TreeSet<>();
  private Supplier<OptionalLong> missingFromNs = OptionalLong::empty;
  private Optional<Asking> asking = Optional.empty();
  private long againNs = Long.MAX_VALUE;
  private long round;
  private Optional<Runnable> done = Optional.empty();

  /** Where it is: a page, and how often that has been tried. */
  private record Asking(long round, long fromNs, int page, int tries) {
    Asking next() {
      return new Asking(round, fromNs, page + 1, 0);
    }

    Asking again() {
      return new Asking(round, fromNs, page, tries + 1);
    }
  }

  Fundings(Questions questions, Connection connection) {
    this.questions = questions;
    this.connection = connection;
  }

  /** From when on they may be missing is asked anew each time; empty where none can be. */
  void follow(Supplier<OptionalLong> fromNs) {
    missingFromNs = fromNs;
  }

  /** The stream says something of the account. */
  void onUpdate(UserEvent.AccountUpdate update) {
    if (update.reason().equals("FUNDING_FEE")) {
      AFTER_NS.forEach(afterNs -> due.add(connection.nowNs() + afterNs));
    }
  }

  /** Asks for all that may be missing; what was asked before is void. */
  void catchUp(Runnable whenDone) {
    done = Optional.of(whenDone);
    begin();
  }

  private void begin() {
    round++;
    againNs = Long.MAX_VALUE;
    OptionalLong fromNs = missingFromNs.get();
    asking =
        fromNs.isPresent()
            ? Optional.of(
                new Asking(
                    round, Math.max(fromNs.getAsLong(), connection.venueNs() - KEPT_NS), 1, 0))
            : Optional.empty();
    asking.ifPresentOrElse(this::ask, this::end);
  }

  /** Asks where it is time, and again where there was no answer. */
  int tick() {
    long nowNs = connection.nowNs();
    if (asking.isPresent() && againNs <= nowNs) {
      againNs = Long.MAX_VALUE;
      ask(asking.get());
      return 1;
    }
    if (asking.isEmpty() && !due.isEmpty() && due.first() <= nowNs) {
      due.headSet(nowNs, true).clear();
      begin();
      return 1;
    }
    return 0;
  }

  private void ask(Asking asked) {
    VenueRequest request =
        new VenueRequest(
            Method.GET,
            "/fapi/v1/income",
            List.of(
                new Parameter("incomeType", "FUNDING_FEE"),
                new Parameter("startTime", Long.toString(Math.floorDiv(asked.fromNs, MS_NS))),
                new Parameter("page", Integer.toString(asked.page)),
                new Parameter("limit", Integer.toString(ROWS))),
            new Terms(Access.SIGNED, Repeat.SAFE, WEIGHT, 0));
    questions.ask(request, reply -> onReply(asked, reply));
  }

  private void onReply(Asking asked, Reply reply) {
    if (asked.round != round) {
      return;
    }
    Optional<AccountRow.FundingPage> page =
        reply instanceof Reply.Done(var response)
            ? questions.parser().fundings(response.body())
            : Optional.empty();
    if (page.isEmpty()) {
      onFailed(asked, reply);
      return;
    }
    // The venue counts in milliseconds.
    long firstNs = Math.floorDiv(asked.fromNs, MS_NS) * MS_NS;
    for (AccountRow.Funding row : page.orElseThrow().rows()) {
      if (row.timeNs() >= firstNs) {
        connection.tell(new VenueNews.Funding(row));
      }
    }
    if (page.orElseThrow().size() >= ROWS) {
      asking = Optional.of(asked.next());
      ask(asked.next());
    } else {
      end();
    }
  }

  /** What is refused, or fails for too long, is left to the next time: it is missing until then. */
  private void onFailed(Asking asked, Reply reply) {
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
      asking = Optional.of(asked.again());
      againNs = connection.nowNs() + (FIRST_AGAIN_NS << Math.min(asked.tries, MOST_DOUBLINGS));
    } else {
      end();
    }
  }

  private void end() {
    asking = Optional.empty();
    Optional<Runnable> told = done;
    done = Optional.empty();
    told.ifPresent(Runnable::run);
  }
}
