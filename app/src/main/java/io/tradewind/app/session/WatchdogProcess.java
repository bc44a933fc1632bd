package io.tradewind.app.session;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.app.config.Configuration;
import io.tradewind.app.run.RunTimes;
import io.tradewind.app.terminal.Terminal;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import io.tradewind.store.disk.DiskException;
import io.tradewind.store.disk.FolderDisk;
import io.tradewind.trader.guard.Heartbeat;
import io.tradewind.trader.guard.Watchdog;
import io.tradewind.trader.guard.WatchdogNews;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.binance.rest.BinanceProtocol;
import io.tradewind.venues.binance.venue.BinanceAddresses;
import io.tradewind.venues.http.JdkTransport;
import io.tradewind.venues.http.RateBudget;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.time.Backoff;
import io.tradewind.venues.time.WallClock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Watches a session from outside, until it ends in good order. One process does at a time. */
public final class WatchdogProcess {
  private static final long IDLE_NS = 20_000_000;
  private static final long LOOK_NS = Utc.SECOND_NS;

  private final SessionFolder folder;
  private final Configuration configuration;
  private final Terminal terminal;
  private final StopSwitch stop;
  private final WallClock clock = new WallClock();
  private long nextNs = Long.MIN_VALUE;

  /** Of a session that was begun. */
  public WatchdogProcess(
      SessionFolder folder, Configuration configuration, Terminal terminal, StopSwitch stop) {
    this.folder = folder;
    this.configuration = configuration;
    this.terminal = terminal;
    this.stop = stop;
  }

  /** Runs to its end; ends at once where another one watches. */
  public void run() {
    Market market = configuration.trading().market();
    BinanceAddresses addresses = Venue.addresses(configuration.running().exchange(), market);
    FaultLog faults = new FaultLog(clock, report -> {});
    try (FolderDisk _ = FolderDisk.take(folder.path().resolve("watchdog"));
        JdkTransport requests = new JdkTransport("watchdog", addresses.rest())) {
      VenueHttp http =
          new VenueHttp(
              Watchdog.HTTP,
              new BinanceProtocol(
                  market, Venue.signer(configuration.running().exchange()), new RestParser(faults)),
              new VenueHttp.Line(requests, clock),
              new Backoff(Utc.SECOND_NS / 10, 5 * Utc.SECOND_NS, new SplitMix(clock.nowNs())),
              new RateBudget(RateBudget.Shares.STANDARD, List.of()));
      Watchdog watchdog =
          new Watchdog(
              new Watchdog.Line(market, http, clock, faults),
              Heartbeat.in(folder.journal()),
              Watchdog.Settings.STANDARD,
              this::tell,
              (component, level, why, nowNs) -> {});
      say("watches session " + folder.name());
      Supplier<Optional<Heartbeat.Beat>> heart = Heartbeat.in(folder.journal());
      while (!isEnded(heart) && !stop.isStoppedWithin(0)) {
        if (watchdog.doWork() == 0) {
          LockSupport.parkNanos(IDLE_NS);
        }
      }
    } catch (DiskException e) {
      if (e.reason() != DiskException.Cause.LOCKED) {
        throw e;
      }
      say("another one watches already");
    }
  }

  private boolean isEnded(Supplier<Optional<Heartbeat.Beat>> heart) {
    long nowNs = clock.nowNs();
    if (nowNs < nextNs) {
      return false;
    }
    nextNs = nowNs + LOOK_NS;
    boolean isEnded = heart.get().filter(Heartbeat.Beat::isEnded).isPresent();
    if (isEnded) {
      say("the session has ended in good order");
    }
    return isEnded;
  }

  private void tell(WatchdogNews news) {
    say(news.text());
  }

  private void say(String text) {
    terminal.out().println(RunTimes.minute(clock.nowNs()) + " UTC  " + text);
    terminal.out().flush();
  }
}
