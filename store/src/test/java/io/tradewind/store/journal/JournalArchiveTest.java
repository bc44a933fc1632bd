package io.tradewind.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.time.Utc;
import io.tradewind.store.disk.Disk;
import io.tradewind.store.disk.VolatileDisk;
import io.tradewind.store.journal.JournalArchive.Terms;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies behind a journal is compressed and removed, and what is there can always be played. */
class JournalArchiveTest {
  private static final JournalHead HEAD = new JournalHead(5, "0.1.0", "a session");
  private static final int SEGMENT = 4_096;
  private static final long ROOM = 100_000_000;
  private static final long STEP_NS = 20 * Utc.SECOND_NS;
  private static final Terms ALL = new Terms(0, 600 * Utc.SECOND_NS, 0);
  private static final Terms HOUR = new Terms(3_600 * Utc.SECOND_NS, 600 * Utc.SECOND_NS, 0);

  /** What was told to a journal on a disk, and how many entries there were at its snapshots. */
  private static final class Session {
    final VolatileDisk real;
    final SteppedDisk stepped;
    final Tape told = new Tape();
    final List<Long> times = new ArrayList<>();
    long nowNs = Entries.START_NS;
    JournalWriter journal;

    Session(long seed) {
      real = new VolatileDisk(seed, ROOM);
      stepped = new SteppedDisk(real);
      journal = write();
    }

    private JournalWriter write() {
      return new JournalWriter(
          real, HEAD, new JournalReader(real).replay(Long.MAX_VALUE, new Tape()), SEGMENT);
    }

    void entries(SplitMix random, int count) {
      for (int i = 0; i < count; i++) {
        nowNs += STEP_NS;
        long choice = random.nextLong();
        Entries.random(new SplitMix(choice), told, nowNs);
        Entries.random(new SplitMix(choice), journal, nowNs);
        times.add(nowNs);
      }
      journal.force();
    }

    void snapshot() {
      byte[] state = ByteBuffer.allocate(4).putInt(told.lines.size()).array();
      new SnapshotFiles(real, 3).write(new Snapshot(journal.sequence(), "0.1.0", state));
    }

    void settle(JournalArchive archive) {
      while (archive.doWork(nowNs) > 0) {
        assertThat(archive.wrong()).isEmpty();
      }
      assertThat(archive.wrong()).isEmpty();
    }

    List<String> journals(String end) {
      return real.names().stream()
          .filter(name -> name.startsWith("journal-") && name.endsWith(end))
          .toList();
    }

    /** Plays from wherever it can be played, and from every snapshot; how many entries are gone. */
    int check() {
      JournalReader reader = new JournalReader(real);
      long first = reader.first().orElseThrow();
      if (first == 1) {
        assertThat(tail(0)).isEqualTo(told.lines);
      }
      List<Snapshot> all = new SnapshotFiles(real, 3).from(first - 1).toList();
      for (Snapshot each : all) {
        assertThat(tail(each.sequence()))
            .as("from entry %s", each.sequence())
            .isEqualTo(told.lines.subList(at(each), told.lines.size()));
      }
      assertThat(first == 1 || !all.isEmpty()).as("it can be played").isTrue();
      return first == 1 ? 0 : at(all.getFirst());
    }

    private static int at(Snapshot snapshot) {
      return ByteBuffer.wrap(snapshot.state()).getInt();
    }

    private List<String> tail(long after) {
      Tape tape = new Tape();
      new JournalReader(real).replay(after, tape);
      return tape.lines;
    }
  }

  /** A session of hours, with a snapshot every sixty entries. */
  private static Session lasting(int snapshots) {
    Session session = new Session(1);
    SplitMix random = new SplitMix(1);
    for (int i = 0; i < snapshots; i++) {
      session.entries(random, 60);
      session.snapshot();
    }
    return session;
  }

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void whatIsKeptIsToldWhateverItDiesOf(long seed) {
    SplitMix random = new SplitMix(seed);
    Session session = new Session(seed);
    JournalArchive archive = new JournalArchive(session.stepped.disk(), HOUR);
    int deaths = 0;
    int packed = 0;
    for (int turn = 0; turn < 40; turn++) {
      session.entries(random, random.nextInt(60));
      if (random.nextInt(2) == 0) {
        session.snapshot();
      }
      session.stepped.dieAfter =
          random.nextInt(4) == 0 ? session.stepped.steps + random.nextInt(6) : Long.MAX_VALUE;
      try {
        session.settle(archive);
      } catch (SteppedDisk.Killed _) {
        deaths++;
        archive = new JournalArchive(session.stepped.disk(), HOUR);
      }
      if (random.nextInt(5) == 0) {
        session.real.crash();
        session.journal = session.write();
      }
      packed += session.journals(".gz").size();
      int gone = session.check();
      long keptNs = session.nowNs - HOUR.keepNs();
      assertThat(gone == 0 || session.times.get(gone - 1) <= keptNs)
          .as("what is gone is older than an hour")
          .isTrue();
    }
    assertThat(deaths).isPositive();
    session.stepped.dieAfter = Long.MAX_VALUE;
    session.nowNs += 60 * Utc.SECOND_NS;
    session.settle(archive);
    assertThat(session.check()).as("seed %s: removed", seed).isPositive();
    assertThat(packed).isPositive();
  }

  /** Twelve times twenty minutes of a session, looked after at the end of each. */
  private static long looked(Session session, long dieAfter) {
    SplitMix random = new SplitMix(1);
    session.stepped.dieAfter = dieAfter;
    for (int i = 0; i < 12; i++) {
      session.entries(random, 60);
      session.snapshot();
      try {
        session.settle(new JournalArchive(session.stepped.disk(), HOUR));
      } catch (SteppedDisk.Killed _) {
        session.real.crash();
        session.check();
        session.stepped.dieAfter = Long.MAX_VALUE;
        session.settle(new JournalArchive(session.stepped.disk(), HOUR));
      }
    }
    return session.stepped.steps;
  }

  /** Killed before each change of a file that it makes, and with the power. */
  @Test
  void itMayDieBetweenAnyTwoSteps() {
    Session calm = new Session(1);
    long steps = looked(calm, Long.MAX_VALUE);
    assertThat(steps).isGreaterThan(40);
    assertThat(calm.check()).as("removed").isPositive();
    for (long step = 0; step < steps; step++) {
      Session session = new Session(1);
      looked(session, step);
      session.check();
      assertThat(session.real.names()).as("after step %s", step).isEqualTo(calm.real.names());
    }
  }

  @Test
  void filesBeforeTheOldestSnapshotAreCompressedAndNoOthers() {
    Session session = new Session(1);
    SplitMix random = new SplitMix(1);
    session.entries(random, 200);
    JournalArchive archive = new JournalArchive(session.real, ALL);
    session.settle(archive);
    assertThat(session.journals(".gz")).as("without a snapshot").isEmpty();
    session.snapshot();
    long first = session.journals("").size();
    session.entries(random, 400);
    session.snapshot();
    session.nowNs += 60 * Utc.SECOND_NS;
    session.settle(archive);
    assertThat(session.journals(".gz")).hasSize((int) first - 1);
    session.check();
    assertThat(new SnapshotFiles(session.real, 1).anchors()).as("all is kept").isEmpty();
  }

  @Test
  void ofTwoFormsThePlainOneCounts() {
    Session session = lasting(8);
    session.real.replace("journal-00000001.gz", new byte[] {1, 2, 3});
    session.check();
    session.settle(new JournalArchive(session.real, ALL));
    assertThat(session.journals("00000001")).isEmpty();
    session.check();
  }

  /** Room is counted before: twice a file, and what is not to be touched. */
  @ParameterizedTest
  @CsvSource({"8191, 0, false", "8192, 0, true", "18191, 10000, false", "18192, 10000, true"})
  void littleRoomIsLeftAlone(long free, long reserve, boolean packs) {
    Session session = lasting(8);
    session.real.room(ROOM - session.real.freeBytes() + free);
    JournalArchive archive = new JournalArchive(session.real, new Terms(0, Utc.DAY_NS, reserve));
    session.settle(archive);
    assertThat(session.journals(".gz").isEmpty()).isNotEqualTo(packs);
    session.check();
  }

  @Test
  void aDiskThatFailsIsToldAndTriedAgain() {
    Session session = lasting(8);
    JournalArchive archive = new JournalArchive(session.real, ALL);
    session.real.failing(true);
    assertThat(archive.doWork(session.nowNs)).isEqualTo(1);
    assertThat(archive.doWork(session.nowNs)).isZero();
    assertThat(archive.wrong()).contains("can't use journal-00000001.gz");
    session.real.failing(false);
    assertThat(archive.doWork(session.nowNs + 59 * Utc.SECOND_NS)).isZero();
    session.nowNs += 60 * Utc.SECOND_NS;
    while (archive.doWork(session.nowNs) > 0) {
      session.check();
    }
    assertThat(archive.wrong()).isEmpty();
    assertThat(session.journals(".gz")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 30, 200, 600})
  void aDamagedOneIsNamedWithTheWayOut(int at) {
    Session session = lasting(8);
    session.settle(new JournalArchive(session.real, ALL));
    byte[] bytes = session.real.read("journal-00000002.gz");
    session.real.replace(
        "journal-00000002.gz", at == 0 ? Arrays.copyOf(bytes, 100) : flipped(bytes, at));
    assertThatThrownBy(() -> session.tail(0))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("journal-00000002")
        .hasMessageContaining("backup");
    Snapshot latest = new SnapshotFiles(session.real, 3).latest().orElseThrow();
    assertThat(session.tail(latest.sequence())).as("a start needs it not").isEmpty();
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] other = bytes.clone();
    other[at] ^= 4;
    return other;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          journal-00000001.gz | the journal begins with entry
          journal-00000002.gz | are missing before journal-00000003
          """)
  void oneThatIsMissingIsNamed(String name, String expected) {
    Session session = lasting(8);
    session.settle(new JournalArchive(session.real, ALL));
    session.real.delete(name);
    assertThatThrownBy(() -> session.tail(0))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining(expected);
  }

  @Test
  void aDamagedAnchorRemovesNothing() {
    Session session = lasting(8);
    session.settle(new JournalArchive(session.real, HOUR));
    String anchor = new SnapshotFiles(session.real, 1).anchors().getFirst().name();
    session.real.replace(anchor, flipped(session.real.read(anchor), 30));
    session.nowNs += 2 * HOUR.keepNs();
    session.settle(new JournalArchive(session.real, HOUR));
    assertThat(new JournalReader(session.real).first()).hasValue(1);
    assertThat(new SnapshotFiles(session.real, 1).damaged()).containsExactly(anchor);
    session.check();
  }

  @Test
  void whereNoSnapshotIsWholeAnAnchorStandsIn() {
    Session session = lasting(8);
    session.settle(new JournalArchive(session.real, HOUR));
    session.real.names().stream()
        .filter(name -> name.startsWith("snapshot-"))
        .forEach(name -> session.real.replace(name, new byte[9]));
    Optional<Snapshot> latest = new SnapshotFiles(session.real, 3).latest();
    assertThat(latest).isPresent();
    assertThat(session.tail(latest.get().sequence())).isEmpty();
  }

  /** A session that runs compresses files, and removes some, while another process reads them. */
  @Test
  void itIsReadWhileItWorks() {
    Session session = lasting(8);
    JournalArchive archive = new JournalArchive(session.real, ALL);
    session.stepped.beforeRead = () -> archive.doWork(session.nowNs);
    Tape tape = new Tape();
    new JournalReader(session.stepped.disk()).replay(0, tape);
    assertThat(tape.lines).isEqualTo(session.told.lines);
    assertThat(session.journals(".gz")).isNotEmpty();

    session.stepped.beforeRead = () -> session.real.delete("journal-00000002.gz");
    assertThatThrownBy(() -> new JournalReader(session.stepped.disk()).replay(0, new Tape()))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("journal-00000002 was removed while the journal was read")
        .hasMessageContaining("try again");
  }

  /** Of forty files the last is read. */
  @Test
  void aStartReadsNothingOfWhatIsOld() {
    Session session = lasting(40);
    session.settle(new JournalArchive(session.real, ALL));
    assertThat(session.journals("").size()).isGreaterThan(30);
    Disk disk = session.stepped.disk();
    Snapshot latest = new SnapshotFiles(disk, 3).latest().orElseThrow();
    assertThat(new JournalReader(disk).head()).contains(HEAD);
    new JournalReader(disk).replay(latest.sequence(), new Tape());
    assertThat(session.stepped.read.stream().filter(name -> name.startsWith("journal-")).distinct())
        .containsExactly(session.journals("").getLast());
  }
}
