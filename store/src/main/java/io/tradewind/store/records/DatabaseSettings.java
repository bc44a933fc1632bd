package io.tradewind.store.records;

import io.tradewind.analytics.check.Check;
import java.nio.file.Path;
import java.time.Duration;

/** Which database, and how long to wait for it. */
public sealed interface DatabaseSettings {
  /** How long to wait. */
  Limits limits();

  /** What stands in messages; it has no secrets. */
  String name();

  /** A file, for one process at a time that writes. */
  record Sqlite(Path file, Limits limits) implements DatabaseSettings {
    @Override
    public String name() {
      return "the SQLite file " + file;
    }
  }

  /**
   * A server.
   *
   * @param url {@code jdbc:postgresql://host:port/database}
   * @param leastConnections that are kept, usually 2
   * @param mostConnections at the same time, usually 10
   */
  record Postgres(
      String url,
      String user,
      String password,
      int leastConnections,
      int mostConnections,
      Limits limits)
      implements DatabaseSettings {
    /** Checks the ranges. */
    public Postgres {
      Check.argument(
          url.startsWith("jdbc:postgresql:"),
          "a database's url begins with jdbc:postgresql:, was %s",
          withoutSecrets(url));
      Check.argument(
          leastConnections >= 1 && leastConnections <= mostConnections,
          "connections must be at least 1 and at most %s, were %s",
          mostConnections,
          leastConnections);
    }

    /** With 2 to 10 connections and the usual limits. */
    public Postgres(String url, String user, String password) {
      this(url, user, password, 2, 10, Limits.USUAL);
    }

    @Override
    public String name() {
      return "the PostgreSQL database " + withoutSecrets(url);
    }

    /** Parameters of a url may hold a password. */
    private static String withoutSecrets(String url) {
      int parameters = url.indexOf('?');
      return parameters < 0 ? url : url.substring(0, parameters);
    }

    @Override
    public String toString() {
      return name() + " as " + user;
    }
  }

  /**
   * How long to wait.
   *
   * @param connect for a connection
   * @param query for the answer to a query
   * @param busy for another process that writes to the same SQLite file
   */
  record Limits(Duration connect, Duration query, Duration busy) {
    /** 10 s, 60 s and 5 s. */
    public static final Limits USUAL =
        new Limits(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofSeconds(5));
  }
}
