package io.tradewind.store.records;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL for all tests of a run; each test has a database of its own. */
final class Server {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private Server() {}

  private static final class Holder {
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        Runtime.getRuntime()
            .addShutdownHook(
                new Thread(() -> {
                  try {
                    server.close();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }));
        return server;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static DatabaseSettings.Postgres fresh(Duration query) {
    String name = "t" + NUMBER.incrementAndGet();
    try (Connection connection = Holder.POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return settings(Holder.POSTGRES.getPort(), name, query);
  }

  static DatabaseSettings.Postgres settings(int port, String name, Duration query) {
    return new DatabaseSettings.Postgres(
        "jdbc:postgresql://localhost:" + port + "/" + name,
        "postgres",
        "postgres",
        2,
        10,
        new DatabaseSettings.Limits(Duration.ofSeconds(2), query, Duration.ofMillis(50)));
  }
}
