package io.tradewind.app.session;

import io.tradewind.app.config.Running;
import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.trader.log.ApiLog;
import io.tradewind.trader.log.LogFiles;
import io.tradewind.trader.log.LogLevel;
import io.tradewind.trader.log.LogSettings;
import io.tradewind.trader.log.PerformanceLog;
import io.tradewind.trader.log.Secrets;
import io.tradewind.trader.log.SessionLog;
import io.tradewind.trader.log.SocketApiLog;
import io.tradewind.trader.meter.Meters;
import io.tradewind.trader.run.ComponentBoard;
import io.tradewind.trader.run.Outside;
import io.tradewind.trader.run.StatusBoard;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.time.VenueClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/** What a session writes for people, each kind in a file of its own, without any secret. */
final class Logs implements AutoCloseable {
  private final LogFiles files;
  private final VenueClock clock;
  private final AtomicReference<String> trouble = new AtomicReference<>("");

  /** Opens the files of a folder. */
  Logs(Path folder, Running running, VenueClock clock) throws IOException {
    this.clock = clock;
    LogSettings standard = LogSettings.STANDARD;
    this.files =
        LogFiles.ofProcess(
            Files.createDirectories(folder),
            new LogSettings(
                standard.fileBytes(),
                standard.files(),
                LogLevel.valueOf(running.monitoring().logLevel()),
                standard.levels()),
            secrets(running),
            trouble::set);
  }

  private static Secrets secrets(Running running) throws IOException {
    Secrets secrets = new Secrets();
    running.monitoring().heartbeatUrl().ifPresent(secrets::add);
    running.database().password().ifPresent(secrets::add);
    if (running.exchange().key().isPresent()) {
      Running.Key key = running.exchange().key().get();
      secrets.add(key.id());
      key.secret().ifPresent(secrets::add);
      if (key.file().isPresent() && Files.isReadable(key.file().get())) {
        Files.readAllLines(key.file().get()).stream()
            .filter(line -> !line.startsWith("-"))
            .forEach(secrets::add);
      }
    }
    return secrets;
  }

  /** The same net, whose calls are written and counted. */
  Outside.Net heard(Outside.Net net, String venue, Meters meters) {
    return new Outside.Net(
        new ApiLog(net.requests(), venue, clock, files, meters),
        new SocketApiLog(net.sockets(), venue, clock, files, meters));
  }

  /** Writes decisions behind those that are written. */
  SessionLog behind(long lastSequence) {
    return new SessionLog(files, lastSequence);
  }

  /** Writes how the session stands, as a duty cycle. */
  PerformanceLog performance(StatusBoard status) {
    return new PerformanceLog(files, clock, status::status);
  }

  /** Writes that texts of the venue could not be read. */
  void fault(FaultLog.Report report) {
    new SessionLog(files, Long.MAX_VALUE).fault(report, clock.nowNs());
  }

  /** Writes a failure of ours. */
  void thrown(Throwable what) {
    files.thrown("main", clock.nowNs(), what);
  }

  /** How the logs stand. */
  void tell(ComponentBoard components, long nowNs) {
    String why = String.valueOf(trouble.get());
    components.set("logs", why.isEmpty() ? Level.UP : Level.DEGRADED, why, nowNs);
  }

  @Override
  public void close() {
    files.close();
  }
}
