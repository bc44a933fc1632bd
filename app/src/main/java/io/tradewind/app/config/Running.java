package io.tradewind.app.config;

import io.tradewind.core.golive.GoLiveRules;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a session on paper or live has around it.
 *
 * @param rules what has to be shown before real money
 * @param monthlyCosts what running it costs in 30 days, in USD
 */
public record Running(
    Exchange exchange,
    Keeping session,
    Database database,
    Monitoring monitoring,
    GoLiveRules rules,
    double monthlyCosts) {

  /** The same at another venue, for so long, with more patience. */
  public Running with(Exchange other, OptionalLong durationNs, long staleNs) {
    Keeping keeping =
        new Keeping(
            session.name(),
            durationNs,
            session.books(),
            Math.max(staleNs, session.staleNs()),
            session.snapshotNs(),
            session.reconcileNs(),
            session.corrects(),
            session.journalDays());
    return new Running(other, keeping, database, monitoring, rules, monthlyCosts);
  }

  /** Where orders go. */
  public enum Network {
    /** Real money. */
    MAIN,
    /** The venue's play money. */
    TESTNET,
    /** A simulated exchange. */
    SIMULATED
  }

  /**
   * The venue.
   *
   * @param address of a simulated exchange
   * @param overSocket whether orders go over a socket
   * @param key empty for market data alone
   * @param cancelAfterNs silence after which entries are cancelled without us
   */
  public record Exchange(
      Network network, String address, boolean overSocket, Optional<Key> key, long cancelAfterNs) {}

  /**
   * A key.
   *
   * @param secret for HMAC; empty where a file signs
   * @param file with a private key for Ed25519
   */
  public record Key(String id, Optional<String> secret, Optional<Path> file) {
    /** Without the secret. */
    @Override
    public String toString() {
      return "Key[hidden]";
    }
  }

  /**
   * How a session is kept.
   *
   * @param name empty for that of the command
   * @param durationNs after which it stops
   * @param books whether order books are heard; empty where the strategies decide
   * @param staleNs silence of market data after which nothing opens
   * @param corrects whether a position that is gone at the venue is booked as closed
   * @param journalDays of the journal that are kept, 0 for all
   */
  public record Keeping(
      Optional<String> name,
      OptionalLong durationNs,
      Optional<Boolean> books,
      long staleNs,
      long snapshotNs,
      long reconcileNs,
      boolean corrects,
      long journalDays) {}

  /**
   * Where records go.
   *
   * @param url empty for SQLite in the home
   */
  public record Database(Optional<String> url, String user, Optional<String> password) {
    /** Without the password. */
    @Override
    public String toString() {
      return "Database[as " + user + "]";
    }
  }

  /**
   * What watches it.
   *
   * @param port on loopback, 0 for any
   * @param heartbeatUrl that is called while all is well
   */
  public record Monitoring(
      int port, Optional<String> heartbeatUrl, long heartbeatNs, String logLevel) {}
}
