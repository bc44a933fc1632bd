package io.tradewind.trader.run;

import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.CommandCodec;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.port.AuditSink;
import io.tradewind.simulation.venue.SessionVenue;
import io.tradewind.store.disk.Disk;
import io.tradewind.store.journal.JournalEnd;
import io.tradewind.store.journal.JournalException;
import io.tradewind.store.journal.JournalReader;
import io.tradewind.store.journal.Snapshot;
import io.tradewind.store.journal.SnapshotFiles;
import io.tradewind.trader.session.SessionPlayer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Plays a session's journal again through a fresh engine, from its first entry, or where that is no
 * longer kept from the oldest snapshot that what is kept follows on; and holds each command against
 * the one that was written down.
 */
public final class Replay {
  private final Supplier<SessionPlan> plans;
  private final Set<Ability> abilities;
  private final Disk disk;
  private final List<String> unread = new ArrayList<>();

  /**
   * Of a session.
   *
   * @param plans makes the session's plan, whose strategies have not begun, each time anew
   * @param abilities of its venue, where orders went to one
   * @param disk with its journal, which is only read
   */
  public Replay(Supplier<SessionPlan> plans, Set<Ability> abilities, Disk disk) {
    this.plans = plans;
    this.abilities = Set.copyOf(abilities);
    this.disk = disk;
  }

  /** From where on a journal was played. */
  public sealed interface Beginning {
    /** From the session's first entry on: all of it. */
    record Whole() implements Beginning {}

    /**
     * From a snapshot on, since what was before is not there.
     *
     * @param entry the first that was played
     * @param timeNs of the session at the snapshot, epoch nanoseconds
     */
    record Anchor(long entry, long timeNs) implements Beginning {}
  }

  /**
   * What came of it.
   *
   * @param beginning from where on it was played
   * @param end of the journal
   * @param commands that the journal holds from there on
   * @param hash SHA-256 of the commands that the engine said now, as far as the journal goes
   * @param difference the first command that is another one now
   * @param stateHash of the engine at the end
   * @param snapshot whether what follows from the latest snapshot is the same state; empty where
   *     there is none that can be read
   * @param unread which snapshots this version cannot read, and why, in words
   */
  public record Outcome(
      Beginning beginning,
      JournalEnd end,
      long commands,
      String hash,
      Optional<SessionPlayer.Difference> difference,
      String stateHash,
      Optional<Boolean> snapshot,
      List<String> unread) {
    /** Copies the list. */
    public Outcome {
      unread = List.copyOf(unread);
    }

    /** Whether the same was decided. */
    public boolean isSame() {
      return difference.isEmpty() && snapshot.orElse(true);
    }

    /** Entries that were played. */
    public long entries() {
      return switch (beginning) {
        case Beginning.Whole() -> end.sequence();
        case Beginning.Anchor(long entry, long _) -> end.sequence() - entry + 1;
      };
    }
  }

  /** A session at an entry. */
  private record Begun(SessionPlayer<?> player, long sequence) {
    Beginning beginning() {
      return sequence == 0
          ? new Beginning.Whole()
          : new Beginning.Anchor(sequence + 1, player.session().timeNs());
    }
  }

  /**
   * Plays it.
   *
   * @param audit hears what the engine decides
   * @throws JournalException if it cannot be read
   */
  public Outcome run(AuditSink audit) {
    MessageDigest digest = sha256();
    Begun begun = begin(audit, digest);
    SessionPlayer<?> player = begun.player();
    Beginning beginning = begun.beginning();
    JournalEnd end = new JournalReader(disk).replay(begun.sequence(), player);
    Optional<Boolean> snapshot = fromSnapshot(state(player));
    return new Outcome(
        beginning,
        end,
        player.commands(),
        HexFormat.of().formatHex(digest.digest()),
        player.difference(),
        player.session().engine().stateHash(),
        snapshot,
        unread);
  }

  private Begun begin(AuditSink audit, MessageDigest digest) {
    long first = new JournalReader(disk).first().orElse(1);
    if (first == 1) {
      return new Begun(player(audit, digest), 0);
    }
    Iterator<Snapshot> all = new SnapshotFiles(disk, 1).from(first - 1).iterator();
    while (all.hasNext()) {
      Snapshot each = all.next();
      Optional<SessionPlayer<?>> player = at(each, audit, digest);
      if (player.isPresent()) {
        return new Begun(player.get(), each.sequence());
      }
    }
    throw new JournalException(
        "it begins with entry %s, and there is no snapshot from which it can be played: %s"
            .formatted(first, unread.isEmpty() ? "none is whole" : String.join("; ", unread)));
  }

  /** Empty where this version cannot read it. */
  private Optional<SessionPlayer<?>> at(Snapshot snapshot, AuditSink audit, MessageDigest digest) {
    SessionPlayer<?> player = player(audit, digest);
    try {
      player.load(new StateReader(snapshot.state()));
      return Optional.of(player);
    } catch (StateException e) {
      unread.add(
          "the snapshot of entry %s was written by version %s, and this version cannot read it (%s)"
                  .formatted(snapshot.sequence(), snapshot.code(), e.getMessage())
              + "; version %s plays it".formatted(snapshot.code()));
      return Optional.empty();
    }
  }

  private Optional<Boolean> fromSnapshot(byte[] expected) {
    return new SnapshotFiles(disk, 1)
        .latest()
        .flatMap(each ->
            at(each, entry -> {}, sha256())
                .map(player -> {
                  JournalEnd _ = new JournalReader(disk).replay(each.sequence(), player);
                  return Arrays.equals(state(player), expected);
                }));
  }

  private static byte[] state(SessionPlayer<?> player) {
    StateWriter out = new StateWriter();
    player.save(out);
    return out.toByteArray();
  }

  private SessionPlayer<? extends SessionVenue> player(AuditSink audit, MessageDigest digest) {
    SessionPlan plan = plans.get();
    Players players = new Players(plan, audit, command -> add(digest, command));
    return plan.paper().isPresent() ? players.paper() : players.live(abilities);
  }

  private static void add(MessageDigest digest, VenueCommand command) {
    StateWriter out = new StateWriter();
    CommandCodec.write(out, command);
    digest.update(out.toByteArray());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
