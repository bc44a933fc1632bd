package io.tradewind.app.session;

import io.tradewind.app.config.Running;
import io.tradewind.app.config.SessionCatalogue;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.core.time.Utc;
import io.tradewind.trader.guard.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A process of its own that takes entries back when this one dies; started anew where it dies
 * first. It outlives this one: that is what it is for.
 */
final class WatchdogChild {
  private static final String COMPONENT = "watchdog";
  private static final long LOOK_NS = Utc.SECOND_NS;
  private static final long AGAIN_NS = 10 * Utc.SECOND_NS;

  /** So long one that watches already, from before a crash, is believed to go on. */
  private static final long OTHER_NS = 300 * Utc.SECOND_NS;

  private final SessionFolder folder;
  private final Path home;
  private final Running.Exchange exchange;
  private final Market market;
  private final Standing standing;
  private Optional<Process> process = Optional.empty();
  private long nextNs = Long.MIN_VALUE;
  private long againNs = Long.MIN_VALUE;

  WatchdogChild(SessionFolder folder, Running.Exchange exchange, Market market, Standing standing) {
    this.folder = folder;
    this.home = folder.path().resolve("../..").normalize();
    this.exchange = exchange;
    this.market = market;
    this.standing = standing;
  }

  /** One step. */
  void doWork(long nowNs) {
    if (nowNs < nextNs) {
      return;
    }
    nextNs = nowNs + LOOK_NS;
    if (process.isPresent() && process.get().isAlive()) {
      standing.set(COMPONENT, Level.UP, "", nowNs);
      return;
    }
    boolean isWatchedByOther = process.isPresent() && process.get().exitValue() == 0;
    if (isWatchedByOther && nowNs < againNs) {
      return;
    }
    if (process.isPresent() && !isWatchedByOther) {
      standing.set(
          COMPONENT,
          Level.DEGRADED,
          "the watchdog has ended (see logs/watchdog.out) and is started anew",
          nowNs);
    }
    start(nowNs);
  }

  private void start(long nowNs) {
    nextNs = nowNs + AGAIN_NS;
    againNs = nowNs + OTHER_NS;
    Path out = folder.logs().resolve("watchdog.out");
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.tradewind.app.Tradewind",
                "watchdog",
                "--session",
                folder.name(),
                "--home",
                home.toString()));
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()));
    Map<String, String> environment = builder.environment();
    environment.put(
        SessionCatalogue.NETWORK.variable(), exchange.network().name().toLowerCase(Locale.ROOT));
    environment.put(SessionCatalogue.ADDRESS.variable(), exchange.address());
    environment.put("TRADEWIND_TRADING_MARKET", market.name().toLowerCase(Locale.ROOT));
    exchange
        .key()
        .ifPresent(key -> {
          environment.put(SessionCatalogue.KEY.variable(), key.id());
          key.secret()
              .ifPresent(secret -> environment.put(SessionCatalogue.SECRET.variable(), secret));
          key.file()
              .ifPresent(file ->
                  environment.put(
                      SessionCatalogue.PRIVATE_KEY.variable(), file.toAbsolutePath().toString()));
        });
    try {
      process = Optional.of(builder.start());
    } catch (IOException e) {
      standing.set(COMPONENT, Level.DEGRADED, "the watchdog can't be started: " + e, nowNs);
    }
  }
}
