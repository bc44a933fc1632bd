package io.tradewind.trader.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.status.ComponentStatus;
import io.tradewind.core.time.Utc;
import io.tradewind.store.disk.VolatileDisk;
import io.tradewind.store.journal.JournalEnd;
import io.tradewind.store.journal.JournalHead;
import io.tradewind.store.journal.JournalWriter;
import io.tradewind.store.journal.Snapshot;
import io.tradewind.store.journal.SnapshotFiles;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskWatchTest {
  private static final int SEGMENT = 4096;
  private static final long MB = 1L << 20;
  private static final long PLENTY = 2_000 * MB;

  private final VolatileDisk disk = new VolatileDisk(1, PLENTY);
  private final JournalWriter journal =
      new JournalWriter(disk, new JournalHead(1, "1.0", "a disk"), JournalEnd.NEW, SEGMENT);
  private final DiskWatch watch = new DiskWatch(journal, new SnapshotFiles(disk, 2));
  private final ComponentBoard components = new ComponentBoard(Set.of(), status -> {});

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          # MB free at seconds 0, 5, 10 ...; whether something may open then
          256 256,                   yes yes
          255 256 511 512,           no no no yes
          600 255 400 512 256 255,   yes no no yes yes no
          0 0 2000,                  no no yes
          """)
  void opensByTheRoom(String freeMb, String may) {
    journal.prepare();
    String[] free = freeMb.split(" ");
    StringBuilder told = new StringBuilder();
    for (int i = 0; i < free.length; i++) {
      free(Long.parseLong(free[i]) * MB);
      watch.step(5L * i * Utc.SECOND_NS);
      told.append(watch.wrong().isEmpty() ? "yes " : "no ");
    }
    assertThat(told.toString().strip()).isEqualTo(may);
  }

  @Test
  void looksEveryFiveSeconds() {
    journal.prepare();
    watch.step(0);
    free(0);
    watch.step(5 * Utc.SECOND_NS - 1);
    assertThat(watch.wrong()).isEmpty();
    watch.step(5 * Utc.SECOND_NS);
    assertThat(watch.wrong().orElseThrow())
        .isEqualTo(
            "0 MB of the disk are free; make room: nothing opens until there are 512 MB;"
                + " session.journal-days says how much of the journal is kept");
  }

  @Test
  void aNextFileThatCannotBeMadeIsTriedEverySecond() {
    free(SEGMENT - 1);
    watch.step(0);
    assertThat(status(0))
        .isEqualTo(
            "DOWN the journal's next file cannot be made: the disk is full: journal-00000002 needs"
                + " 4096 bytes, and 4095 are free; make room on it");
    assertThat(watch.wrong()).isPresent();
    journal.onTime(1);
    journal.force();
    assertThat(journal.durable()).as("the present file takes what is said").isEqualTo(2);

    free(PLENTY);
    watch.step(Utc.SECOND_NS - 1);
    assertThat(journal.wantsPrepare()).isTrue();
    watch.step(Utc.SECOND_NS);
    assertThat(journal.wantsPrepare()).isFalse();
    watch.step(5 * Utc.SECOND_NS);
    assertThat(status(1)).isEqualTo("UP ");
    assertThat(watch.wrong()).isEmpty();
  }

  @Test
  void aDiskThatRefusesIsNoEndEither() {
    disk.failing(true);
    watch.step(0);
    assertThat(status(0))
        .isEqualTo("DOWN the journal's next file cannot be made: can't use journal-00000002");
  }

  @Test
  void aSnapshotThatDoesNotFitIsToldOnly() {
    watch.step(0);
    free(0);
    assertThat(watch.write(snapshot())).isFalse();
    assertThat(status(0))
        .isEqualTo(
            "DEGRADED no snapshot can be written: the disk of snapshot-0000000000000000001 is full;"
                + " make room on it");
    assertThat(watch.wrong()).isEmpty();
    free(PLENTY);
    assertThat(watch.write(snapshot())).isTrue();
    assertThat(status(1)).isEqualTo("UP ");
    assertThat(new SnapshotFiles(disk, 2).latest()).isPresent();
  }

  private static Snapshot snapshot() {
    return new Snapshot(1, "1.0", new byte[100]);
  }

  private void free(long bytes) {
    disk.room(PLENTY);
    disk.room(PLENTY - disk.freeBytes() + bytes);
  }

  private String status(long nowNs) {
    watch.tell(components, nowNs);
    ComponentStatus status = components.all().getFirst();
    return status.level() + " " + status.why();
  }
}
