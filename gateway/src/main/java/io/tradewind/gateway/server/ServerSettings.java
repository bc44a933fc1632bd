package io.tradewind.gateway.server;

import io.tradewind.analytics.check.Check;
import java.time.Duration;

/**
 * How the server behaves.
 *
 * @param port where it listens on loopback, 0 for any that is free
 * @param patience how long who asks for something is kept waiting for it to be on disk
 * @param penalty how long who has a wrong token is kept waiting
 * @param staleAfter how old the session's last word may be before the session counts as down
 */
public record ServerSettings(int port, Duration patience, Duration penalty, Duration staleAfter) {
  private static final int LAST_PORT = 65_535;

  /** What ships: port 8000, 5 s, 300 ms, 30 s. */
  public static final ServerSettings DEFAULT =
      new ServerSettings(
          8000, Duration.ofSeconds(5), Duration.ofMillis(300), Duration.ofSeconds(30));

  /** Checks the port. */
  public ServerSettings {
    Check.argument(0 <= port && port <= LAST_PORT, "port must be 0 to 65535, was %s", port);
  }

  /** The same at another port. */
  public ServerSettings withPort(int other) {
    return new ServerSettings(other, patience, penalty, staleAfter);
  }
}
