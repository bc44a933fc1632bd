package io.tradewind.app.session;

import io.tradewind.app.run.ChosenStrategy;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.simulation.venue.TickVenue;
import io.tradewind.store.audit.AuditException;
import io.tradewind.store.audit.AuditFile;
import io.tradewind.store.audit.AuditHead;
import io.tradewind.store.disk.DiskException;
import io.tradewind.store.disk.FolderDisk;
import io.tradewind.store.journal.JournalException;
import io.tradewind.store.journal.SnapshotFiles;
import io.tradewind.trader.run.Assembly;
import io.tradewind.trader.run.ComponentBoard;
import io.tradewind.trader.run.ControlInbox;
import io.tradewind.trader.run.ListingWait;
import io.tradewind.trader.run.Outside;
import io.tradewind.trader.run.StatusBoard;
import io.tradewind.trader.run.Tally;
import io.tradewind.trader.run.Trader;
import io.tradewind.trader.session.SessionException;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.parse.ListingParser;
import io.tradewind.venues.http.VenueHttp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * The same strategies on paper beside a live session that keeps failing: new entries go here, with
 * books, journal and audit of their own, while the live session looks after what it holds.
 */
final class PaperTwin implements AutoCloseable {
  private static final String COMPONENT = "paper";
  private static final int SNAPSHOTS = 2;

  private final SessionWork live;
  private SessionWork work;
  private final Outside outside;
  private final SessionProcess.Around around;
  private final Consumer<String> events;
  private Optional<Starting> starting = Optional.empty();
  private Optional<Life> life = Optional.empty();
  private Optional<String> failed = Optional.empty();
  private boolean isClosing;

  /** It waits for what is listed. */
  private record Starting(VenueHttp http, ListingWait listing) {}

  /** It trades. */
  private record Life(
      Trader<TickVenue> trader,
      StatusBoard status,
      ControlInbox controls,
      AuditFile audit,
      ArchiveThread archive,
      FolderDisk journalDisk,
      FolderDisk auditDisk) {
    /** In good order. */
    private void end() {
      trader.close();
      audit.close();
      leave();
    }

    /** As a process that dies leaves it. */
    private void leave() {
      archive.close();
      journalDisk.close();
      auditDisk.close();
    }
  }

  /**
   * Beside a session.
   *
   * @param outside of the session, whose market it hears
   * @param events hears in words what it does
   */
  PaperTwin(
      SessionWork live, Outside outside, SessionProcess.Around around, Consumer<String> events) {
    this.live = live;
    this.work = twin(live);
    this.outside = outside;
    this.around = around;
    this.events = events;
  }

  private static SessionWork twin(SessionWork live) {
    SessionFolder folder = new SessionFolder(live.folder().path().resolve(COMPONENT));
    List<ChosenStrategy> fresh =
        live.strategies().stream()
            .map(each ->
                new ChosenStrategy(
                    each.name(),
                    each.another().get(),
                    each.another(),
                    each.parameters(),
                    each.notices()))
            .toList();
    return new SessionWork(
        folder,
        TraderStatus.Mode.PAPER,
        live.settings(),
        live.configuration(),
        fresh,
        live.percents(),
        live.symbols(),
        folder.isBegun()
            ? Optional.of(SessionDescription.read(folder.description()))
            : Optional.empty(),
        Optional.empty());
  }

  /**
   * One step. Where it cannot go on it ends, and what is live goes on without it.
   *
   * @param isWanted whether new entries are to go to paper
   */
  int doWork(boolean isWanted) {
    if (!isWanted) {
      failed = Optional.empty();
    }
    try {
      return failed.isPresent() ? 0 : step(isWanted);
    } catch (DiskException
        | JournalException
        | AuditException
        | SessionException
        | UncheckedIOException e) {
      failed = Optional.of(String.valueOf(e.getMessage()));
      life.ifPresent(Life::leave);
      life = Optional.empty();
      starting = Optional.empty();
      isClosing = false;
      events.accept("paper: ends, for " + failed.get());
      return 1;
    }
  }

  private int step(boolean isWanted) {
    if (life.isPresent()) {
      return trade(isWanted);
    }
    if (!isWanted) {
      return 0;
    }
    if (starting.isEmpty()) {
      work = twin(live);
      VenueHttp http = outside.http();
      starting =
          Optional.of(
              new Starting(
                  http,
                  new ListingWait(
                      outside,
                      http,
                      work.configuration().trading().venue(),
                      new ListingParser.Fees(0, 0))));
      events.accept("paper: begins");
    }
    int done = starting.get().listing().doWork();
    if (starting.get().listing().listed().isPresent()) {
      begin(starting.get());
      done++;
    }
    return done;
  }

  /** Whether it has nothing to look after. */
  boolean isOver() {
    return life.isEmpty();
  }

  private int trade(boolean isWanted) {
    Life now = life.orElseThrow();
    int done = now.trader().doWork();
    if (!isWanted && !isClosing) {
      isClosing = true;
      ask(now.controls(), timeNs -> new ControlEvent.Halt(timeNs, "orders go to the venue again"));
      ask(now.controls(), ControlEvent.CloseAll::new);
      events.accept("paper: closes what it holds, since orders go to the venue again");
    }
    boolean isFlat = now.status().status().positions().isEmpty();
    if (isClosing && isFlat && now.status().status().orders().isEmpty() && done == 0) {
      close();
      isClosing = false;
    }
    return done;
  }

  private void begin(Starting ready) {
    List<Listing> listings =
        SessionPlans.chosen(
            ready.listing().listed().orElseThrow().listings(), work.symbols(), new ArrayList<>());
    if (listings.size() < work.symbols().size()) {
      return;
    }
    long nowNs = around.clock().nowNs();
    try {
      Files.createDirectories(work.folder().path());
      SessionDescription session =
          work.begun().isPresent() ? work.begun().get() : SessionPlans.begin(work, listings, nowNs);
      session.write(work.folder().description());
      run(ready.http(), session, SessionPlans.asBegun(listings, session.instruments()), nowNs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run(VenueHttp http, SessionDescription session, List<Listing> listings, long nowNs) {
    FolderDisk journal = FolderDisk.take(work.folder().journal());
    FolderDisk auditDisk = FolderDisk.take(work.folder().audit());
    AuditFile audit =
        AuditFile.open(
            auditDisk,
            new AuditHead(session.number(), around.version(), session.hash()),
            AuditFile.SEGMENT_BYTES);
    EventText words = new EventText(session.instruments(), around.terminal().ink());
    Tally tally = new Tally(session.createdNs());
    StatusBoard status =
        new StatusBoard(
            new StatusBoard.Who(
                session.name(),
                TraderStatus.Mode.PAPER,
                work.strategies().stream().map(ChosenStrategy::name).toList(),
                session.instruments(),
                work.configuration().trading().capital(),
                nowNs));
    ControlInbox controls = new ControlInbox();
    Assembly assembly =
        new Assembly(
            SessionPlans.plan(work, session, listings, around.version()),
            outside,
            http,
            journal,
            entry -> {
              audit.accept(entry);
              tally.accept(entry);
              tell(words, entry, Math.max(nowNs, session.createdNs()));
            },
            new Trader.Parts(
                around.clock(),
                new Trader.Keeping(
                    new SnapshotFiles(journal, SNAPSHOTS),
                    around.version(),
                    audit::force,
                    List.of(tally)),
                controls,
                audit::append,
                new Trader.Boards(status, new ComponentBoard(Set.of(), changed -> {}), tally),
                SessionPlans.settings(work.configuration())));
    life =
        Optional.of(
            new Life(
                assembly.paper().trader(),
                status,
                controls,
                audit,
                ArchiveThread.start(
                    journal, work.configuration().running().session(), around.clock()),
                journal,
                auditDisk));
    if (work.begun().isPresent()) {
      ask(controls, timeNs -> new ControlEvent.Resume(timeNs, "failing orders"));
    }
  }

  private static void ask(ControlInbox controls, LongFunction<ControlEvent> wish) {
    boolean _ = controls.ask(wish, SessionProcess.Unheard.INSTANCE);
  }

  private void tell(EventText words, AuditRecord entry, long fromNs) {
    if (entry.timeNs() >= fromNs) {
      words.of(entry).ifPresent(text -> events.accept("paper: " + text));
    }
  }

  /** How it stands, where it was ever wanted. */
  void tell(ComponentBoard components, long nowNs) {
    if (failed.isPresent()) {
      components.set(COMPONENT, Level.DOWN, failed.get(), nowNs);
    } else if (life.isPresent()) {
      TraderStatus now = life.get().status().status();
      components.set(
          COMPONENT,
          Level.DEGRADED,
          isClosing
              ? "paper closes what it holds"
              : "orders kept failing: new entries go to paper until somebody resumes; there %s are"
                      .formatted(now.positions().size())
                  + " open",
          nowNs);
    } else if (starting.isPresent()) {
      components.set(COMPONENT, Level.UP, "", nowNs);
    }
  }

  @Override
  public void close() {
    life.ifPresent(Life::end);
    life = Optional.empty();
    starting = Optional.empty();
  }
}
