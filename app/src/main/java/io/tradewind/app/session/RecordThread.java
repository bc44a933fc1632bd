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

/** Brings the audit into the database, beside the session: a database may take its time. */
final class RecordThread implements AutoCloseable {
  private static final long IDLE_MS = 100;
  private static final long BEHIND_NS = 60 * Utc.SECOND_NS;
  private static final Duration LAST = Duration.ofSeconds(5);

  private final RecordQueue queue;
  private final VenueClock clock;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  private RecordThread(RecordQueue queue, VenueClock clock) {
    this.queue = queue;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name("records").daemon().unstarted(this::run);
  }

  static RecordThread start(RecordQueue queue, VenueClock clock) {
    RecordThread started = new RecordThread(queue, clock);
    started.thread.start();
    return started;
  }

  /** How it stands, in words; trading goes on without it. */
  void tell(ComponentBoard components, long nowNs) {
    switch (queue.state()) {
      case RecordState.Writing _ -> components.set("records", Level.UP, "", nowNs);
      case RecordState.Behind(long lines, _) when lines == 0 ->
          components.set("records", Level.UP, "", nowNs);
      case RecordState.Behind(_, long sinceNs) when nowNs - sinceNs < BEHIND_NS -> {}
      case RecordState.Behind _ ->
          components.set("records", Level.DEGRADED, "the database is being filled", nowNs);
      case RecordState.Away away ->
          components.set(
              "records",
              Level.DOWN,
              away.trouble().text() + "; trading goes on, and what is missing is in the audit",
              nowNs);
    }
  }

  private void run() {
    try (queue) {
      boolean isLast = false;
      while (!isLast) {
        isLast = stop.await(queue.doWork(clock.nowNs()) == 0 ? IDLE_MS : 0, TimeUnit.MILLISECONDS);
      }
      while (queue.doWork(clock.nowNs()) > 0) {
        Thread.onSpinWait();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
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
