package io.tradewind.trader.simulation;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.engine.Engine;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.status.ControlPort;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.time.Utc;
import io.tradewind.store.audit.AuditNote;
import io.tradewind.store.audit.Reconciliation;
import io.tradewind.store.disk.VolatileDisk;
import io.tradewind.store.journal.JournalArchive;
import io.tradewind.store.journal.SnapshotFiles;
import io.tradewind.trader.run.Assembly;
import io.tradewind.trader.run.ComponentBoard;
import io.tradewind.trader.run.ControlInbox;
import io.tradewind.trader.run.Incidents;
import io.tradewind.trader.run.ListingWait;
import io.tradewind.trader.run.Outside;
import io.tradewind.trader.run.StatusBoard;
import io.tradewind.trader.run.Tally;
import io.tradewind.trader.run.Trader;
import io.tradewind.trader.world.VirtualExchange;
import io.tradewind.trader.world.VirtualHost;
import io.tradewind.trader.world.World;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.ListingParser;
import io.tradewind.venues.binance.venue.BinanceAddresses;
import io.tradewind.venues.binance.venue.VenueNews;
import io.tradewind.venues.http.Outcome;
import io.tradewind.venues.http.Transport;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.http.WireRequest;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.sign.HmacKey;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** One process: from its start, over whatever was left to it, until it dies or ends. */
final class Life implements World.Cycle {
  private static final int SEGMENT = 1 << 17;

  /** As in a year of days, in minutes. */
  private static final JournalArchive.Terms KEPT =
      new JournalArchive.Terms(60 * Utc.SECOND_NS, 20 * Utc.SECOND_NS, 0);

  private static final long SETTLE_NS = 15 * Utc.SECOND_NS;

  private final World world;
  private final Voyage voyage;
  private final VolatileDisk machine;
  private final VirtualHost host;
  private final Outside outside;
  private final VenueHttp http;
  private final ListingWait listing;
  private final AuditSink audit;
  private final BinanceSigner signer =
      new BinanceSigner(HmacKey.ofText(VirtualExchange.KEY, VirtualExchange.SECRET));
  final MortalDisk disk;
  final List<VenueNews> news = new ArrayList<>();
  final List<AuditNote> notes = new ArrayList<>();
  final ControlInbox controls = new ControlInbox();
  final ComponentBoard components = new ComponentBoard(Set.of(), new Incidents(notes::add));
  private final Tally tally = new Tally();
  private Optional<StatusBoard> status = Optional.empty();
  private Assembly.@Nullable Running<?> running;
  private Optional<JournalArchive> archive = Optional.empty();
  private boolean isDead;

  /** So far its machine's clock is behind the world's. */
  long lagNs;

  /** What is asked with this in its path is not found; empty where all is. */
  String notFound = "";

  Life(World world, Voyage voyage, VolatileDisk disk, AuditSink audit, long seed) {
    this.world = world;
    this.voyage = voyage;
    this.machine = disk;
    this.disk = new MortalDisk(disk);
    this.audit = audit;
    this.host = world.net().host();
    this.outside =
        new Outside(
            new Outside.Place(
                voyage.market(),
                BinanceAddresses.at(URI.create("http://exchange"), voyage.market()),
                Optional.of(signer)),
            new Outside.Net(this::carry, host),
            this::nowNs,
            new FaultLog(this::nowNs, report -> {}),
            seed);
    this.http = outside.http();
    this.listing = new ListingWait(outside, http, "binance", new ListingParser.Fees(1_000, 1_000));
  }

  private long nowNs() {
    return world.time().nowNs() - lagNs;
  }

  private Transport.Call carry(WireRequest request, long timeoutNs, Consumer<Outcome> done) {
    if (!notFound.isEmpty() && request.target().contains(notFound)) {
      Outcome none = new Outcome.Answered(404, Map.of(), "not found");
      world.time().after(Utc.SECOND_NS / 20, () -> done.accept(none));
      return () -> {};
    }
    return host.send(request, timeoutNs, done);
  }

  /** What is behind its journal is compressed, and removed into a cellar. */
  Life archiving(Cellar cellar) {
    disk.keepIn(cellar);
    archive = Optional.of(new JournalArchive(disk, KEPT));
    return this;
  }

  @Override
  public int doWork() {
    if (isDead) {
      return 0;
    }
    Assembly.Running<?> begun = running;
    if (begun != null) {
      return begun.trader().doWork()
          + archive.map(each -> each.doWork(world.time().nowNs())).orElse(0);
    }
    int work = listing.doWork();
    if (listing.listed().isPresent()) {
      begin(listing.listed().get().listings());
      work++;
    }
    return work;
  }

  private void begin(List<Listing> listings) {
    Assembly assembly =
        new Assembly(
                voyage.plan(listings),
                outside,
                http,
                disk,
                entry -> {
                  tally.accept(entry);
                  audit.accept(entry);
                },
                new Trader.Parts(
                    this::nowNs,
                    new Trader.Keeping(new SnapshotFiles(disk, 2), "1.0", () -> {}, List.of(tally)),
                    controls,
                    notes::add,
                    new Trader.Boards(board(voyage.who(listings)), components, tally),
                    voyage.settings()))
            .segments(SEGMENT);
    running =
        voyage.isPaper()
            ? assembly.paper()
            : assembly.live(voyage.abilities(), voyage.overSocket(), this::hear);
  }

  /** The connection sends no number twice; that it is asked to is wrong all the same. */
  private void hear(VenueNews told) {
    boolean isTwice =
        told instanceof VenueNews.Contradiction(_, String event)
            && event.equals("an order was submitted twice");
    Check.invariant(!isTwice, "%s", told);
    news.add(told);
  }

  private StatusBoard board(StatusBoard.Who who) {
    StatusBoard made = new StatusBoard(who);
    status = Optional.of(made);
    return made;
  }

  /** How it says that it stands; none before it has begun. */
  Optional<TraderStatus> status() {
    return status.map(StatusBoard::status);
  }

  /** Nothing opens any more. */
  void halt() {
    ask(timeNs -> new ControlEvent.Halt(timeNs, "the voyage ends"));
  }

  /** Somebody asks for something. */
  void ask(LongFunction<ControlEvent> wish) {
    boolean isTaken =
        controls.ask(
            wish,
            new ControlPort.Answer() {
              @Override
              public void written(long timeNs) {}

              @Override
              public void failed(String why) {
                throw new IllegalStateException(why);
              }
            });
    Check.invariant(isTaken, "a wish was refused");
  }

  /** Ends soon: whether nothing stands that opens. */
  boolean settles() {
    Assembly.Running<?> mine = Objects.requireNonNull(running);
    mine.trader().end();
    return world.run(SETTLE_NS, this, mine.trader()::isSettled);
  }

  /** Ends in good order. */
  void end() {
    Assembly.Running<?> mine = running;
    if (mine != null) {
      mine.trader().close();
    }
  }

  /** What is listed. */
  List<Listing> listings() {
    return listing.listed().orElseThrow().listings();
  }

  /** Its engine; none before it has begun. */
  Optional<Engine> engine() {
    return Optional.ofNullable(running).map(each -> each.player().session().engine());
  }

  /** What it has told of comparisons with the venue. */
  List<AuditNote> reconciliations() {
    return notes.stream().filter(Reconciliation.class::isInstance).toList();
  }

  /** Whether it knows all that the venue did. */
  boolean isInStep() {
    Assembly.Running<?> mine = running;
    return mine != null && mine.orders().isInStep() && http.isIdle();
  }

  /** Where it trades. */
  Market market() {
    return voyage.market();
  }

  /** So much of its machine's disk is free. */
  void leave(long bytes) {
    machine.room(0);
    machine.room(bytes - machine.freeBytes());
  }

  /** Whether it has died. */
  boolean isDead() {
    return isDead;
  }

  /** SIGKILL, and maybe the power with it. */
  void die(boolean withMachine) {
    isDead = true;
    host.die();
    if (withMachine) {
      machine.crash();
    }
  }
}
