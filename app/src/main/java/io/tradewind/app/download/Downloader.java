package io.tradewind.app.download;

import io.tradewind.core.time.Utc;
import io.tradewind.store.catalog.MergeReport;
import io.tradewind.venues.binance.rest.Fetches;
import io.tradewind.venues.binance.rest.Pages;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.time.VenueClock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Downloads series from one venue side by side, on the thread that calls it. Pages are gathered and
 * stored in batches; after an error that may pass, a series is planned anew from what the store
 * has.
 */
final class Downloader {
  /** So many rows are stored at a time: whoever is killed has lost no more of a series. */
  private static final int BATCH_ROWS = 100_000;

  private static final int MOST_FAILURES = 8;
  private static final long FIRST_REST_NS = 200_000_000L;
  private static final long SECOND_NS = 1_000_000_000L;

  /** A venue that wants more rest than this has banned us. */
  private static final long LONGEST_REST_NS = 300 * SECOND_NS;

  private static final long IDLE_NS = 1_000_000L;

  private final VenueHttp http;
  private final VenueClock clock;
  private final Fetches fetches;
  private final Watcher watcher;
  private final List<Run<?>> runs = new ArrayList<>();
  private final List<Run<?>> resting = new ArrayList<>();

  /**
   * Over a line.
   *
   * @param most series that are asked for at a time
   */
  Downloader(VenueHttp http, VenueClock clock, int most, Watcher watcher) {
    this.http = http;
    this.clock = clock;
    this.watcher = watcher;
    fetches = new Fetches(http, most);
  }

  /** A series under way. */
  private static final class Run<R> {
    private final Job<R> job;
    private final Deque<Pages<R>> stretches = new ArrayDeque<>();
    private MergeReport report = MergeReport.NONE;
    private int failures;
    private int unreadable;
    private long againNs;
    private boolean ended;

    Run(Job<R> job) {
      this.job = job;
    }

    void plan() {
      stretches.clear();
      stretches.addAll(job.missing(unreadable));
    }

    void store() {
      if (job.waiting() > 0) {
        report = report.plus(job.store());
      }
    }
  }

  /** Downloads; throws StoreException where the disk fails. */
  void run(List<Job<?>> jobs) {
    for (Job<?> job : jobs) {
      start(new Run<>(job));
    }
    while (fetches.open() > 0 || !resting.isEmpty()) {
      wake();
      if (fetches.doWork() == 0) {
        LockSupport.parkNanos(IDLE_NS);
      }
    }
  }

  private <R> void start(Run<R> run) {
    runs.add(run);
    run.plan();
    next(run);
  }

  private void wake() {
    long nowNs = clock.nowNs();
    List<Run<?>> due = resting.stream().filter(run -> run.againNs <= nowNs).toList();
    resting.removeAll(due);
    for (Run<?> run : due) {
      run.plan();
      next(run);
    }
  }

  private <R> void next(Run<R> run) {
    Pages<R> pages = run.stretches.poll();
    if (pages == null) {
      run.store();
      run.ended = true;
      watcher.done(run.job.name(), run.report);
      tell();
      return;
    }
    fetches.add(
        pages,
        new Fetches.Taker<R>() {
          @Override
          public void onRows(List<R> rows) {
            run.failures = 0;
            run.job.take(rows);
            if (run.job.waiting() >= BATCH_ROWS) {
              run.store();
            }
            tell();
          }

          @Override
          public void onEnd(Fetches.End end) {
            switch (end) {
              case Fetches.End.Complete _ -> next(run);
              case Fetches.End.Failed(VenueError error) -> failed(run, error);
              case Fetches.End.Unreadable _ -> {
                run.unreadable++;
                again(run, "an answer that can't be read", 0);
              }
            }
          }
        });
  }

  private void failed(Run<?> run, VenueError error) {
    switch (error) {
      case VenueError.Retryable retryable -> again(run, reason(retryable), retryable.afterNs());
      case VenueError.Unknown unknown -> again(run, unknown.text(), 0);
      case VenueError.Rejected rejected -> giveUp(run, "the venue says: " + rejected.text());
      case VenueError.Fatal fatal -> giveUp(run, "the venue lets nobody in: " + fatal.text());
    }
  }

  private static String reason(VenueError.Retryable retryable) {
    return switch (retryable.cause()) {
      case RATE_LIMIT -> "the venue asks for a rest: " + retryable.text();
      case NO_CONNECTION -> retryable.text();
      case OVERLOADED -> "the venue has too much to do";
      case BUDGET, CLOCK, CIRCUIT_OPEN, QUEUE_FULL -> retryable.text();
    };
  }

  private void again(Run<?> run, String reason, long afterNs) {
    run.store();
    long restUntilNs = Math.max(http.pausedUntilNs(), clock.nowNs() + afterNs);
    boolean banned = restUntilNs > clock.nowNs() + LONGEST_REST_NS;
    if (banned) {
      giveUp(run, reason + "; nothing is answered before " + second(restUntilNs));
      return;
    }
    if (++run.failures > MOST_FAILURES) {
      giveUp(run, reason);
      return;
    }
    long waitNs = Math.max(afterNs, FIRST_REST_NS << (run.failures - 1));
    run.againNs = clock.nowNs() + waitNs;
    resting.add(run);
    watcher.waits(run.job.name(), reason, waitNs);
  }

  private static String second(long timeNs) {
    return Utc.format(timeNs / SECOND_NS * SECOND_NS);
  }

  private void giveUp(Run<?> run, String reason) {
    run.store();
    run.ended = true;
    watcher.gaveUp(run.job.name(), reason);
    tell();
  }

  private void tell() {
    watcher.at(
        runs.stream().mapToDouble(run -> run.ended ? 1 : run.job.share()).average().orElse(1));
  }
}
