package io.tradewind.app.session;

import io.tradewind.app.config.Running;
import io.tradewind.core.engine.Engine;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.StandingOrder;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.time.Utc;
import io.tradewind.store.disk.Disk;
import io.tradewind.trader.guard.Countdown;
import io.tradewind.trader.guard.Heartbeat;
import io.tradewind.trader.guard.HeartbeatUrl;
import io.tradewind.trader.run.ComponentBoard;
import io.tradewind.venues.http.JdkTransport;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.time.VenueClock;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** What acts where this process can't any more, as a duty cycle. */
final class Guards implements AutoCloseable {
  private static final long PATIENCE_NS = 5 * Utc.SECOND_NS;

  private final VenueClock clock;
  private final Optional<JdkTransport> outside;
  private final Optional<HeartbeatUrl> call;
  private final Optional<Venues> venues;

  /** Those of a session whose orders go to a venue. */
  private record Venues(
      Heartbeat heartbeat, WatchdogChild watchdog, Optional<Countdown> countdown) {}

  /**
   * What they look after.
   *
   * @param disk of the session's journal
   * @param http of the venue, which the session drives
   * @param engine the session's; asked only by the thread that drives this
   */
  record Ward(
      SessionWork work, SessionDescription session, Disk disk, VenueHttp http, Engine engine) {
    private List<String> symbols() {
      return session.instruments().stream().map(Ward::symbol).toList();
    }

    private static String symbol(Instrument instrument) {
      return instrument.id().base() + instrument.id().quote();
    }

    private Set<String> withEntries() {
      Set<String> symbols = new TreeSet<>();
      for (StandingOrder order : engine.standing()) {
        if (order.intent().purpose().opens()) {
          symbols.add(symbol(session.instruments().get(order.intent().instrument())));
        }
      }
      return symbols;
    }
  }

  Guards(Ward ward, VenueClock clock, Supplier<TraderStatus> status, ComponentBoard components) {
    this.clock = clock;
    Running running = ward.work().configuration().running();
    Optional<URI> address = running.monitoring().heartbeatUrl().map(URI::create);
    this.outside = address.map(url -> new JdkTransport("heartbeat", url.resolve("/")));
    this.call =
        outside.map(transport ->
            new HeartbeatUrl(
                transport,
                clock,
                HeartbeatUrl.Settings.withFail(
                    address.orElseThrow(), running.monitoring().heartbeatNs()),
                () -> status.get().health(),
                components::set));
    this.venues =
        ward.work().isPaper() ? Optional.empty() : Optional.of(venues(ward, clock, components));
  }

  private static Venues venues(Ward ward, VenueClock clock, ComponentBoard components) {
    Running.Exchange exchange = ward.work().configuration().running().exchange();
    Market market = ward.work().configuration().trading().market();
    return new Venues(
        new Heartbeat(
            ward.disk(),
            clock,
            new Heartbeat.Life(
                ProcessHandle.current().pid(), ward.session().number(), ward.symbols()),
            components::set),
        new WatchdogChild(ward.work().folder(), exchange, market, components::set),
        market == Market.SPOT
            ? Optional.empty()
            : Optional.of(
                new Countdown(
                    ward.http(),
                    clock,
                    new Countdown.Settings(
                        exchange.cancelAfterNs() / 6,
                        exchange.cancelAfterNs(),
                        Countdown.Settings.STANDARD.weightPerMinute()),
                    ward::withEntries,
                    components::set)));
  }

  /** One step; how much was done. */
  int doWork() {
    int work = call.map(HeartbeatUrl::doWork).orElse(0);
    if (venues.isPresent()) {
      work += venues.get().heartbeat().doWork();
      work += venues.get().countdown().map(Countdown::doWork).orElse(0);
      venues.get().watchdog().doWork(clock.nowNs());
    }
    return work;
  }

  /**
   * A good end: nobody has to act.
   *
   * @param session goes on for a while, so that the venue hears of it
   */
  void end(IntSupplier session) {
    if (venues.isEmpty()) {
      return;
    }
    venues.get().heartbeat().end();
    if (venues.get().countdown().isPresent()) {
      Countdown countdown = venues.get().countdown().get();
      countdown.end();
      long untilNs = clock.nowNs() + PATIENCE_NS;
      while (!countdown.isClear() && clock.nowNs() < untilNs) {
        int _ = countdown.doWork() + session.getAsInt();
        Thread.onSpinWait();
      }
    }
  }

  @Override
  public void close() {
    outside.ifPresent(JdkTransport::close);
  }
}
