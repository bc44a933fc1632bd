package io.tradewind.trader.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.core.time.Utc;
import io.tradewind.store.disk.Disk;
import io.tradewind.store.disk.VolatileDisk;
import io.tradewind.store.journal.JournalException;
import io.tradewind.store.journal.Snapshot;
import io.tradewind.store.journal.SnapshotFiles;
import io.tradewind.trader.run.Replay;
import io.tradewind.trader.run.Replay.Beginning;
import io.tradewind.trader.world.Weather;
import io.tradewind.trader.world.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A journal whose first files are gone is played from an anchor, and it is said so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTest {
  private static final long LENGTH_NS = 300 * Utc.SECOND_NS;
  private static final long ROOM = 1L << 30;
  private static final long SEED = 5;

  private final Voyage voyage = Voyage.onPaper(SEED).wide();
  private final World world = new World(World.Terms.usual(SEED, Weather.CLEAR));
  private final VolatileDisk disk = new VolatileDisk(SEED, ROOM);
  private final Cellar cellar = new Cellar();
  private final Life life = new Life(world, voyage, disk, entry -> {}, SEED).archiving(cellar);

  @BeforeAll
  void trade() {
    world.run(LENGTH_NS, life);
    life.end();
  }

  private Replay.Outcome play(Disk journal) {
    return new Replay(() -> voyage.plan(life.listings()), voyage.abilities(), journal)
        .run(entry -> {});
  }

  private VolatileDisk copy() {
    VolatileDisk copy = new VolatileDisk(SEED, ROOM);
    disk.names().forEach(name -> copy.replace(name, disk.read(name)));
    return copy;
  }

  private List<String> anchors() {
    return disk.names().stream().filter(name -> name.startsWith("anchor-")).toList();
  }

  @Test
  void fromAnAnchorItIsTheSameAsFromItsFirstEntry() {
    Replay.Outcome all = play(cellar.whole(disk));
    Replay.Outcome kept = play(disk);
    assertThat(all.beginning()).isEqualTo(new Beginning.Whole());
    assertThat(all.isSame()).isTrue();
    assertThat(all.entries()).isEqualTo(all.end().sequence());
    assertThat(kept.isSame()).isTrue();
    assertThat(kept.snapshot()).contains(true);
    assertThat(kept.stateHash()).isEqualTo(all.stateHash());
    assertThat(kept.commands()).isPositive().isLessThan(all.commands());
    assertThat(kept.end()).isEqualTo(all.end());
    assertThat(kept.unread()).isEmpty();
    Beginning.Anchor from = (Beginning.Anchor) kept.beginning();
    assertThat(from.entry()).isGreaterThan(1);
    assertThat(from.timeNs()).isBetween(World.START_NS, World.START_NS + LENGTH_NS);
    assertThat(kept.entries()).isEqualTo(all.entries() - from.entry() + 1);
  }

  @Test
  void anAnchorOfAnotherVersionIsPassedOverAndTold() {
    VolatileDisk other = copy();
    spoil(other, anchors().getFirst());
    Replay.Outcome kept = play(other);
    assertThat(kept.isSame()).isTrue();
    assertThat(((Beginning.Anchor) kept.beginning()).entry())
        .isGreaterThan(((Beginning.Anchor) play(disk).beginning()).entry());
    assertThat(kept.unread())
        .singleElement()
        .asString()
        .contains("was written by version 0.9, and this version cannot read it", "0.9 plays it");
  }

  @Test
  void whereNoneCanBeReadNothingIsPlayed() {
    VolatileDisk other = copy();
    anchors().forEach(name -> spoil(other, name));
    List<String> snapshots =
        other.names().stream().filter(name -> name.startsWith("snapshot-")).toList();
    snapshots.forEach(other::delete);
    assertThatThrownBy(() -> play(other))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("there is no snapshot from which it can be played")
        .hasMessageContaining("was written by version 0.9");
    anchors().forEach(other::delete);
    assertThatThrownBy(() -> play(other))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("none is whole");
  }

  /** Another version wrote it: it is whole, and says something else. */
  private static void spoil(Disk disk, String name) {
    VolatileDisk aside = new VolatileDisk(1, ROOM);
    long sequence = Long.parseLong(name.substring(name.length() - 22, name.length() - 3));
    new SnapshotFiles(aside, 1).write(new Snapshot(sequence, "0.9", new byte[] {7, 7, 7}));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(aside.read(aside.names().getFirst()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    disk.replace(name, packed.toByteArray());
  }
}
