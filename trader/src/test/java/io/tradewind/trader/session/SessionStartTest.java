package io.tradewind.trader.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.time.Utc;
import io.tradewind.simulation.venue.TickVenue;
import io.tradewind.store.disk.Disk;
import io.tradewind.store.disk.VolatileDisk;
import io.tradewind.store.journal.JournalArchive;
import io.tradewind.store.journal.JournalEvents;
import io.tradewind.store.journal.JournalHead;
import io.tradewind.store.journal.JournalReader;
import io.tradewind.store.journal.Snapshot;
import io.tradewind.store.journal.SnapshotFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A session ends anywhere in the midst, on a disk that forgets, and goes on as if it had not. */
class SessionStartTest {
  private static final JournalHead HEAD = new JournalHead(7, "1.0", "a session on paper");
  private static final int SEGMENT = 1 << 16;
  private static final long ROOM = 1 << 28;

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  /** The audit by its numbers: what is said again must be what was said before. */
  private static final class Heard implements AuditSink {
    private final TreeMap<Long, AuditRecord> all = new TreeMap<>();

    @Override
    public void accept(AuditRecord entry) {
      AuditRecord before = all.put(entry.sequence(), entry);
      if (before != null) {
        assertThat(entry).isEqualTo(before);
      }
    }
  }

  private static SessionStart.Begun<TickVenue> begin(Disk disk, PaperWorld world, AuditSink sink) {
    return new SessionStart(disk, HEAD, new SnapshotFiles(disk, 2), SEGMENT)
        .begin(world.player(sink), List.of());
  }

  private static void snapshot(Disk disk, SessionRecorder<TickVenue> recorder) {
    recorder.force();
    StateWriter out = new StateWriter();
    recorder.player().save(out);
    new SnapshotFiles(disk, 2)
        .write(new Snapshot(recorder.journal().sequence(), "1.0", out.toByteArray()));
  }

  private static String hash(SessionRecorder<TickVenue> recorder) {
    StateWriter out = new StateWriter();
    recorder.player().save(out);
    return out.sha256();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void itGoesOnWhereItWas(long seed) {
    PaperWorld world = new PaperWorld(seed);
    Heard expected = new Heard();
    VolatileDisk calm = new VolatileDisk(seed, ROOM);
    SessionRecorder<TickVenue> undisturbed = begin(calm, world, expected).recorder();
    world.acts.forEach((timeNs, act) -> act.accept(undisturbed));

    SplitMix random = new SplitMix(seed);
    VolatileDisk disk = new VolatileDisk(seed, ROOM);
    Heard heard = new Heard();
    SessionRecorder<TickVenue> recorder = begin(disk, world, heard).recorder();
    int ends = 0;
    Optional<Map.Entry<Long, Consumer<JournalEvents>>> next = Optional.of(world.acts.firstEntry());
    while (next.isPresent()) {
      long timeNs = next.get().getKey();
      next.get().getValue().accept(recorder);
      if (random.nextInt(20) == 0) {
        recorder.force();
      } else if (random.nextInt(100) == 0) {
        snapshot(disk, recorder);
      } else if (random.nextInt(60) == 0) {
        // The process dies, and often the machine with it.
        if (random.nextInt(4) > 0) {
          disk.crash();
        }
        recorder = begin(disk, world, heard).recorder();
        timeNs = recorder.player().session().timeNs();
        ends++;
      }
      next = Optional.ofNullable(world.acts.higherEntry(timeNs));
    }
    assertThat(ends).isPositive();
    assertThat(hash(recorder)).as("seed %s", seed).isEqualTo(hash(undisturbed));
    assertThat(heard.all).isEqualTo(expected.all);

    // And all of it once more, from the beginning.
    recorder.force();
    SessionPlayer<TickVenue> again = world.player(new Heard());
    new JournalReader(disk).replay(0, again);
    assertThat(again.difference()).isEmpty();
    assertThat(again.session().engine().stateHash())
        .isEqualTo(undisturbed.player().session().engine().stateHash());
  }

  /** What is older than twenty steps is removed; the rest is played as if all were there. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void fromAnAnchorTheSameIsDecided(long seed) {
    PaperWorld world = new PaperWorld(seed);
    Heard expected = new Heard();
    VolatileDisk disk = new VolatileDisk(seed, ROOM);
    SessionStart start = new SessionStart(disk, HEAD, new SnapshotFiles(disk, 2), SEGMENT / 8);
    SessionRecorder<TickVenue> recorder = start.begin(world.player(expected), List.of()).recorder();
    JournalArchive archive =
        new JournalArchive(
            disk, new JournalArchive.Terms(20 * Utc.SECOND_NS, 5 * Utc.SECOND_NS, 0));
    long nowNs = 0;
    for (Map.Entry<Long, Consumer<JournalEvents>> act : world.acts.entrySet()) {
      act.getValue().accept(recorder);
      nowNs += Utc.SECOND_NS / 4;
      if (nowNs % (3 * Utc.SECOND_NS) == 0) {
        snapshot(disk, recorder);
      }
      boolean hasMore = true;
      while (hasMore) {
        hasMore = archive.doWork(nowNs) > 0;
      }
    }
    recorder.force();
    long first = new JournalReader(disk).first().orElseThrow();
    assertThat(first).as("seed %s: removed", seed).isGreaterThan(1);
    List<Snapshot> anchors = new SnapshotFiles(disk, 2).from(first - 1).toList();
    assertThat(anchors).hasSizeGreaterThan(2);
    for (Snapshot anchor : anchors) {
      Heard heard = new Heard();
      SessionPlayer<TickVenue> again = world.player(heard);
      again.load(new StateReader(anchor.state()));
      new JournalReader(disk).replay(anchor.sequence(), again);
      assertThat(again.difference()).isEmpty();
      assertThat(again.session().engine().stateHash())
          .isEqualTo(recorder.player().session().engine().stateHash());
      if (!heard.all.isEmpty()) {
        assertThat(heard.all).isEqualTo(expected.all.tailMap(heard.all.firstKey()));
      }
    }
  }

  @Test
  void otherSettingsAreRefused() {
    VolatileDisk disk = new VolatileDisk(1, ROOM);
    PaperWorld world = new PaperWorld(1);
    begin(disk, world, entry -> {}).recorder().force();
    JournalHead other = new JournalHead(7, "1.0", "another");
    assertThatThrownBy(() ->
            new SessionStart(disk, other, new SnapshotFiles(disk, 2), SEGMENT)
                .begin(world.player(entry -> {}), List.of()))
        .isInstanceOf(SessionException.class)
        .hasMessageContaining("settings are not those");
  }

  @Test
  void aProgramThatDecidesOtherwiseIsRefused() {
    VolatileDisk disk = new VolatileDisk(1, ROOM);
    PaperWorld world = new PaperWorld(4);
    SessionRecorder<TickVenue> recorder = begin(disk, world, entry -> {}).recorder();
    world.acts.forEach((timeNs, act) -> act.accept(recorder));
    recorder.journal().onCommand(world.acts.lastKey(), new VenueCommand.CancelOrder(1_000_000, 0));
    recorder.force();
    int files = disk.names().size();
    assertThatThrownBy(() -> begin(disk, world, entry -> {}))
        .isInstanceOf(SessionException.class)
        .hasMessageContaining("decides otherwise")
        .hasMessageContaining("1000000")
        .hasMessageContaining("none now");
    assertThat(disk.names()).hasSize(files);
  }

  @Test
  void aJournalThatEndsBeforeItsSnapshotIsRefused() {
    VolatileDisk disk = new VolatileDisk(1, ROOM);
    PaperWorld world = new PaperWorld(4);
    SessionRecorder<TickVenue> recorder = begin(disk, world, entry -> {}).recorder();
    world.acts.forEach((timeNs, act) -> act.accept(recorder));
    snapshot(disk, recorder);
    List<String> journal =
        disk.names().stream().filter(name -> name.startsWith("journal")).toList();
    disk.delete(journal.getLast());
    assertThatThrownBy(() -> begin(disk, world, entry -> {}))
        .isInstanceOf(SessionException.class)
        .hasMessageContaining("before the snapshot");
  }
}
