package io.tradewind.app.config;

import io.tradewind.app.config.Setting.Named;
import io.tradewind.core.time.Utc;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/** The settings of a session on paper or live, of what it writes to and of what watches it. */
public final class SessionCatalogue {
  private static final SettingTable EXCHANGE =
      new SettingTable(
          "exchange",
          """
          network NAME | where orders go to: real money, play money, or a simulated exchange | main
          address URL | where the simulated exchange is | http://127.0.0.1:9080
          orders WAY | what orders go over | socket
          key | the API key | none: market data alone
          secret | the secret of the key, for HMAC | none
          private-key | a file with the private key, for Ed25519, in PEM | none
          cancel-after TIME | silence after which entries are cancelled without us | 60s
          """);
  private static final SettingTable SESSION =
      new SettingTable(
          "session",
          """
          name NAME | what the session is called; one that is there goes on | paper or live
          for TIME | stop after this time | until it is stopped
          books | whether order books are heard, which makes journals large | as strategies ask
          stale | silence of market data after which nothing opens | 30s
          snapshot | how often a snapshot is taken | 10m
          reconcile | how often what is held is compared with the venue | 5m
          correct | whether a position that is gone at the venue is booked as closed | no
          journal-days | days of the journal that are kept; 0 keeps all | 30
          """);
  private static final SettingTable DATABASE =
      new SettingTable(
          "database",
          """
          url URL | SQLite in the home, or a PostgreSQL server | sqlite
          user | who connects to the server | tradewind
          password | with what | none
          """);
  private static final SettingTable MONITORING =
      new SettingTable(
          "monitoring",
          """
          port NUMBER | where health, status and metrics are, on loopback; 0 for any | 8000
          heartbeat-url | an address that is called while all is well | none
          heartbeat-every | how often it is called | 60s
          log-level LEVEL | what is written to the logs | INFO
          """);
  private static final SettingTable GO_LIVE =
      new SettingTable(
          "golive",
          """
          paper | how long a strategy is on paper before real money | 4w
          changed-paper | the same where it was on paper before in another form | 1w
          trades | closed trades that it has to show | 30
          win-rate | share of them that won, which must be exceeded | 55%
          average-result | mean profit of what was paid, which must be exceeded | 0%
          drawdown | loss since the peak, which must not be reached | 20%
          costs | what running it costs in 30 days, in USD | 0
          """);

  /** {@code exchange.network}. */
  public static final Setting<String> NETWORK =
      row(EXCHANGE, "network", Format.choice("main", "testnet", "simulated"));

  /** {@code exchange.address}. */
  public static final Setting<String> ADDRESS =
      row(EXCHANGE, "address", address("an address such as http://127.0.0.1:9080"));

  /** {@code exchange.orders}. */
  public static final Setting<String> ORDERS =
      row(EXCHANGE, "orders", Format.choice("socket", "rest"));

  /** {@code exchange.key}. */
  public static final Setting<String> KEY =
      open(EXCHANGE, "key", Format.text("an API key")).secret();

  /** {@code exchange.secret}. */
  public static final Setting<String> SECRET =
      open(EXCHANGE, "secret", Format.text("the secret of the key")).secret();

  /** {@code exchange.private-key}. */
  public static final Setting<Path> PRIVATE_KEY = open(EXCHANGE, "private-key", Format.path());

  /** {@code exchange.cancel-after}. */
  public static final Setting<Long> CANCEL_AFTER = row(EXCHANGE, "cancel-after", Format.duration());

  /** {@code session.name}. */
  public static final Setting<String> NAME =
      new Named("session.name", "--session", "NAME", SESSION.named("name").summary())
          .optional(
              Format.matching(
                  "a name of small letters, digits and dashes, up to 40",
                  "[a-z0-9][a-z0-9-]{0,39}"),
              SESSION.defaults("name").getFirst());

  /** {@code session.for}. */
  public static final Setting<Long> DURATION = open(SESSION, "for", Format.duration());

  /** {@code session.books}. */
  public static final Setting<String> BOOKS = open(SESSION, "books", Format.choice("yes", "no"));

  /** {@code session.stale}. */
  public static final Setting<Long> STALE = row(SESSION, "stale", Format.duration());

  /** {@code session.snapshot}. */
  public static final Setting<Long> SNAPSHOT = row(SESSION, "snapshot", Format.duration());

  /** {@code session.reconcile}. */
  public static final Setting<Long> RECONCILE = row(SESSION, "reconcile", Format.duration());

  /** {@code session.correct}. */
  public static final Setting<String> CORRECT = row(SESSION, "correct", Format.choice("yes", "no"));

  /** {@code session.journal-days}. */
  public static final Setting<Long> JOURNAL_DAYS =
      row(SESSION, "journal-days", Format.integer(0, 36_500));

  /** {@code database.url}. */
  public static final Setting<String> DATABASE_URL =
      new Named("database.url", DATABASE.named("url").summary())
          .of(
              Format.matching(
                  "sqlite, or an address such as jdbc:postgresql://localhost:5432/tradewind",
                  "sqlite|jdbc:postgresql:.+"),
              "sqlite");

  /** {@code database.user}. */
  public static final Setting<String> DATABASE_USER =
      row(DATABASE, "user", Format.text("the name of a user"));

  /** {@code database.password}. */
  public static final Setting<String> DATABASE_PASSWORD =
      open(DATABASE, "password", Format.text("a password")).secret();

  /** {@code monitoring.port}. */
  public static final Setting<Long> PORT = row(MONITORING, "port", Format.integer(0, 65_535));

  /** {@code monitoring.heartbeat-url}, which may hold a token. */
  public static final Setting<String> HEARTBEAT_URL =
      open(MONITORING, "heartbeat-url", address("an address that begins with http")).secret();

  /** {@code monitoring.heartbeat-every}. */
  public static final Setting<Long> HEARTBEAT_EVERY =
      row(MONITORING, "heartbeat-every", Format.duration());

  /** {@code monitoring.log-level}. */
  public static final Setting<String> LOG_LEVEL =
      row(MONITORING, "log-level", Format.choice("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"));

  static final Setting<Long> PAPER = row(GO_LIVE, "paper", Format.duration());
  static final Setting<Long> CHANGED_PAPER = row(GO_LIVE, "changed-paper", Format.duration());
  static final Setting<Long> TRADES = row(GO_LIVE, "trades", Format.integer(1, 1_000_000));
  static final Setting<Double> WIN_RATE = row(GO_LIVE, "win-rate", Format.ratio(0, 0.9999));
  static final Setting<Double> AVERAGE_RESULT =
      row(GO_LIVE, "average-result", Format.ratio(-1, 10));
  static final Setting<Double> DRAWDOWN = row(GO_LIVE, "drawdown", Format.ratioAbove(0, 1, true));
  static final Setting<BigDecimal> COSTS = row(GO_LIVE, "costs", Format.decimal("0", "1000000000"));

  /** All, in the order in which they are shown. */
  static final List<Setting<?>> ALL =
      List.of(
          NETWORK,
          ADDRESS,
          ORDERS,
          KEY,
          SECRET,
          PRIVATE_KEY,
          CANCEL_AFTER,
          NAME,
          DURATION,
          BOOKS,
          STALE,
          SNAPSHOT,
          RECONCILE,
          CORRECT,
          JOURNAL_DAYS,
          DATABASE_URL,
          DATABASE_USER,
          DATABASE_PASSWORD,
          PORT,
          HEARTBEAT_URL,
          HEARTBEAT_EVERY,
          LOG_LEVEL,
          PAPER,
          CHANGED_PAPER,
          TRADES,
          WIN_RATE,
          AVERAGE_RESULT,
          DRAWDOWN,
          COSTS);

  /** Silence may not last less: a slow answer is no death. */
  static final long LEAST_CANCEL_NS = 10 * Utc.SECOND_NS;

  /** Shorter would wait for no answer. */
  static final long LEAST_HEARTBEAT_NS = 5 * Utc.SECOND_NS;

  private SessionCatalogue() {}

  private static Format<String> address(String allowed) {
    return Format.matching(allowed, "https?://[^\\s]+");
  }

  private static <T> Setting<T> row(SettingTable table, String name, Format<T> format) {
    return table.named(name).of(format, table.defaults(name).getFirst());
  }

  private static <T> Setting<T> open(SettingTable table, String name, Format<T> format) {
    return table.named(name).optional(format, table.defaults(name).getFirst());
  }
}
