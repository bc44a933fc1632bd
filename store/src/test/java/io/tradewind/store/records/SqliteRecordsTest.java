package io.tradewind.store.records;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradewind.store.audit.AuditLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteRecordsTest extends RecordsContract {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  @TempDir private Path folder = Path.of("");

  @Override
  DatabaseSettings fresh(Duration query) {
    return settings(folder.resolve("a new folder/it's " + NUMBER.incrementAndGet() + ".db"), query);
  }

  private static DatabaseSettings settings(Path file, Duration query) {
    return new DatabaseSettings.Sqlite(
        file, new DatabaseSettings.Limits(Duration.ofSeconds(2), query, Duration.ofMillis(50)));
  }

  @Test
  void aProcessThatIsKilledBeforeItCommitsLeavesWhatWasBefore() {
    Trail trail = new Trail().accept(new TradeTape(1).steps(300).records);
    List<AuditLine> lines = trail.lines();
    Path file = folder.resolve("live.db");
    Path left = folder.resolve("left.db");
    List<String> before;
    try (Database database = Database.open(settings(file, Duration.ofMinutes(1)))) {
      new RecordWriter(database, Trail.SESSION).write(lines.subList(0, 50));
      before = dump(database);
      // What is on disk at that instant is what a kill leaves.
      new RecordWriter(database, Trail.SESSION, handle -> copy(file, left)).write(lines);
      assertThat(dump(database)).isNotEqualTo(before);
    }
    try (Database database = Database.open(settings(left, Duration.ofMinutes(1)))) {
      assertThat(dump(database)).isEqualTo(before);
      assertThat(new Records(database).cursor(Trail.SESSION).line()).isEqualTo(50);
      new RecordWriter(database, Trail.SESSION).write(lines);
      assertThat(new Records(database).cursor(Trail.SESSION).line()).isEqualTo(lines.size());
    }
  }

  private static void copy(Path file, Path to) {
    try {
      for (String part : List.of("", "-wal")) {
        Path from = file.resolveSibling(file.getFileName() + part);
        if (Files.exists(from)) {
          Files.copy(from, to.resolveSibling(to.getFileName() + part));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void itIsAWriteAheadLogThatIsForced() {
    try (Database database =
        Database.open(settings(folder.resolve("a.db"), Duration.ofMinutes(1)))) {
      for (String[] pragma :
          new String[][] {
            {"journal_mode", "wal"},
            {"synchronous", "2"},
            {"foreign_keys", "1"},
            {"busy_timeout", "50"}
          }) {
        String value =
            database.write(
                handle -> handle.createQuery("PRAGMA " + pragma[0]).mapTo(String.class).one());
        assertThat(value).as(pragma[0]).isEqualTo(pragma[1]);
      }
    }
  }
}
