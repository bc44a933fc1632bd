package io.tradewind.app.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.status.ComponentStatus;
import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.store.audit.AuditReader;
import io.tradewind.store.disk.VolatileDisk;
import io.tradewind.store.records.DatabaseSettings;
import io.tradewind.store.records.RecordQueue;
import io.tradewind.trader.run.ComponentBoard;
import io.tradewind.venues.time.WallClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What nobody thought of, between the audit and the database. */
@Timeout(30)
class RecordThreadTest {
  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(5);

  @TempDir private Path folder = Path.of("");
  private final WallClock clock = new WallClock();
  private final ComponentBoard components = new ComponentBoard(Set.of("records"), each -> {});
  private final List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
  private volatile boolean isMended;

  private RecordThread start(LongSupplier forcedLine, RecordThread.Patience patience) {
    DatabaseSettings settings =
        new DatabaseSettings.Sqlite(
            folder.resolve("records.db"),
            new DatabaseSettings.Limits(
                Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMillis(20)));
    RecordQueue queue =
        new RecordQueue(new AuditReader(new VolatileDisk(1, 1 << 20)), forcedLine, settings, 1);
    return RecordThread.start(queue, clock, thrown::add, patience);
  }

  private ComponentStatus until(RecordThread records, Level level) {
    while (!Thread.interrupted()) {
      records.tell(components, clock.nowNs());
      for (ComponentStatus each : components.all()) {
        if (each.level() == level) {
          return each;
        }
      }
      Thread.onSpinWait();
    }
    throw new IllegalStateException("it did not come: " + components.all());
  }

  @Test
  void whatBreaksIsToldOnceAndTriedAgain() {
    LongSupplier breaking =
        () -> {
          if (!isMended) {
            throw new IllegalStateException("nobody thought of it");
          }
          return 0;
        };
    try (RecordThread records = start(breaking, new RecordThread.Patience(LONG, SHORT))) {
      assertThat(until(records, Level.DOWN).why())
          .isEqualTo(
              "it broke, and is tried again: java.lang.IllegalStateException: nobody thought of it;"
                  + " trading goes on, and what is missing is in the audit");
      isMended = true;
      assertThat(until(records, Level.UP).why()).isEmpty();
    }
    assertThat(thrown).hasSize(1);
  }

  @Test
  void whatDoesNotComeBackIsTold() {
    CountDownLatch isBack = new CountDownLatch(1);
    LongSupplier hanging =
        () -> {
          try {
            isBack.await();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
          return 0;
        };
    try (RecordThread records = start(hanging, new RecordThread.Patience(SHORT, SHORT))) {
      assertThat(until(records, Level.DOWN).why())
          .startsWith("the database has not come back for more than ");
      isBack.countDown();
      assertThat(until(records, Level.UP).why()).isEmpty();
    }
    assertThat(thrown).isEmpty();
  }
}
