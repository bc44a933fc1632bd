package io.tradewind.trader.run;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.CommandCodec;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.port.AuditSink;
import io.tradewind.simulation.venue.SessionVenue;
import io.tradewind.store.disk.Disk;
import io.tradewind.store.journal.JournalEnd;
import io.tradewind.store.journal.JournalReader;
import io.tradewind.store.journal.Snapshot;
import io.tradewind.store.journal.SnapshotFiles;
import io.tradewind.trader.session.SessionPlayer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/**
 * Plays a session's journal again from its first entry, through a fresh engine, and holds each
 * command against the one that was written down.
 */
public final class Replay {
  private final SessionPlan plan;
  private final Set<Ability> abilities;
  private final Disk disk;

  /**
   * Of a session.
   *
   * @param abilities of its venue, where orders went to one
   * @param disk with its journal, which is only read
   */
  public Replay(SessionPlan plan, Set<Ability> abilities, Disk disk) {
    this.plan = plan;
    this.abilities = Set.copyOf(abilities);
    this.disk = disk;
  }

  /**
   * What came of it.
   *
   * @param end of the journal
   * @param commands that the journal holds
   * @param hash SHA-256 of the commands that the engine said now, as far as the journal goes
   * @param difference the first command that is another one now
   * @param stateHash of the engine at the end
   * @param snapshot whether what follows from the latest snapshot is the same state; empty where
   *     there is none
   */
  public record Outcome(
      JournalEnd end,
      long commands,
      String hash,
      Optional<SessionPlayer.Difference> difference,
      String stateHash,
      Optional<Boolean> snapshot) {

    /** Whether the same was decided. */
    public boolean isSame() {
      return difference.isEmpty() && snapshot.orElse(true);
    }
  }

  /**
   * Plays it.
   *
   * @param audit hears what the engine decides
   * @param second the same session once more, for what follows from the snapshot
   */
  public Outcome run(AuditSink audit, SessionPlan second) {
    MessageDigest digest = sha256();
    SessionPlayer<?> player = player(plan, audit, digest);
    JournalEnd end = new JournalReader(disk).replay(0, player);
    return new Outcome(
        end,
        player.commands(),
        HexFormat.of().formatHex(digest.digest()),
        player.difference(),
        player.session().engine().stateHash(),
        fromSnapshot(second, state(player)));
  }

  private Optional<Boolean> fromSnapshot(SessionPlan second, byte[] expected) {
    Optional<Snapshot> snapshot = new SnapshotFiles(disk, 1).latest();
    return snapshot.map(each -> {
      SessionPlayer<?> player = player(second, entry -> {}, sha256());
      player.load(new StateReader(each.state()));
      JournalEnd _ = new JournalReader(disk).replay(each.sequence(), player);
      return Arrays.equals(state(player), expected);
    });
  }

  private static byte[] state(SessionPlayer<?> player) {
    StateWriter out = new StateWriter();
    player.save(out);
    return out.toByteArray();
  }

  private SessionPlayer<? extends SessionVenue> player(
      SessionPlan wanted, AuditSink audit, MessageDigest digest) {
    Players players = new Players(wanted, audit, command -> add(digest, command));
    return wanted.paper().isPresent() ? players.paper() : players.live(abilities);
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
