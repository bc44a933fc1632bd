package io.tradewind.venues.binance.rest;

import io.tradewind.analytics.check.Check;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueHttp;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Many questions in pages at once over one {@link VenueHttp}, as a duty cycle. Of one question the
 * next page is asked for when the last was taken; questions wait for each other only where too many
 * are under way, so that one that hangs holds up none but itself.
 */
public final class Fetches {
  private final VenueHttp http;
  private final int most;
  private final Deque<Fetch<?>> waiting = new ArrayDeque<>();
  private int underWay;

  /** How a question ended. */
  public sealed interface End {
    /** All pages came. */
    record Complete() implements End {}

    /** The venue did not answer, after all attempts. */
    record Failed(VenueError error) implements End {}

    /** It answered with something that cannot be read. */
    record Unreadable() implements End {}
  }

  /**
   * Whom a question tells, by the thread that drives it.
   *
   * @param <R> a row
   */
  public interface Taker<R> {
    /** A page came, maybe without rows. */
    void onRows(List<R> rows);

    /** Nothing more comes. */
    void onEnd(End end);
  }

  private record Fetch<R>(Pages<R> pages, Taker<R> taker) {}

  /**
   * Nothing asked yet.
   *
   * @param most how many at once, at least 1 and no more than the bulkhead of the line holds
   */
  public Fetches(VenueHttp http, int most) {
    Check.argument(most >= 1, "most must be >= 1, was %s", most);
    this.http = http;
    this.most = most;
  }

  /** Asks, when its turn has come. */
  public <R> void add(Pages<R> pages, Taker<R> taker) {
    waiting.add(new Fetch<>(pages, taker));
  }

  /**
   * One step, of the line also.
   *
   * @return how many things were done, 0 if there was nothing to do
   */
  public int doWork() {
    int work = 0;
    while (underWay < most && !waiting.isEmpty()) {
      underWay++;
      work++;
      ask(waiting.remove());
    }
    return work + http.doWork();
  }

  private <R> void ask(Fetch<R> fetch) {
    http.submit(fetch.pages().request(), reply -> onReply(fetch, reply));
  }

  private <R> void onReply(Fetch<R> fetch, Reply reply) {
    switch (reply) {
      case Reply.Failed(VenueError error) -> end(fetch, new End.Failed(error));
      case Reply.Done(var response) -> {
        Optional<Pages.Page<R>> page = fetch.pages().read(response.body());
        page.ifPresentOrElse(read -> take(fetch, read), () -> end(fetch, new End.Unreadable()));
      }
    }
  }

  private <R> void take(Fetch<R> fetch, Pages.Page<R> page) {
    fetch.taker().onRows(page.rows());
    page.next()
        .ifPresentOrElse(
            next -> ask(new Fetch<>(next, fetch.taker())), () -> end(fetch, new End.Complete()));
  }

  private <R> void end(Fetch<R> fetch, End end) {
    underWay--;
    fetch.taker().onEnd(end);
  }

  /** How many questions have not ended. */
  public int open() {
    return underWay + waiting.size();
  }
}
