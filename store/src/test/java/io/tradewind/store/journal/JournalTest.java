package io.tradewind.store.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.store.disk.Disk;
import io.tradewind.store.disk.DiskException;
import io.tradewind.store.disk.FolderDisk;
import io.tradewind.store.disk.VolatileDisk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTest {
  private static final JournalHead HEAD = new JournalHead(5, "0.1.0", "a session");
  private static final int SEGMENT = 4_096;
  private static final long ROOM = 100_000_000;

  private static JournalWriter write(Disk disk) {
    return new JournalWriter(disk, HEAD, end(disk), SEGMENT);
  }

  private static JournalEnd end(Disk disk) {
    return new JournalReader(disk).replay(Long.MAX_VALUE, new Tape());
  }

  private static List<String> read(Disk disk) {
    Tape tape = new Tape();
    new JournalReader(disk).replay(0, tape);
    return tape.lines;
  }

  @Test
  void whatIsWrittenComesBack(@TempDir Path folder) {
    Tape told = new Tape();
    try (FolderDisk disk = FolderDisk.take(folder)) {
      try (JournalWriter journal = write(disk)) {
        long at = Entries.START_NS;
        for (int turn = 0; turn < 20; turn++) {
          for (BiConsumer<JournalEvents, Long> entry : Entries.ALL) {
            at++;
            entry.accept(told, at);
            entry.accept(journal, at);
          }
        }
      }
      assertThat(read(disk)).isEqualTo(told.lines);
      assertThat(disk.names().size()).isGreaterThan(3);
      assertThat(new JournalReader(disk).head()).contains(HEAD);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aCrashTakesNothingThatWasForced(long seed) {
    SplitMix random = new SplitMix(seed);
    VolatileDisk disk = new VolatileDisk(seed, ROOM);
    List<String> told = new ArrayList<>();
    long at = Entries.START_NS;
    for (int life = 0; life < 30; life++) {
      Tape mine = new Tape();
      int forced = 0;
      JournalWriter journal = write(disk);
      for (int i = random.nextInt(60); i > 0; i--) {
        at++;
        long now = at;
        SplitMix same = new SplitMix(random.nextLong());
        long choice = same.nextLong();
        Entries.random(new SplitMix(choice), mine, now);
        Entries.random(new SplitMix(choice), journal, now);
        if (random.nextInt(4) == 0) {
          journal.flush();
        }
        if (random.nextInt(8) == 0) {
          journal.force();
          forced = mine.lines.size();
        }
      }
      // A process that dies leaves what the system has; a power cut later may still take it.
      if (random.nextInt(2) == 0) {
        disk.crash();
      }
      List<String> found = read(disk);
      assertThat(found.size()).isBetween(told.size() + forced, told.size() + mine.lines.size());
      told.addAll(mine.lines.subList(0, found.size() - told.size()));
      assertThat(found).isEqualTo(told);
    }
  }

  @ParameterizedTest
  @CsvSource({"10", "50", "100", "300", "1000"})
  void damageOfWhatWasOnDiskIsRefused(int at) {
    VolatileDisk disk = new VolatileDisk(1, ROOM);
    JournalWriter journal = write(disk);
    for (int i = 0; i < 50; i++) {
      journal.onTime(Entries.START_NS + i);
      journal.force();
    }
    byte[] bytes = disk.read("journal-00000001");
    bytes[at] ^= 4;
    disk.replace("journal-00000001", bytes);
    assertThatThrownBy(() -> read(disk))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("journal-00000001")
        .hasMessageContaining("backup");
  }

  @Test
  void aFileThatIsMissingIsNamed() {
    VolatileDisk disk = new VolatileDisk(1, ROOM);
    JournalWriter journal = write(disk);
    for (int i = 0; i < 500; i++) {
      journal.onTime(Entries.START_NS + i);
    }
    journal.close();
    disk.delete("journal-00000002");
    assertThatThrownBy(() -> read(disk))
        .isInstanceOf(JournalException.class)
        .hasMessageContaining("are missing before journal-00000003");
  }

  @Test
  void behindAnEntryTheSameIsToldWithoutTheFilesBeforeIt() {
    VolatileDisk disk = new VolatileDisk(1, ROOM);
    List<Long> sequences = new ArrayList<>();
    JournalWriter journal = write(disk);
    for (int i = 0; i < 500; i++) {
      journal.onTime(Entries.START_NS + i);
      sequences.add(journal.sequence());
    }
    journal.force();
    journal.prepare();
    List<String> all = read(disk);
    JournalEnd end = new JournalReader(disk).replay(0, new Tape());
    for (int i = 0; i < sequences.size(); i++) {
      Tape tape = new Tape();
      assertThat(new JournalReader(disk).replay(sequences.get(i), tape)).isEqualTo(end);
      assertThat(tape.lines).as("after %s", i).isEqualTo(all.subList(i + 1, all.size()));
    }
    disk.delete("journal-00000001");
    Tape tape = new Tape();
    assertThat(new JournalReader(disk).replay(sequences.get(400), tape)).isEqualTo(end);
    assertThat(tape.lines).isEqualTo(all.subList(401, all.size()));
    assertThatThrownBy(() -> new JournalReader(disk).replay(sequences.get(0), new Tape()))
        .isInstanceOf(JournalException.class);
  }

  @Test
  void aFullDiskLeavesRoomForTheFileThatWasMadeAhead() {
    VolatileDisk disk = new VolatileDisk(1, 2 * SEGMENT);
    JournalWriter journal = write(disk);
    journal.prepare();
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                journal.onTime(Entries.START_NS + i);
              }
            })
        .isInstanceOf(DiskException.class)
        .hasMessageContaining("full");
    assertThat(read(disk).size()).isGreaterThan(2 * SEGMENT / Frame.HEAD_BYTES - 20);
  }

  @Test
  void onlyWhatIsBehindAnEntryIsTold() {
    VolatileDisk disk = new VolatileDisk(1, ROOM);
    try (JournalWriter journal = write(disk)) {
      for (int i = 0; i < 300; i++) {
        journal.onTime(Entries.START_NS + i);
      }
    }
    Tape tape = new Tape();
    JournalEnd end = new JournalReader(disk).replay(290, tape);
    assertThat(tape.lines).last().isEqualTo("time " + (Entries.START_NS + 299));
    assertThat(end.sequence()).isGreaterThanOrEqualTo(301);
    assertThat(tape.lines.size()).isBetween(8, 14);
  }
}
