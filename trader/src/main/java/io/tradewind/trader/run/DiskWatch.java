package io.tradewind.trader.run;

import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.core.time.Utc;
import io.tradewind.store.disk.DiskException;
import io.tradewind.store.journal.JournalWriter;
import io.tradewind.store.journal.Snapshot;
import io.tradewind.store.journal.SnapshotFiles;
import java.util.Optional;

/**
 * Looks after the room that the journal needs. While there is little, or the journal's next file
 * cannot be made ahead, nothing opens: what room there is serves exits, whose orders must be on
 * disk before they are sent. It all is tried again until there is room.
 *
 * <p>A write or a force of the journal that fails is not caught here or anywhere: nobody knows then
 * what is on disk, and the process ends.
 */
final class DiskWatch {
  /** With less than this nothing opens. */
  static final long LEAST_BYTES = TraderSettings.RESERVE_BYTES;

  /** From this on it does again, so that files that come and go do not stop and start trading. */
  static final long ENOUGH_BYTES = 2 * LEAST_BYTES;

  private static final String COMPONENT = "disk";
  private static final long LOOK_NS = 5 * Utc.SECOND_NS;
  private static final long AGAIN_NS = Utc.SECOND_NS;

  private final JournalWriter journal;
  private final SnapshotFiles snapshots;
  private Optional<String> little = Optional.empty();
  private Optional<String> noFile = Optional.empty();
  private Optional<String> noSnapshot = Optional.empty();
  private long nextLookNs = Long.MIN_VALUE;
  private long nextFileNs = Long.MIN_VALUE;

  /** Nothing was looked at. */
  DiskWatch(JournalWriter journal, SnapshotFiles snapshots) {
    this.journal = journal;
    this.snapshots = snapshots;
  }

  /** Looks at the room, and makes the journal's next file, where one of them is due. */
  void step(long nowNs) {
    if (nowNs >= nextLookNs) {
      nextLookNs = nowNs + LOOK_NS;
      look();
    }
    if (journal.wantsPrepare() && nowNs >= nextFileNs) {
      nextFileNs = nowNs + AGAIN_NS;
      prepare();
    }
  }

  private void look() {
    try {
      long free = journal.freeBytes();
      long least = little.isPresent() ? ENOUGH_BYTES : LEAST_BYTES;
      little =
          free >= least
              ? Optional.empty()
              : Optional.of(
                  "%s MB of the disk are free; make room: nothing opens until there are %s MB;"
                          .formatted(free >> 20, ENOUGH_BYTES >> 20)
                      + " session.journal-days says how much of the journal is kept");
    } catch (DiskException e) {
      little = Optional.of("how much of the disk is free cannot be told: " + e.getMessage());
    }
  }

  private void prepare() {
    try {
      journal.prepare();
      noFile = Optional.empty();
    } catch (DiskException e) {
      noFile = Optional.of("the journal's next file cannot be made: " + e.getMessage());
    }
  }

  /**
   * Writes a snapshot. Without it a start only takes longer, for the journal has everything.
   *
   * @return whether it was written
   */
  boolean write(Snapshot snapshot) {
    try {
      snapshots.write(snapshot);
      noSnapshot = Optional.empty();
    } catch (DiskException e) {
      noSnapshot = Optional.of("no snapshot can be written: " + e.getMessage());
    }
    return noSnapshot.isEmpty();
  }

  /** Why nothing may open; empty where there is room. */
  Optional<String> wrong() {
    return noFile.or(() -> little);
  }

  /** How the disk stands. */
  void tell(ComponentBoard components, long nowNs) {
    Optional<String> why = wrong().or(() -> noSnapshot);
    Level level = noFile.isPresent() ? Level.DOWN : why.isPresent() ? Level.DEGRADED : Level.UP;
    components.set(COMPONENT, level, why.orElse(""), nowNs);
  }
}
