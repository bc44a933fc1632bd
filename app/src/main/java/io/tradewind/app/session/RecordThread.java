package io.tradewind.app.session;

import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.core.time.Utc;
import io.tradewind.store.records.RecordQueue;
import io.tradewind.store.records.RecordState;
import io.tradewind.trader.run.ComponentBoard;
import io.tradewind.venues.time.VenueClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Brings the audit into the database, beside the session: a database may take its time. Where
 * something breaks that nobody thought of it is told, and tried again; where the thread does not
 * come back it is told, and nothing waits for it.
 */
final class RecordThread implements AutoCloseable {
  private static final long IDLE_MS = 100;
  private static final long BEHIND_NS = 60 * Utc.SECOND_NS;
  private static final String GOES_ON = "; trading goes on, and what is missing is in the audit";
  private static final Duration LAST = Duration.ofSeconds(5);

  private final RecordQueue queue;
  private final VenueClock clock;
  private final Consumer<Throwable> thrown;
  private final Patience patience;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  /** By the wall's time, when its present turn began; 0 where it rests. */
  private final AtomicLong turnNs = new AtomicLong();

  private volatile String broken = "";

  /**
   * How long, by the wall.
   *
   * @param hangs a turn may last; longer than the time within which a database must answer
   * @param again until it is tried again after it broke
   */
  record Patience(Duration hangs, Duration again) {
    /** As shipped. */
    static final Patience STANDARD = new Patience(Duration.ofSeconds(90), Duration.ofSeconds(16));
  }

  private RecordThread(
      RecordQueue queue, VenueClock clock, Consumer<Throwable> thrown, Patience patience) {
    this.queue = queue;
    this.clock = clock;
    this.thrown = thrown;
    this.patience = patience;
    this.thread = Thread.ofPlatform().name("records").daemon().unstarted(this::run);
  }

  /**
   * Begins.
   *
   * @param thrown hears what broke it
   */
  static RecordThread start(
      RecordQueue queue, VenueClock clock, Consumer<Throwable> thrown, Patience patience) {
    RecordThread started = new RecordThread(queue, clock, thrown, patience);
    started.thread.start();
    return started;
  }

  /** How it stands, in words; trading goes on without it. */
  void tell(ComponentBoard components, long nowNs) {
    long beganNs = turnNs.get();
    String why = broken;
    if (beganNs != 0 && System.nanoTime() - beganNs > patience.hangs().toNanos()) {
      why =
          "the database has not come back for more than %s s"
              .formatted(patience.hangs().toSeconds());
    }
    if (why.isEmpty()) {
      tellQueue(components, nowNs);
    } else {
      components.set("records", Level.DOWN, why + GOES_ON, nowNs);
    }
  }

  private void tellQueue(ComponentBoard components, long nowNs) {
    switch (queue.state()) {
      case RecordState.Writing _ -> components.set("records", Level.UP, "", nowNs);
      case RecordState.Behind(long lines, _) when lines == 0 ->
          components.set("records", Level.UP, "", nowNs);
      case RecordState.Behind(_, long sinceNs) when nowNs - sinceNs < BEHIND_NS -> {}
      case RecordState.Behind _ ->
          components.set("records", Level.DEGRADED, "the database is being filled", nowNs);
      case RecordState.Away away ->
          components.set("records", Level.DOWN, away.trouble().text() + GOES_ON, nowNs);
    }
  }

  private void run() {
    try (queue) {
      boolean isLast = false;
      while (!isLast) {
        int done = turn();
        long restMs = !broken.isEmpty() ? patience.again().toMillis() : done == 0 ? IDLE_MS : 0;
        isLast = stop.await(restMs, TimeUnit.MILLISECONDS);
      }
      while (turn() > 0) {
        Thread.onSpinWait();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many lines were taken. */
  private int turn() {
    turnNs.set(System.nanoTime());
    try {
      int done = queue.doWork(clock.nowNs());
      broken = "";
      return done;
    } catch (RuntimeException e) {
      if (broken.isEmpty()) {
        thrown.accept(e);
      }
      broken = "it broke, and is tried again: " + e;
      queue.close();
      return 0;
    } finally {
      turnNs.set(0);
    }
  }

  /** Takes what there is, for a while. */
  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(LAST);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
