package io.tradewind.app.session;

import io.tradewind.app.config.Configuration;
import io.tradewind.app.config.Running;
import io.tradewind.app.run.ChosenStrategy;
import io.tradewind.app.run.RunTimes;
import io.tradewind.app.terminal.Terminal;
import io.tradewind.app.terminal.Text;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.status.ControlPort;
import io.tradewind.core.status.StatusPort;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.time.Utc;
import io.tradewind.gateway.Gateway;
import io.tradewind.gateway.server.Door;
import io.tradewind.gateway.server.PortTakenException;
import io.tradewind.gateway.server.ServerSettings;
import io.tradewind.store.audit.AuditException;
import io.tradewind.store.audit.AuditFile;
import io.tradewind.store.audit.AuditHead;
import io.tradewind.store.audit.AuditNote;
import io.tradewind.store.audit.AuditReader;
import io.tradewind.store.disk.DiskException;
import io.tradewind.store.disk.FolderDisk;
import io.tradewind.store.journal.JournalException;
import io.tradewind.store.journal.SnapshotFiles;
import io.tradewind.store.records.DatabaseSettings;
import io.tradewind.store.records.RecordQueue;
import io.tradewind.trader.guard.LiveFailures;
import io.tradewind.trader.guard.StuckWatch;
import io.tradewind.trader.log.PerformanceLog;
import io.tradewind.trader.log.SessionLog;
import io.tradewind.trader.meter.Meters;
import io.tradewind.trader.run.Assembly;
import io.tradewind.trader.run.ComponentBoard;
import io.tradewind.trader.run.ControlInbox;
import io.tradewind.trader.run.Incidents;
import io.tradewind.trader.run.ListingWait;
import io.tradewind.trader.run.Outside;
import io.tradewind.trader.run.StatusBoard;
import io.tradewind.trader.run.Tally;
import io.tradewind.trader.run.Trader;
import io.tradewind.trader.session.SessionException;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.ListingParser;
import io.tradewind.venues.binance.venue.BinanceAddresses;
import io.tradewind.venues.binance.venue.VenueNews;
import io.tradewind.venues.http.JdkTransport;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.stream.JdkSocketTransport;
import io.tradewind.venues.time.VenueClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/** A process that trades, on paper or live, until it is stopped. */
public final class SessionProcess {
  private static final int LARGEST_CHARS = 4 << 20;
  private static final int SNAPSHOTS = 3;
  private static final long IDLE_NS = 200_000;
  private static final long SCREEN_NS = Utc.SECOND_NS / 2;
  private static final long LINES_NS = 60 * Utc.SECOND_NS;

  /** Longer than a stop takes whose entry was filled, and as long as a user waits. */
  private static final long SETTLE_NS = 15 * Utc.SECOND_NS;

  private static final long FIRST_PATIENCE_NS = 30 * Utc.SECOND_NS;

  /** Parts without which trading goes on. */
  private static final Set<String> UNNEEDED =
      Set.of(
          "records",
          "archive",
          "logs",
          "watchdog",
          "heartbeat",
          "countdown",
          "outside heartbeat",
          "paper");

  private final SessionWork work;
  private final Around around;
  private final StopSwitch stop;
  private final LongConsumer keysWork;
  private final ControlInbox controls = new ControlInbox();
  private final Meters meters = new Meters();
  private final long startedNs;
  private volatile boolean isAskedToStop;

  /**
   * What is around it.
   *
   * @param clock its time
   * @param database where records go
   * @param version of the program
   * @param size of the terminal
   */
  public record Around(
      Terminal terminal,
      VenueClock clock,
      DatabaseSettings database,
      String version,
      ScreenSize size) {}

  /** Not begun, and nobody is told that the venue takes the key. */
  public SessionProcess(SessionWork work, Around around, StopSwitch stop) {
    this(work, around, stop, timeNs -> {});
  }

  /**
   * Not begun.
   *
   * @param keysWork told once that the venue takes the key, and when, epoch nanoseconds
   */
  public SessionProcess(SessionWork work, Around around, StopSwitch stop, LongConsumer keysWork) {
    this.work = work;
    this.keysWork = keysWork;
    this.around = around;
    this.stop = stop;
    this.startedNs = around.clock().nowNs();
    meters.buffers().add(controls, "wishes", controls::backlog);
  }

  /**
   * Runs to its end.
   *
   * @throws UserMistake if it can't begin, or can't go on, for a reason that the user can change
   */
  public void run() {
    Running.Exchange exchange = work.configuration().running().exchange();
    Market market = work.configuration().trading().market();
    BinanceAddresses addresses = Venue.addresses(exchange, market);
    try (FolderDisk journal = FolderDisk.take(made(work.folder()).journal());
        FolderDisk audit = FolderDisk.take(work.folder().audit());
        JdkTransport requests = new JdkTransport("tradewind", addresses.rest());
        JdkSocketTransport sockets = new JdkSocketTransport(LARGEST_CHARS);
        Logs logs =
            new Logs(work.folder().logs(), work.configuration().running(), around.clock())) {
      Outside outside =
          new Outside(
              new Outside.Place(market, addresses, Venue.signer(exchange)),
              logs.heard(
                  new Outside.Net(requests, sockets),
                  work.configuration().trading().venue(),
                  meters),
              around.clock(),
              new FaultLog(around.clock(), report -> logs.fault(report)),
              startedNs);
      VenueHttp http = outside.http();
      try {
        List<Listing> listings = listings(outside, http);
        if (!listings.isEmpty()) {
          new Course(outside, http, listings, journal, audit, logs).run();
        }
      } catch (RuntimeException e) {
        logs.thrown(e);
        throw e;
      }
    } catch (DiskException | JournalException | AuditException | SessionException e) {
      throw new UserMistake(
          "session %s can't go on: %s".formatted(work.folder().name(), e.getMessage()), e);
    } catch (IOException e) {
      throw new UserMistake(
          "session %s can't go on: %s".formatted(work.folder().name(), UserMistake.reason(e)), e);
    }
  }

  private static SessionFolder made(SessionFolder folder) throws IOException {
    Files.createDirectories(folder.journal());
    Files.createDirectories(folder.audit());
    return folder;
  }

  /** What is listed of the session's symbols; none if it was stopped before. */
  private List<Listing> listings(Outside outside, VenueHttp http) {
    ListingWait wait =
        work.isPaper()
            ? new ListingWait(outside, http, work.configuration().trading().venue(), fees())
            : ListingWait.ofAccount(outside, http, work.symbols(), fees(), work.begun().isEmpty());
    long beganNs = System.nanoTime();
    boolean isTold = false;
    while (wait.listed().isEmpty()) {
      if (rest(wait.doWork())) {
        return List.of();
      }
      boolean isLong = System.nanoTime() - beganNs > FIRST_PATIENCE_NS;
      if (wait.isKeyRefused()) {
        throw new UserMistake(
            "%s does not take the key: %s\nlook at exchange.key, its rights, the addresses that it may"
                    .formatted(outside.place().addresses().rest(), wait.why())
                + " come from, and exchange.network; tradewind doctor looks, too");
      }
      if (isLong && work.begun().isEmpty() && !wait.why().isEmpty()) {
        throw new UserMistake(
            "%s does not answer: %s\nlook at the network and at exchange.network; ./tradewind demo"
                    .formatted(outside.place().addresses().rest(), wait.why())
                + " needs neither");
      }
      if (!isTold && !wait.why().isEmpty()) {
        isTold = true;
        around.terminal().err().println("waiting for the venue: " + wait.why());
      }
    }
    List<String> notes = new ArrayList<>(wait.notes());
    List<Listing> chosen = chosen(wait.listed().orElseThrow().listings(), notes);
    if (!work.isPaper() && wait.notes().isEmpty() && work.begun().isPresent()) {
      notes.addAll(SessionPlans.changed(chosen, work.begun().get().instruments()));
    }
    notes.forEach(note -> around.terminal().err().println(note));
    return chosen;
  }

  private List<Listing> chosen(List<Listing> listed, List<String> notes) {
    if (work.begun().isPresent()) {
      return SessionPlans.goingOn(listed, work.begun().get().instruments(), notes);
    }
    List<String> missing = new ArrayList<>();
    List<Listing> chosen = SessionPlans.chosen(listed, work.symbols(), missing);
    if (!missing.isEmpty()) {
      throw new UserMistake(String.join("\n", missing));
    }
    return chosen;
  }

  private ListingParser.Fees fees() {
    Configuration.Costs costs = work.configuration().costs();
    return new ListingParser.Fees(ppm(costs.makerFeeBps()), ppm(costs.takerFeeBps()));
  }

  private static int ppm(BigDecimal bps) {
    return bps.movePointRight(2).intValueExact();
  }

  /** Rests where nothing was done; whether the session is to stop. */
  private boolean rest(int done) {
    if (done == 0) {
      LockSupport.parkNanos(IDLE_NS);
    }
    return isAskedToStop || stop.isStoppedWithin(0);
  }

  /** What works while the session does. */
  private record Beside(
      Trader<?> trader,
      RecordThread records,
      ArchiveThread archive,
      Guards guards,
      PaperTwin twin,
      StuckThread stuck) {}

  /** Whoever asks by the engine's own word waits for no answer. */
  enum Unheard implements ControlPort.Answer {
    INSTANCE;

    @Override
    public void written(long timeNs) {}

    @Override
    public void failed(String why) {}
  }

  /** The session under way. */
  private final class Course {
    private final Outside outside;
    private final VenueHttp http;
    private final List<Listing> listings;
    private final FolderDisk journal;
    private final FolderDisk auditDisk;
    private final Logs logs;
    private final SessionDescription session;
    private final Tally tally;
    private final StatusBoard status;
    private final ComponentBoard components =
        new ComponentBoard(UNNEEDED, new Incidents(this::note));
    private final AuditFile audit;
    private final SessionLog log;
    private final LiveFailures fallback;
    private final EventText words;
    private final SessionView view;
    private boolean isPlayed;
    private boolean hasKeyWorked;
    private long nextShowNs;
    private long nextForceNs;

    Course(
        Outside outside,
        VenueHttp http,
        List<Listing> listings,
        FolderDisk journal,
        FolderDisk auditDisk,
        Logs logs)
        throws IOException {
      this.outside = outside;
      this.http = http;
      this.journal = journal;
      this.auditDisk = auditDisk;
      this.logs = logs;
      this.session = session(listings);
      this.tally = new Tally(session.createdNs());
      this.listings = SessionPlans.asBegun(listings, session.instruments());
      this.status = new StatusBoard(who(), meters);
      this.audit =
          AuditFile.open(
              auditDisk,
              new AuditHead(session.number(), around.version(), session.hash()),
              AuditFile.SEGMENT_BYTES);
      this.log = logs.behind(audit.sequence());
      this.fallback = new LiveFailures(LiveFailures.MOST, this::fallBack);
      this.words = new EventText(session.instruments(), around.terminal().ink());
      this.view = new SessionView(around.terminal(), around.size().rows(), around.size().columns());
    }

    private SessionDescription session(List<Listing> now) throws IOException {
      if (work.begun().isPresent()) {
        return work.begun().get();
      }
      SessionDescription begun = SessionPlans.begin(work, now, startedNs);
      begun.write(work.folder().description());
      return begun;
    }

    private StatusBoard.Who who() {
      return new StatusBoard.Who(
          session.name(),
          session.mode(),
          work.strategies().stream().map(ChosenStrategy::name).toList(),
          session.instruments(),
          work.configuration().trading().capital(),
          startedNs);
    }

    void run() throws IOException {
      try (view;
          audit;
          StuckThread stuck = StuckThread.start(logs, around.terminal(), StuckWatch.PATIENCE);
          Gateway gateway = open(() -> stuck.over(status))) {
        AuditNote started = started();
        audit.append(started);
        log.note(started);
        work.overridden().ifPresent(audit::append);
        audit.force();
        RecordQueue queue =
            new RecordQueue(
                new AuditReader(auditDisk), audit::forcedLine, around.database(), session.number());
        Assembly.Running<?> running = assemble();
        isPlayed = true;
        if (fallback.isOnPaper()) {
          halt("orders kept failing before this start: new entries go to paper until you resume");
        }
        try (RecordThread records =
                RecordThread.start(
                    queue, around.clock(), logs::thrown, RecordThread.Patience.STANDARD);
            ArchiveThread archive = ArchiveThread.start(journal, keeping(), around.clock());
            PaperTwin twin = new PaperTwin(work, outside, around, this::event);
            Guards guards =
                new Guards(
                    new Guards.Ward(
                        work, session, journal, http, running.player().session().engine()),
                    around.clock(),
                    status::status,
                    components)) {
          String foot = "http://127.0.0.1:" + gateway.port() + "/status   Ctrl-C stops";
          Beside beside = new Beside(running.trader(), records, archive, guards, twin, stuck);
          String end = trade(beside, foot);
          boolean isSettled = settle(running.trader());
          stuck.release();
          if (isSettled) {
            guards.end(running.trader()::doWork);
          }
          running.trader().close();
          note(new AuditNote.SessionEnded(around.clock().nowNs(), end));
        }
      }
      tellEnd();
    }

    private Gateway open(StatusPort heard) throws IOException {
      int port = work.configuration().running().monitoring().port();
      try {
        return Gateway.open(
            work.folder().path(),
            around.version(),
            ServerSettings.DEFAULT.withPort(port),
            new Door(heard, controls, () -> isAskedToStop = true),
            around.clock()::nowNs);
      } catch (PortTakenException e) {
        throw new UserMistake(
            "port %s is taken, maybe by another session: choose another by --port, or 0 for any"
                .formatted(port),
            e);
      }
    }

    private Running.Keeping keeping() {
      return work.configuration().running().session();
    }

    private AuditNote started() {
      return new AuditNote.SessionStarted(
          startedNs,
          session.mode().name().toLowerCase(Locale.ROOT),
          around.version(),
          session.instruments().getFirst().cashScale(),
          work.strategies().stream().map(ChosenStrategy::name).toList(),
          session.instruments());
    }

    private Assembly.Running<?> assemble() {
      Assembly assembly =
          new Assembly(
              SessionPlans.plan(work, session, listings, around.version()),
              outside,
              http,
              journal,
              this::hear,
              new Trader.Parts(
                  around.clock(),
                  new Trader.Keeping(
                      new SnapshotFiles(journal, SNAPSHOTS),
                      around.version(),
                      audit::force,
                      List.of(tally, fallback)),
                  controls,
                  this::note,
                  new Trader.Boards(status, components, tally),
                  SessionPlans.settings(work.configuration())));
      return work.isPaper()
          ? assembly.paper()
          : assembly.live(
              SessionPlans.abilities(work.configuration().trading().market()),
              work.configuration().running().exchange().overSocket(),
              this::hear);
    }

    /** It is in step when the venue has answered what only the holder of a key may ask. */
    private void hear(VenueNews news) {
      long nowNs = around.clock().nowNs();
      log.news(news, nowNs);
      if (news instanceof VenueNews.InStep && !hasKeyWorked) {
        hasKeyWorked = true;
        try {
          keysWork.accept(nowNs);
        } catch (UserMistake e) {
          event("the go-live book does not know that the key works: " + e.getMessage());
        }
      }
    }

    /** What is played again was told when it happened, and what warms up is no news. */
    private void hear(AuditRecord entry) {
      if (isPlayed) {
        meters.path().heard(entry, around.clock().nowNs());
      }
      audit.accept(entry);
      log.accept(entry);
      tally.accept(entry);
      if (!work.isPaper()) {
        fallback.accept(entry);
      }
      if (isPlayed && entry.timeNs() >= session.createdNs()) {
        words.of(entry).ifPresent(view::event);
      }
    }

    /** New entries go to paper, or to the venue again; whoever is asked writes it down. */
    private void fallBack(LiveFailures.Fallback told) {
      event(told.text());
      if (told.isOnPaper() && isPlayed) {
        halt(told.text());
      }
    }

    private void halt(String why) {
      boolean _ = controls.ask(timeNs -> new ControlEvent.Halt(timeNs, why), Unheard.INSTANCE);
    }

    private void event(String text) {
      view.event(RunTimes.second(around.clock().nowNs()) + "  " + text);
    }

    private void note(AuditNote note) {
      audit.append(note);
      audit.force();
      log.note(note);
      words.of(note).ifPresent(view::event);
    }

    /** Until it is stopped; says why. */
    private String trade(Beside all, String foot) {
      PerformanceLog performance = logs.performance(status);
      AuditRoom room = new AuditRoom(audit, components);
      long endNs = work.configuration().running().session().durationNs().orElse(Long.MAX_VALUE);
      while (true) {
        all.stuck().beat();
        int done = all.trader().doWork() + all.guards().doWork();
        done += all.twin().doWork(fallback.isOnPaper());
        performance.doWork();
        long nowNs = around.clock().nowNs();
        if (nowNs >= nextForceNs) {
          nextForceNs = nowNs + Utc.SECOND_NS;
          audit.force();
          room.step(nowNs);
          all.records().tell(components, nowNs);
          all.archive().tell(components, nowNs);
          all.twin().tell(components, nowNs);
          logs.tell(components, nowNs);
        }
        if (nowNs >= nextShowNs) {
          nextShowNs = nowNs + (view.isScreen() ? SCREEN_NS : LINES_NS);
          view.show(status.status(), foot);
        }
        if (nowNs - startedNs >= endNs) {
          return "its time was over";
        }
        if (rest(done)) {
          return "stopped by the user";
        }
      }
    }

    /** Takes back what would open something; false where that could not be seen to its end. */
    private boolean settle(Trader<?> trader) {
      trader.end();
      long untilNs = around.clock().nowNs() + SETTLE_NS;
      do {
        if (trader.doWork() == 0) {
          LockSupport.parkNanos(IDLE_NS);
        }
      } while (!trader.isSettled() && around.clock().nowNs() < untilNs);
      if (!trader.isSettled()) {
        around
            .terminal()
            .err()
            .println(
                "not all entries could be taken back: look at the venue"
                    + (work.isPaper() ? "" : "; the watchdog takes them back when it can"));
      }
      return trader.isSettled();
    }

    private void tellEnd() {
      TraderStatus last = status.status();
      int open = last.positions().size();
      around
          .terminal()
          .out()
          .println(
              Text.of(
                  "session %s ended in good order: equity %s %s, %s, %s",
                  session.name(),
                  Numbers.money(last.account().equity()),
                  last.account().currency(),
                  Text.count(last.performance().trades(), "closed trade"),
                  open == 0 ? "nothing open" : Text.count(open, "open position")));
      around.terminal().out().flush();
    }
  }
}
