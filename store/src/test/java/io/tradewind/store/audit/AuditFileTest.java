package io.tradewind.store.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.store.disk.Disk;
import io.tradewind.store.disk.DiskException;
import io.tradewind.store.disk.FolderDisk;
import io.tradewind.store.disk.VolatileDisk;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditFileTest {
  private static final AuditHead HEAD = new AuditHead(5, "0.1.0", "paper on binance");
  private static final int SEGMENT = 4_096;
  private static final long ROOM = 100_000_000;
  private static final long START_NS = 1_700_000_000_000_000_000L;

  private static AuditFile open(Disk disk) {
    return AuditFile.open(disk, HEAD, SEGMENT);
  }

  private static AuditRecord day(long sequence) {
    return new AuditRecord.DayClosed(sequence, START_NS + sequence, sequence * 100);
  }

  private static AuditNote mark(long equity) {
    return new AuditNote.EquityMarked(START_NS, equity);
  }

  private static List<AuditEntry> entries(Disk disk) {
    AuditReader reader = new AuditReader(disk);
    long end = reader.lastLine();
    List<AuditEntry> found = new ArrayList<>();
    while (found.size() < end) {
      reader.read(found.size(), end, 7).forEach(line -> found.add(line.entry()));
    }
    return found;
  }

  private static AuditVerdict.Whole whole(Disk disk) {
    AuditVerdict verdict = AuditVerifier.verify(disk);
    assertThat(verdict).isInstanceOf(AuditVerdict.Whole.class);
    return (AuditVerdict.Whole) verdict;
  }

  @Test
  void aLineIsForPeopleAndForShaSum(@TempDir Path folder) throws Exception {
    try (FolderDisk disk = FolderDisk.take(folder);
        AuditFile audit = open(disk)) {
      audit.accept(day(1));
    }
    List<String> lines =
        Files.readAllLines(folder.resolve("audit-00000001.jsonl")).stream()
            .filter(line -> !line.isEmpty())
            .toList();
    String zeros = "0".repeat(64);
    assertThat(lines.getFirst())
        .startsWith(
            """
            {"audit":"tradewind","format":1,"session":5,"code":"0.1.0",\
            "description":"paper on binance","segment":1,"after":0,"sequence":0,\
            "previous":"%s","hash":\"\
            """
                .formatted(zeros));
    assertThat(lines.get(1))
        .startsWith(
            """
            {"line":1,"time":"2023-11-14T22:13:20.000000001Z","kind":"day-closed","forced":0,\
            "entry":{"sequence":1,"timeNs":1700000000000000001,"equityScaled":100},"hash":\"\
            """);
    assertThat(lines).hasSize(2);
    // As a shell would do it: the hash before, and the line up to its own hash.
    String first = lines.getFirst();
    String before = first.substring(first.length() - 66, first.length() - 2);
    String body = lines.get(1).substring(0, lines.get(1).lastIndexOf(",\"hash\""));
    Process sha = new ProcessBuilder("sha256sum").start();
    try (var in = sha.getOutputStream()) {
      in.write((before + body).getBytes(StandardCharsets.UTF_8));
    }
    String digits = new String(sha.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    assertThat(lines.get(1)).endsWith("\"hash\":\"" + digits.substring(0, 64) + "\"}");
  }

  @Test
  void whatIsWrittenComesBackFromManyFiles(@TempDir Path folder) {
    RandomRecords random = new RandomRecords(3);
    List<AuditEntry> told = new ArrayList<>();
    try (FolderDisk disk = FolderDisk.take(folder)) {
      try (AuditFile audit = open(disk)) {
        for (int i = 1; i <= 300; i++) {
          AuditRecord decision = random.decision(i, START_NS + i);
          audit.accept(decision);
          told.add(new AuditEntry.Decision(decision));
          AuditNote note = random.note(START_NS + i);
          audit.append(note);
          told.add(new AuditEntry.Note(note));
        }
        assertThat(audit.forcedLine()).isLessThan(audit.line());
      }
      assertThat(disk.names().size()).isGreaterThan(20);
      assertThat(entries(disk)).isEqualTo(told);
      AuditVerdict.Whole whole = whole(disk);
      assertThat(whole.lines()).isEqualTo(600);
      assertThat(whole.sequence()).isEqualTo(300);
      AuditReader reader = new AuditReader(disk);
      assertThat(reader.head()).contains(HEAD);
      for (int i = 1; i <= 300; i++) {
        assertThat(reader.decision(i).orElseThrow().number()).isEqualTo(2 * i - 1);
      }
      assertThat(reader.decision(301)).isEmpty();
      List<AuditRecord> replayed = new ArrayList<>();
      reader.replay(290, 600, replayed::add);
      assertThat(replayed).hasSize(11);
      assertThat(replayed.getFirst().sequence()).isEqualTo(290);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void aCrashTakesNothingThatWasForced(long seed) {
    SplitMix random = new SplitMix(seed);
    VolatileDisk disk = new VolatileDisk(seed, ROOM);
    List<AuditEntry> told = new ArrayList<>();
    long decisions = 0;
    for (int life = 0; life < 30; life++) {
      AuditFile audit = open(disk);
      assertThat(audit.line()).isEqualTo(told.size());
      assertThat(audit.sequence()).isEqualTo(decisions);
      long sequence = replaySome(audit, told, decisions, random);
      int forced = told.size();
      for (int i = random.nextInt(60); i > 0; i--) {
        RandomRecords records = new RandomRecords(random.nextLong());
        if (random.nextInt(3) == 0) {
          AuditNote note = records.note(START_NS);
          audit.append(note);
          told.add(new AuditEntry.Note(note));
        } else {
          sequence++;
          AuditRecord decision = records.decision(sequence, START_NS + sequence);
          audit.accept(decision);
          told.add(new AuditEntry.Decision(decision));
        }
        if (random.nextInt(4) == 0) {
          audit.flush();
        }
        if (random.nextInt(8) == 0) {
          audit.force();
          forced = told.size();
        }
      }
      // A process that dies leaves what the system has; a power cut later may still take it.
      if (random.nextInt(2) == 0) {
        disk.crash();
      }
      AuditVerdict verdict = AuditVerifier.verify(disk);
      if (verdict instanceof AuditVerdict.Broken broken) {
        assertThat(broken.fault()).as(broken.text()).isEqualTo(AuditVerdict.Fault.TORN_END);
      }
      open(disk);
      assertThat(whole(disk).lines()).isBetween((long) forced, (long) told.size());
      List<AuditEntry> found = entries(disk);
      assertThat(found).isEqualTo(told.subList(0, found.size()));
      told = new ArrayList<>(found);
      decisions = found.stream().filter(entry -> entry instanceof AuditEntry.Decision).count();
    }
    assertThat(told.size()).isGreaterThan(100);
  }

  /** The engine tells again what it told before, from some decision on. */
  private static long replaySome(
      AuditFile audit, List<AuditEntry> told, long decisions, SplitMix random) {
    List<AuditRecord> there = new ArrayList<>();
    for (AuditEntry entry : told) {
      if (entry instanceof AuditEntry.Decision decision) {
        there.add(decision.content());
      }
    }
    int from = there.isEmpty() ? 0 : random.nextInt(there.size());
    there.subList(from, there.size()).forEach(audit::accept);
    assertThat(audit.line()).isEqualTo(told.size());
    return decisions;
  }

  @Test
  void aCrashAtEveryByteLeavesAWholeChain() {
    VolatileDisk source = new VolatileDisk(1, ROOM);
    try (AuditFile audit = open(source)) {
      for (int i = 1; i <= 3; i++) {
        audit.accept(day(i));
      }
    }
    byte[] all = source.read("audit-00000001.jsonl");
    int end = new String(all, StandardCharsets.UTF_8).stripTrailing().length() + 1;
    int first = new String(all, StandardCharsets.UTF_8).indexOf('\n') + 1;
    for (int cut = first; cut < end; cut++) {
      byte[] torn = all.clone();
      java.util.Arrays.fill(torn, cut, torn.length, (byte) '\n');
      VolatileDisk disk = new VolatileDisk(1, ROOM);
      disk.replace("audit-00000001.jsonl", torn);
      try (AuditFile audit = open(disk)) {
        long from = audit.sequence();
        for (long i = Math.max(1, from); i <= 3; i++) {
          audit.accept(day(i));
        }
      }
      assertThat(entries(disk)).as("cut at %s", cut).isEqualTo(entries(source));
      whole(disk);
    }
  }

  @Test
  void aDecisionThatIsNotWhatIsThereIsRefused() {
    VolatileDisk disk = new VolatileDisk(1, ROOM);
    AuditFile audit = open(disk);
    audit.append(mark(1));
    audit.accept(day(1));
    audit.accept(day(2));
    audit.accept(day(2));
    assertThat(audit.line()).isEqualTo(3);
    assertThatThrownBy(() -> audit.accept(new AuditRecord.DayClosed(2, START_NS + 2, 7)))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("decision 2 is another one than in line 3")
        .hasMessageContaining("\"equityScaled\":7")
        .hasMessageContaining("\"equityScaled\":200");
    assertThatThrownBy(() -> audit.accept(day(5)))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("decisions 3 to 4 are missing");
    audit.accept(day(3));
    audit.close();
    assertThat(whole(disk).sequence()).isEqualTo(3);
  }

  @Test
  void anotherSessionIsRefused() {
    VolatileDisk disk = new VolatileDisk(1, ROOM);
    open(disk).close();
    assertThatThrownBy(() -> AuditFile.open(disk, new AuditHead(6, "0.1.0", ""), SEGMENT))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("of session 5, not of 6");
  }

  @Test
  void whatWasOnDiskAndWasChangedIsNotCutOff() {
    VolatileDisk disk = new VolatileDisk(1, ROOM);
    AuditFile audit = open(disk);
    for (int i = 1; i <= 4; i++) {
      audit.accept(day(i));
      audit.force();
    }
    audit.close();
    byte[] bytes = disk.read("audit-00000001.jsonl");
    String text = new String(bytes, StandardCharsets.UTF_8);
    // The last line has no later one to bear witness, but it is whole, so nothing tore it.
    for (String of : List.of("\"equityScaled\":200", "\"equityScaled\":400")) {
      String changed = text.replace(of, of.replace("00", "01"));
      disk.replace("audit-00000001.jsonl", changed.getBytes(StandardCharsets.UTF_8));
      assertThatThrownBy(() -> open(disk))
          .isInstanceOf(AuditException.class)
          .hasMessageContaining("audit-00000001.jsonl is damaged in row")
          .hasMessageContaining("evidence");
      assertThat(disk.read("audit-00000001.jsonl"))
          .isEqualTo(changed.getBytes(StandardCharsets.UTF_8));
    }
    String without = text.replaceFirst("\\{\"line\":2[^\\n]*\\n", "");
    disk.replace("audit-00000001.jsonl", without.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(() -> open(disk)).isInstanceOf(AuditException.class);
  }

  @Test
  void onAFullDiskTheSameEntryIsToldAgainOnceThereIsRoom() {
    VolatileDisk disk = new VolatileDisk(1, SEGMENT + 100);
    AuditFile audit = open(disk);
    long next = 1;
    boolean isFull = false;
    while (!isFull) {
      try {
        audit.accept(day(next));
        next++;
      } catch (DiskException e) {
        isFull = true;
        assertThat(e.reason()).isEqualTo(DiskException.Cause.FULL);
      }
    }
    assertThat(audit.line()).isEqualTo(next - 1);
    disk.room(ROOM);
    audit.accept(day(next));
    audit.close();
    assertThat(whole(disk).sequence()).isEqualTo(next);
  }

  @Test
  void roomThatWasTakenAheadTakesDecisionsOfAFullDisk() {
    VolatileDisk disk = new VolatileDisk(1, ROOM);
    AuditFile audit = open(disk);
    assertThat(audit.wantsPrepare()).isTrue();
    audit.prepare();
    audit.prepare();
    assertThat(audit.wantsPrepare()).isFalse();
    disk.room(ROOM - disk.freeBytes());
    assertThat(disk.freeBytes()).isZero();

    long next = 1;
    while (!audit.wantsPrepare() && next < 1_000) {
      audit.accept(day(next++));
    }
    assertThatThrownBy(audit::prepare).isInstanceOf(DiskException.class);
    for (int i = 0; i < 3; i++) {
      audit.accept(day(next++));
    }
    audit.close();
    assertThat(disk.names()).containsExactly("audit-00000001.jsonl", "audit-00000002.jsonl");
    assertThat(whole(disk).sequence()).isEqualTo(next - 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void aSpareFileThatACrashLeftIsUsed(int seed) {
    VolatileDisk disk = new VolatileDisk(seed, ROOM);
    AuditFile audit = open(disk);
    audit.prepare();
    audit.accept(day(1));
    audit.force();
    // As a crash leaves it between the writing of its first line and its new name.
    try (var spare = disk.open("spare")) {
      spare.write(
          0,
          ByteBuffer.wrap("{\"audit\":\"of old\"}\n".repeat(9).getBytes(StandardCharsets.UTF_8)));
    }
    disk.crash();
    AuditFile again = open(disk);
    assertThat(again.wantsPrepare()).isFalse();
    long next = 2;
    while (!again.wantsPrepare() && next < 1_000) {
      again.accept(day(next++));
    }
    again.close();
    assertThat(whole(disk).sequence()).isEqualTo(next - 1);
  }

  @Test
  void aDiskThatFailsLosesNothingThatTheReplayDoesNotTell() {
    VolatileDisk disk = new VolatileDisk(1, ROOM);
    AuditFile audit = open(disk);
    audit.accept(day(1));
    audit.force();
    audit.accept(day(2));
    disk.failing(true);
    assertThatThrownBy(audit::force).isInstanceOf(DiskException.class);
    assertThat(audit.forcedLine()).isEqualTo(1);
    disk.failing(false);
    assertThatThrownBy(audit::force).isInstanceOf(DiskException.class);
    AuditFile again = open(disk);
    again.accept(day(1));
    again.accept(day(2));
    again.close();
    assertThat(whole(disk).sequence()).isEqualTo(2);
  }

  @Test
  void aLineThatIsLongerThanAFileGetsALongerOne() {
    VolatileDisk disk = new VolatileDisk(1, ROOM);
    try (AuditFile audit = open(disk)) {
      audit.accept(day(1));
      audit.accept(new AuditRecord.Halted(2, START_NS, "x".repeat(50_000)));
      audit.accept(day(3));
    }
    assertThat(whole(disk).lines()).isEqualTo(3);
    assertThat(disk.names()).hasSize(2);
  }
}
