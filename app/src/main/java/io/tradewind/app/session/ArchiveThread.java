package io.tradewind.app.session;

import io.tradewind.app.config.Running;
import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.store.disk.Disk;
import io.tradewind.store.journal.JournalArchive;
import io.tradewind.trader.run.ComponentBoard;
import io.tradewind.trader.run.TraderSettings;
import io.tradewind.venues.time.VenueClock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Looks after what a journal has behind it, beside the session: to compress takes its time. */
final class ArchiveThread implements AutoCloseable {
  private static final String COMPONENT = "archive";
  private static final long IDLE_MS = 1_000;

  /** So much the processor rests after each piece, which takes longer than that. */
  private static final long REST_MS = 20;

  private static final Duration LAST = Duration.ofSeconds(5);

  private final JournalArchive archive;
  private final VenueClock clock;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private volatile Optional<String> broken = Optional.empty();

  private ArchiveThread(JournalArchive archive, VenueClock clock) {
    this.archive = archive;
    this.clock = clock;
    this.thread = Thread.ofPlatform().name(COMPONENT).daemon().unstarted(this::run);
  }

  /** Of a journal that this process has. */
  static ArchiveThread start(Disk journal, Running.Keeping keeping, VenueClock clock) {
    JournalArchive.Terms terms =
        JournalArchive.Terms.days(keeping.journalDays(), TraderSettings.RESERVE_BYTES);
    ArchiveThread started = new ArchiveThread(new JournalArchive(journal, terms), clock);
    started.thread.start();
    return started;
  }

  /** How it stands, in words; trading goes on without it, until the disk is full. */
  void tell(ComponentBoard components, long nowNs) {
    Optional<String> wrong = broken.or(archive::wrong);
    components.set(
        COMPONENT,
        wrong.isEmpty() ? Level.UP : Level.DEGRADED,
        wrong.map(why -> "the journal is neither compressed nor cut: " + why).orElse(""),
        nowNs);
  }

  private void run() {
    try {
      boolean isLast = false;
      while (!isLast) {
        isLast = stop.await(turn() == 0 ? IDLE_MS : REST_MS, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** What nobody thought of is told, and tried again. */
  private int turn() {
    try {
      int done = archive.doWork(clock.nowNs());
      broken = Optional.empty();
      return done;
    } catch (RuntimeException e) {
      broken = Optional.of("it broke, and is tried again: " + e);
      return 0;
    }
  }

  /** Leaves a file that it is at for the next time. */
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
