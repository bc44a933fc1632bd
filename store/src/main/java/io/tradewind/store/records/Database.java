package io.tradewind.store.records;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.tradewind.store.records.DatabaseTrouble.Cause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/**
 * A database that is open and has the tables of this version. What fails is a {@link
 * DatabaseException} that says why. SQLite has one connection that writes and some that read; its
 * journal is a WAL, and what was committed is on disk. Any thread may ask.
 */
public final class Database implements AutoCloseable {
  private static final String MIGRATIONS = "classpath:io/tradewind/store/records/migration";
  private static final int READERS = 4;
  private static final int STEPS = 10_000;

  private final DatabaseSettings settings;
  private final HikariDataSource writing;
  private final HikariDataSource reading;

  private Database(DatabaseSettings settings, HikariDataSource writing, HikariDataSource reading) {
    this.settings = settings;
    this.writing = writing;
    this.reading = reading;
  }

  /** Connects, and brings the tables to this version. */
  public static Database open(DatabaseSettings settings) {
    List<HikariDataSource> opened = new ArrayList<>();
    try {
      HikariDataSource reading =
          switch (settings) {
            case DatabaseSettings.Sqlite sqlite -> sqlite(sqlite, true);
            case DatabaseSettings.Postgres postgres -> postgres(postgres);
          };
      opened.add(reading);
      migrate(settings, reading);
      HikariDataSource writing =
          switch (settings) {
            case DatabaseSettings.Sqlite sqlite -> sqlite(sqlite, false);
            case DatabaseSettings.Postgres _ -> reading;
          };
      return new Database(settings, writing, reading);
    } catch (RuntimeException e) {
      opened.forEach(HikariDataSource::close);
      throw new DatabaseException(DatabaseTrouble.of(e, settings.name()), e);
    }
  }

  private static HikariDataSource sqlite(DatabaseSettings.Sqlite settings, boolean reads) {
    makeFolder(settings);
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout((int) settings.limits().busy().toMillis());
    config.enforceForeignKeys(true);
    if (!reads) {
      config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    }
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + settings.file());
    HikariConfig pool = pool(settings.limits(), reads ? READERS : 1);
    pool.setMinimumIdle(reads ? 0 : 1);
    pool.setDataSource(source);
    return new HikariDataSource(pool);
  }

  private static void makeFolder(DatabaseSettings.Sqlite settings) {
    Path folder = settings.file().toAbsolutePath().getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      String text = "cannot make the folder of %s: %s".formatted(settings.name(), e.getMessage());
      throw new DatabaseException(new DatabaseTrouble(Cause.DENIED, text), e);
    }
  }

  private static HikariDataSource postgres(DatabaseSettings.Postgres settings) {
    HikariConfig pool = pool(settings.limits(), settings.mostConnections());
    pool.setMinimumIdle(settings.leastConnections());
    pool.setJdbcUrl(settings.url());
    pool.setUsername(settings.user());
    pool.setPassword(settings.password());
    long query = settings.limits().query().toMillis();
    long connect = Math.max(1, settings.limits().connect().toSeconds());
    pool.addDataSourceProperty("options", "-c statement_timeout=" + query);
    pool.addDataSourceProperty("connectTimeout", String.valueOf(connect));
    pool.addDataSourceProperty("loginTimeout", String.valueOf(connect));
    // The server's own limit comes first; this one is for a server that is gone.
    pool.addDataSourceProperty("socketTimeout", String.valueOf(query / 1_000 + 5));
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    return new HikariDataSource(pool);
  }

  private static HikariConfig pool(DatabaseSettings.Limits limits, int connections) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName("records");
    pool.setMaximumPoolSize(connections);
    pool.setConnectionTimeout(Math.max(250, limits.connect().toMillis()));
    pool.setInitializationFailTimeout(1);
    return pool;
  }

  private static void migrate(DatabaseSettings settings, HikariDataSource source) {
    Flyway flyway = Flyway.configure().dataSource(source).locations(MIGRATIONS).load();
    boolean isNewer =
        Arrays.stream(flyway.info().all())
            .map(MigrationInfo::getState)
            .anyMatch(state -> state.isApplied() && !state.isResolved());
    if (isNewer) {
      throw new DatabaseException(
          new DatabaseTrouble(
              Cause.NEWER,
              "a newer version of Tradewind has changed the tables of %s; use that version, or a"
                      .formatted(settings.name())
                  + " database of its own, which is built anew from the audit"));
    }
    // Looking needs no lock, so that a file that another process writes to can be read meanwhile.
    if (flyway.info().pending().length > 0) {
      flyway.migrate();
    }
  }

  /** What stands in messages. */
  public String name() {
    return settings.name();
  }

  /** Something to be done with a connection. */
  interface Work<T> {
    T run(Handle handle) throws SQLException;
  }

  /** Does all of it or none. */
  <T> T write(Work<T> work) {
    return run(writing, handle -> handle.inTransaction(work::run));
  }

  /** Asks; all answers are of one state. */
  <T> T read(Work<T> work) {
    return run(reading, handle -> handle.inTransaction(work::run));
  }

  private <T> T run(HikariDataSource source, Work<T> work) {
    try {
      return Jdbi.create(source)
          .withHandle(handle -> {
            Duration limit = settings.limits().query();
            return settings instanceof DatabaseSettings.Sqlite
                ? limited(handle, limit, work)
                : work.run(handle);
          });
    } catch (SQLException | RuntimeException e) {
      throw new DatabaseException(DatabaseTrouble.of(e, settings.name()), e);
    }
  }

  /** SQLite has no limit of its own: it asks now and then whether to go on. */
  private static <T> T limited(Handle handle, Duration limit, Work<T> work) throws SQLException {
    Connection connection = handle.getConnection().unwrap(SQLiteConnection.class);
    long start = System.nanoTime();
    ProgressHandler.setHandler(
        connection,
        STEPS,
        new ProgressHandler() {
          @Override
          protected int progress() {
            return System.nanoTime() - start > limit.toNanos() ? 1 : 0;
          }
        });
    try {
      return work.run(handle);
    } finally {
      ProgressHandler.clearHandler(connection);
    }
  }

  @Override
  public void close() {
    reading.close();
    writing.close();
  }
}
