package io.tradewind.trader.session;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.simulation.venue.SessionVenue;
import io.tradewind.store.disk.Disk;
import io.tradewind.store.journal.JournalEnd;
import io.tradewind.store.journal.JournalHead;
import io.tradewind.store.journal.JournalReader;
import io.tradewind.store.journal.JournalWriter;
import io.tradewind.store.journal.Snapshot;
import io.tradewind.store.journal.SnapshotFiles;
import java.util.List;
import java.util.Optional;

/**
 * Where a session begins, and goes on after it ended in whatever way: the latest snapshot is taken,
 * and what the journal tells behind it is carried out again.
 */
public final class SessionStart {
  private final Disk disk;
  private final JournalHead head;
  private final SnapshotFiles snapshots;
  private final int segmentBytes;

  /**
   * On a disk.
   *
   * @param head what the session is
   * @param segmentBytes size of the journal's files
   */
  public SessionStart(Disk disk, JournalHead head, SnapshotFiles snapshots, int segmentBytes) {
    this.disk = disk;
    this.head = head;
    this.snapshots = snapshots;
    this.segmentBytes = segmentBytes;
  }

  /**
   * A session that can go on.
   *
   * @param isNew whether it begins
   * @param snapshot sequence of the journal at which the snapshot was taken, 0 without one
   * @param end of the journal as it was found
   * @param fresh what the engine has said to the last inputs and the journal does not hold: it
   *     never went out; written down by now
   * @param <V> the venue of the session
   */
  public record Begun<V extends SessionVenue>(
      SessionRecorder<V> recorder,
      boolean isNew,
      long snapshot,
      JournalEnd end,
      List<VenueCommand> fresh) {
    /** Copies the list. */
    public Begun {
      fresh = List.copyOf(fresh);
    }
  }

  /**
   * Brings a session that has not begun to where its journal ends.
   *
   * @param memory what else is in a snapshot, behind the session and in this order
   * @throws SessionException if it cannot go on; nothing has been changed then
   */
  public <V extends SessionVenue> Begun<V> begin(
      SessionPlayer<V> player, List<? extends Stateful> memory) {
    JournalReader reader = new JournalReader(disk);
    reader.head().ifPresent(this::checkSame);
    Optional<Snapshot> snapshot = snapshots.latest();
    snapshot.ifPresent(each -> load(player, memory, each));
    long from = snapshot.map(Snapshot::sequence).orElse(0L);
    JournalEnd end = reader.replay(from, player);
    if (end.sequence() < from) {
      throw new SessionException(
          "the journal ends at entry %s, before the snapshot of entry %s: files of it are missing;"
                  .formatted(end.sequence(), from)
              + " put them back, or begin a new session");
    }
    player.difference().ifPresent(this::refuse);
    SessionRecorder<V> recorder =
        new SessionRecorder<>(new JournalWriter(disk, head, end, segmentBytes), player);
    return new Begun<>(recorder, end.sequence() == 0, from, end, recorder.writeFresh());
  }

  private void checkSame(JournalHead found) {
    if (found.session() != head.session() || !found.description().equals(head.description())) {
      throw new SessionException(
          "the settings are not those with which the session began; put them back, or begin a new"
              + " session");
    }
  }

  private void load(SessionPlayer<?> player, List<? extends Stateful> memory, Snapshot snapshot) {
    try {
      StateReader in = new StateReader(snapshot.state());
      player.load(in);
      memory.forEach(each -> each.load(in));
    } catch (StateException e) {
      throw new SessionException(
          "the snapshot was written by version %s, and version %s cannot read it: %s; start version"
                  .formatted(snapshot.code(), head.code(), e.getMessage())
              + " %s once more, close all positions and begin a new session with this one"
                  .formatted(snapshot.code()),
          e);
    }
  }

  private void refuse(SessionPlayer.Difference difference) {
    throw new SessionException(
        "version %s decides otherwise than the one that wrote the journal: command %s was %s, and is"
                .formatted(head.code(), difference.number(), difference.then())
            + " %s now; start the version that wrote it, stop it, and start this one again"
                .formatted(difference.now().map(VenueCommand::toString).orElse("none")));
  }
}
