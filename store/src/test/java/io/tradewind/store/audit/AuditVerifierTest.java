package io.tradewind.store.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.store.audit.AuditVerdict.Broken;
import io.tradewind.store.audit.AuditVerdict.Fault;
import io.tradewind.store.disk.VolatileDisk;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditVerifierTest {
  private static final int SEGMENT = 2_048;
  private static final int LINES = 30;

  private static VolatileDisk audit(long session) {
    VolatileDisk disk = new VolatileDisk(1, 100_000_000);
    try (AuditFile audit = AuditFile.open(disk, new AuditHead(session, "1", ""), SEGMENT)) {
      for (int i = 1; i <= LINES; i++) {
        audit.accept(new AuditRecord.DayClosed(i, i, i * 1_000L));
        audit.force();
      }
    }
    return disk;
  }

  private static List<String> rows(VolatileDisk disk, String file) {
    String text = new String(disk.read(file), StandardCharsets.UTF_8);
    return new ArrayList<>(List.of(text.split("\n", -1)));
  }

  private static void put(VolatileDisk disk, String file, List<String> rows) {
    disk.replace(file, String.join("\n", rows).getBytes(StandardCharsets.UTF_8));
  }

  /** Does something to row 4 of a file of five lines. */
  private static void harm(VolatileDisk disk, String file, String harm) {
    List<String> rows = rows(disk, file);
    switch (harm) {
      case "change" -> rows.set(3, rows.get(3).replace("000}", "001}"));
      case "change the time" -> rows.set(3, rows.get(3).replace("1970", "1971"));
      case "change the head" ->
          rows.set(0, rows.getFirst().replace("\"code\":\"1", "\"code\":\"2"));
      case "remove" -> rows.remove(3);
      case "swap" -> Collections.swap(rows, 3, 4);
      case "repeat" -> rows.set(3, rows.get(2));
      case "blank" -> rows.set(3, "");
      case "insert" -> rows.add(3, "who was here?");
      case "halve" -> rows.set(3, rows.get(3).substring(0, 40));
      case "seal anew" -> {
        String body = Sealed.read(rows.get(3)).orElseThrow().body().replace("000}", "001}");
        String before = Sealed.read(rows.get(2)).orElseThrow().hash();
        rows.set(3, new Sealed(body, Chain.hash(before, body)).text().strip());
      }
      default -> throw new AssertionError(harm);
    }
    put(disk, file, rows);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          change,          CHANGED, 4
          change the time, CHANGED, 4
          change the head, CHANGED, 1
          remove,          MISSING, 4
          swap,            SWAPPED, 4
          repeat,          SWAPPED, 4
          blank,           CHANGED, 4
          insert,          CHANGED, 4
          halve,           CHANGED, 4
          seal anew,       CHANGED, 5
          """)
  void whatWasDoneToALineIsFound(String harm, Fault fault, int row) {
    for (String file : List.of("audit-00000001.jsonl", "audit-00000002.jsonl")) {
      VolatileDisk disk = audit(5);
      harm(disk, file, harm);
      AuditVerdict verdict = AuditVerifier.verify(disk);
      assertThat(verdict).as(harm).isInstanceOf(Broken.class);
      Broken broken = (Broken) verdict;
      assertThat(broken.fault()).as(broken.text()).isEqualTo(fault);
      assertThat(broken.file()).isEqualTo(file);
      assertThat(broken.row()).as(broken.text()).isEqualTo(row);
      assertThat(broken.text()).contains(file, "row " + row, "line " + broken.line());
    }
  }

  @Test
  void everyByteIsWatched() {
    VolatileDisk disk = audit(5);
    String file = "audit-00000002.jsonl";
    byte[] bytes = disk.read(file);
    int end = new String(bytes, StandardCharsets.UTF_8).stripTrailing().length();
    for (int at = 0; at < end; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= 1;
      disk.replace(file, changed);
      assertThat(AuditVerifier.verify(disk)).as("byte %s", at).isInstanceOf(Broken.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          audit-00000001.jsonl, MISSING, audit-00000002.jsonl
          audit-00000002.jsonl, MISSING, audit-00000003.jsonl
          """)
  void aFileThatIsMissingIsFound(String file, Fault fault, String at) {
    VolatileDisk disk = audit(5);
    disk.delete(file);
    assertThat(AuditVerifier.verify(disk))
        .isInstanceOfSatisfying(
            Broken.class,
            broken -> {
              assertThat(broken.fault()).isEqualTo(fault);
              assertThat(broken.file()).isEqualTo(at);
              assertThat(broken.text()).contains(file + " is not there");
            });
  }

  @Test
  void aForeignFileIsFound() {
    VolatileDisk disk = audit(5);
    for (long session : new long[] {6, 5}) {
      VolatileDisk other = new VolatileDisk(2, 100_000_000);
      try (AuditFile audit = AuditFile.open(other, new AuditHead(session, "2", ""), SEGMENT)) {
        for (int i = 1; i <= LINES; i++) {
          audit.accept(new AuditRecord.DayClosed(i, i, i));
        }
      }
      disk.replace("audit-00000002.jsonl", other.read("audit-00000002.jsonl"));
      assertThat(AuditVerifier.verify(disk))
          .isInstanceOfSatisfying(
              Broken.class, broken -> assertThat(broken.fault()).isEqualTo(Fault.FOREIGN));
    }
  }

  @Test
  void aNewerFormatIsNamed() {
    VolatileDisk disk = audit(5);
    List<String> rows = rows(disk, "audit-00000001.jsonl");
    String body =
        Sealed.read(rows.getFirst()).orElseThrow().body().replace("\"format\":1", "\"format\":2");
    rows.set(0, new Sealed(body, Chain.hash(Chain.START, body)).text().strip());
    put(disk, "audit-00000001.jsonl", rows);
    assertThat(AuditVerifier.verify(disk))
        .isInstanceOfSatisfying(
            Broken.class,
            broken -> {
              assertThat(broken.fault()).isEqualTo(Fault.FOREIGN);
              assertThat(broken.text()).contains("its format is 2 and this version knows 1");
            });
  }

  @Test
  void anEndThatIsKnownShowsACutAndAChainThatWasWrittenAnew() {
    VolatileDisk disk = audit(5);
    AuditVerdict.Whole whole = (AuditVerdict.Whole) AuditVerifier.verify(disk);
    AuditVerifier.Expected end = new AuditVerifier.Expected(whole.lines(), whole.lastHash());
    assertThat(AuditVerifier.verify(disk, end)).isEqualTo(whole);
    VolatileDisk other = new VolatileDisk(2, 100_000_000);
    try (AuditFile audit = AuditFile.open(other, new AuditHead(5, "1", ""), SEGMENT)) {
      for (int i = 1; i <= LINES; i++) {
        audit.accept(new AuditRecord.DayClosed(i, i, i));
      }
    }
    assertThat(AuditVerifier.verify(other, end))
        .isInstanceOfSatisfying(
            Broken.class,
            broken -> {
              assertThat(broken.fault()).isEqualTo(Fault.CHANGED);
              assertThat(broken.line()).isEqualTo(LINES);
            });
    disk.delete(disk.names().getLast());
    assertThat(AuditVerifier.verify(disk)).isInstanceOf(AuditVerdict.Whole.class);
    assertThat(AuditVerifier.verify(disk, end))
        .isInstanceOfSatisfying(
            Broken.class,
            broken -> {
              assertThat(broken.fault()).isEqualTo(Fault.CUT_OFF);
              assertThat(broken.text()).contains("line 30 was there");
            });
  }

  @Test
  void nothingIsWhole() {
    VolatileDisk disk = new VolatileDisk(1, 1_000);
    assertThat(AuditVerifier.verify(disk)).isEqualTo(new AuditVerdict.Whole(0, 0, Chain.START));
    assertThat(AuditVerifier.verify(disk, new AuditVerifier.Expected(1, "")))
        .isInstanceOfSatisfying(
            Broken.class, broken -> assertThat(broken.fault()).isEqualTo(Fault.CUT_OFF));
  }
}
