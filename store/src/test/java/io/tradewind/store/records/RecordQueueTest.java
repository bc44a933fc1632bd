package io.tradewind.store.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.time.Utc;
import io.tradewind.store.audit.AuditFile;
import io.tradewind.store.audit.AuditHead;
import io.tradewind.store.audit.AuditNote;
import io.tradewind.store.audit.AuditReader;
import io.tradewind.store.disk.VolatileDisk;
import io.tradewind.store.records.DatabaseTrouble.Cause;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordQueueTest {
  private static final long SESSION = Trail.SESSION;

  @TempDir private Path folder = Path.of("");
  private final Trail trail = new Trail();
  private long nowNs = TradeTape.START_NS;

  private DatabaseSettings.Sqlite sqlite() {
    return new DatabaseSettings.Sqlite(
        folder.resolve("records.db"),
        new DatabaseSettings.Limits(
            Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMillis(20)));
  }

  private RecordQueue queue(DatabaseSettings settings) {
    return new RecordQueue(new AuditReader(trail.disk), trail.file::forcedLine, settings, SESSION);
  }

  private RecordState work(RecordQueue queue) {
    int done = 1;
    while (done > 0) {
      nowNs += Utc.SECOND_NS / 100;
      done = queue.doWork(nowNs);
    }
    return queue.state();
  }

  /** After the longest wait. */
  private RecordState later(RecordQueue queue) {
    nowNs += 16 * Utc.SECOND_NS;
    return work(queue);
  }

  private void tell(int days) {
    for (int i = 0; i < days; i++) {
      long sequence = trail.file.sequence() + 1;
      trail.accept(new AuditRecord.DayClosed(sequence, nowNs, sequence));
    }
    trail.file.force();
  }

  private static void assertAway(RecordState state, Cause cause, String text) {
    assertThat(state)
        .isInstanceOfSatisfying(
            RecordState.Away.class,
            away -> {
              assertThat(away.trouble().cause()).as(away.trouble().text()).isEqualTo(cause);
              assertThat(away.trouble().text()).contains(text);
            });
  }

  @Test
  void itCatchesUpAndGoesOn() {
    tell(1_200);
    try (RecordQueue queue = queue(sqlite())) {
      assertThat(queue.doWork(nowNs)).isEqualTo(500);
      assertThat(queue.state()).isEqualTo(new RecordState.Behind(701, nowNs));
      long since = nowNs;
      nowNs += 5;
      assertThat(queue.doWork(nowNs)).isEqualTo(500);
      assertThat(queue.state()).isEqualTo(new RecordState.Behind(201, since));
      assertThat(work(queue)).isEqualTo(new RecordState.Writing(1_201));
      assertThat(queue.doWork(nowNs)).isZero();
      tell(1);
      assertThat(work(queue)).isEqualTo(new RecordState.Writing(1_202));
    }
    tell(3);
    try (RecordQueue queue = queue(sqlite())) {
      assertThat(queue.doWork(nowNs)).isEqualTo(3);
      assertThat(new Records(queue.database().orElseThrow()).cursor(SESSION).line())
          .isEqualTo(1_205);
    }
  }

  @Test
  void whatIsNotOnDiskForSureIsNotTaken() {
    try (RecordQueue queue = queue(sqlite())) {
      trail.file.accept(new AuditRecord.DayClosed(1, nowNs, 1));
      trail.file.flush();
      assertThat(work(queue)).isEqualTo(new RecordState.Writing(1));
      trail.file.force();
      assertThat(work(queue)).isEqualTo(new RecordState.Writing(2));
    }
  }

  @Test
  void aLockedFileIsWaitedFor() throws Exception {
    try (RecordQueue queue = queue(sqlite())) {
      work(queue);
      try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + sqlite().file());
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN EXCLUSIVE");
        tell(3);
        long since = nowNs;
        assertAway(work(queue), Cause.LOCKED, "another process writes to the SQLite file");
        tell(4);
        assertAway(later(queue), Cause.LOCKED, "end it");
        RecordState.Away away = (RecordState.Away) queue.state();
        assertThat(away.sinceNs()).isBetween(since, since + Utc.SECOND_NS);
        assertThat(away.lines()).isEqualTo(7);
        assertThat(queue.database()).isEmpty();
        statement.execute("ROLLBACK");
      }
      assertThat(later(queue)).isEqualTo(new RecordState.Writing(8));
    }
  }

  @Test
  void theWaitsGrowUntilItIsBack() throws Exception {
    Files.createDirectories(sqlite().file());
    tell(1);
    try (RecordQueue queue = queue(sqlite())) {
      long[] waits = new long[7];
      for (int i = 0; i < waits.length; i++) {
        assertThat(queue.doWork(nowNs)).isZero();
        assertAway(queue.state(), Cause.DENIED, "look at its folder and its rights");
        long next = ((RecordState.Away) queue.state()).nextTryNs();
        waits[i] = (next - nowNs) / Utc.SECOND_NS;
        queue.doWork(next - 1);
        assertThat(((RecordState.Away) queue.state()).nextTryNs()).isEqualTo(next);
        nowNs = next;
      }
      assertThat(waits).containsExactly(1, 2, 4, 8, 16, 16, 16);
      Files.delete(sqlite().file());
      assertThat(work(queue)).isEqualTo(new RecordState.Writing(2));
    }
  }

  @Test
  void aFullDiskIsWaitedFor() {
    try (RecordQueue queue = queue(sqlite())) {
      work(queue);
      Database database = queue.database().orElseThrow();
      long pages =
          database.write(handle -> handle.createQuery("PRAGMA page_count").mapTo(Long.class).one());
      database.write(handle ->
          handle.createQuery("PRAGMA max_page_count = " + (pages + 1)).mapTo(Long.class).one());
      tell(2_000);
      assertAway(work(queue), Cause.FULL, "make room on its disk");
      // Opened anew it has room again.
      assertThat(later(queue)).isEqualTo(new RecordState.Writing(2_001));
    }
  }

  @Test
  void aFileThatIsNoDatabaseIsNamed() throws Exception {
    Files.writeString(sqlite().file(), "no database at all ".repeat(1_000));
    try (RecordQueue queue = queue(sqlite())) {
      assertAway(work(queue), Cause.DAMAGED, "move it away, and it is built anew from the audit");
      Files.delete(sqlite().file());
      assertThat(later(queue)).isEqualTo(new RecordState.Writing(1));
    }
  }

  @Test
  void aDatabaseThatWasDeletedIsBuiltAnew() throws Exception {
    trail.accept(new TradeTape(3).steps(500).records);
    List<String> rows;
    try (RecordQueue queue = queue(sqlite())) {
      work(queue);
      rows = RecordsContract.dump(queue.database().orElseThrow());
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    try (RecordQueue queue = queue(sqlite())) {
      assertThat(work(queue)).isInstanceOf(RecordState.Writing.class);
      assertThat(RecordsContract.dump(queue.database().orElseThrow())).isEqualTo(rows);
      assertThat(rows.size()).isGreaterThan(500);
    }
  }

  @Test
  void aDatabaseOfAnotherAuditIsLeftAlone() {
    Trail other = new Trail();
    other.append(new AuditNote.EquityMarked(1, 1)).append(new AuditNote.EquityMarked(2, 2));
    try (RecordQueue queue =
        new RecordQueue(new AuditReader(other.disk), other.file::forcedLine, sqlite(), SESSION)) {
      work(queue);
    }
    try (RecordQueue queue = queue(sqlite())) {
      assertAway(work(queue), Cause.FOREIGN, "line 3 is not the same");
      tell(5);
      assertAway(later(queue), Cause.FOREIGN, "from another audit");
    }
  }

  @Test
  void aDamagedAuditIsNamed() {
    tell(3);
    byte[] bytes = trail.disk.read("audit-00000001.jsonl");
    String changed =
        new String(bytes, StandardCharsets.UTF_8)
            .replace("\"equityScaled\":2}", "\"equityScaled\":3}");
    VolatileDisk disk = new VolatileDisk(1, Integer.MAX_VALUE);
    disk.replace("audit-00000001.jsonl", changed.getBytes(StandardCharsets.UTF_8));
    try (RecordQueue queue = new RecordQueue(new AuditReader(disk), () -> 4, sqlite(), SESSION)) {
      assertAway(work(queue), Cause.AUDIT, "line 3 of the audit was on disk and cannot be read");
      assertThat(((RecordState.Away) queue.state()).lines()).isEqualTo(2);
    }
  }

  @Test
  void anEntryOfANewerVersionIsNamed() {
    VolatileDisk disk = new VolatileDisk(1, Integer.MAX_VALUE);
    try (AuditFile file = AuditFile.open(disk, new AuditHead(SESSION, "9", ""), 4_096)) {
      file.accept(new AuditRecord.Halted(1, 1, "a"));
    }
    AuditReader reader = new AuditReader(disk);
    assertThat(reader.read(0, 1, 1).getFirst().entry().kind()).isEqualTo("halted");
    try (RecordQueue queue = new RecordQueue(reader, () -> 1, sqlite(), SESSION)) {
      assertThat(work(queue)).isEqualTo(new RecordState.Writing(1));
    }
  }

  @Test
  void aServerThatIsNotThereIsNamed() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0)) {
      port = socket.getLocalPort();
    }
    try (RecordQueue queue = queue(Server.settings(port, "none", Duration.ofSeconds(5)))) {
      assertAway(work(queue), Cause.UNREACHABLE, "look whether its server runs");
    }
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() {
    DatabaseSettings.Postgres there = Server.fresh(Duration.ofSeconds(5));
    DatabaseSettings.Postgres gone =
        new DatabaseSettings.Postgres(
            there.url() + "_gone?password=secret", there.user(), "secret", 1, 2, there.limits());
    try (RecordQueue queue = queue(gone)) {
      assertAway(work(queue), Cause.DENIED, "look at its name, user, password and rights");
      assertThat(queue.state().toString()).doesNotContain("secret");
      assertThat(gone.toString()).doesNotContain("secret");
    }
  }

  @Test
  void aServerThatStopsAndComesBackMissesNothing() throws Exception {
    Path data = folder.resolve("data");
    int port;
    DatabaseSettings settings;
    RecordQueue queue;
    try (EmbeddedPostgres server = server(data, 0)) {
      port = server.getPort();
      settings = Server.settings(port, "postgres", Duration.ofSeconds(5));
      queue = queue(settings);
      tell(10);
      assertThat(work(queue)).isEqualTo(new RecordState.Writing(11));
    }
    tell(20);
    assertAway(work(queue), Cause.UNREACHABLE, "look whether its server runs");
    tell(5);
    assertAway(later(queue), Cause.UNREACHABLE, "look whether its server runs");
    assertThat(((RecordState.Away) queue.state()).lines()).isEqualTo(25);
    try (EmbeddedPostgres server = server(data, port)) {
      assertThat(server.getPort()).isEqualTo(port);
      assertThat(later(queue)).isEqualTo(new RecordState.Writing(36));
      assertThat(
              new Records(queue.database().orElseThrow())
                  .equity(SESSION, "day", Records.Page.FIRST))
          .hasSize(35);
      queue.close();
    }
  }

  private static EmbeddedPostgres server(Path data, int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }
}
