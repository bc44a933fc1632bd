package io.tradewind.bench.kill;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.engine.Engine;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.engine.OpenPosition;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.ledger.Portfolio;
import io.tradewind.core.ledger.Position;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.StandingOrder;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.status.ControlPort;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.store.audit.AuditNote;
import io.tradewind.store.audit.Reconciliation;
import io.tradewind.store.disk.Disk;
import io.tradewind.store.disk.FolderDisk;
import io.tradewind.store.journal.JournalHead;
import io.tradewind.store.journal.SnapshotFiles;
import io.tradewind.trader.feed.CandleFeed;
import io.tradewind.trader.feed.FeedSpec;
import io.tradewind.trader.run.Assembly;
import io.tradewind.trader.run.ComponentBoard;
import io.tradewind.trader.run.ControlInbox;
import io.tradewind.trader.run.ListingWait;
import io.tradewind.trader.run.Outside;
import io.tradewind.trader.run.ReconcileSettings;
import io.tradewind.trader.run.SessionPlan;
import io.tradewind.trader.run.StatusBoard;
import io.tradewind.trader.run.Tally;
import io.tradewind.trader.run.Trader;
import io.tradewind.trader.run.TraderSettings;
import io.tradewind.trader.session.WireVenue;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.ListingParser;
import io.tradewind.venues.binance.venue.BinanceAddresses;
import io.tradewind.venues.binance.venue.VenueNews;
import io.tradewind.venues.http.JdkTransport;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.sign.HmacKey;
import io.tradewind.venues.stream.JdkSocketTransport;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * The process that is killed: a trader over whatever the one before has left. It does what lines
 * ask it to ({@code look}, {@code go}, {@code arm}, {@code end}) and says in lines what it
 * believes.
 */
public final class KillChild {
  static final String KEY = "kill-key";
  static final String SECRET = "kill-secret";
  static final long SESSION = 9;
  private static final long CAPITAL_E8 = 20_000_00000000L;
  private static final int E8 = 8;
  private static final int WORDS = 8;

  /** So many decisions are told where it breaks. */
  private static final int LATEST = 60;

  private final Market market;
  private final URI exchange;
  private final Path folder;
  private final long seed;
  private final boolean overSocket;
  private final KillClock clock;
  private final KillSeam seam;
  private final Tally tally = new Tally();
  private final ControlInbox controls = new ControlInbox();
  private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
  private final Deque<AuditRecord> latest = new ArrayDeque<>();
  private boolean isInStep;
  private List<Instrument> instruments = List.of();

  private KillChild(List<String> words) {
    this.exchange = URI.create("http://127.0.0.1:" + words.get(0));
    this.folder = Path.of(words.get(1));
    this.market = Market.valueOf(words.get(2));
    this.seed = Long.parseLong(words.get(3));
    this.overSocket = Boolean.parseBoolean(words.get(4));
    this.clock =
        new KillClock(
            Long.parseLong(words.get(5)),
            Long.parseLong(words.get(6)),
            Integer.parseInt(words.get(7)));
    this.seam = new KillSeam(folder);
    if (words.size() > WORDS) {
      arm(words.subList(WORDS, words.size()));
    }
  }

  /**
   * Port, folder, market, seed, whether orders go over a socket, three words of the clock, and
   * maybe where it dies.
   */
  public static void main(String[] words) throws IOException {
    KillChild child = new KillChild(List.of(words));
    try {
      child.run();
    } catch (RuntimeException e) {
      child.latest.forEach(System.err::println);
      throw e;
    }
  }

  private void arm(List<String> words) {
    seam.arm(
        KillPoint.valueOf(words.get(0)),
        Long.parseLong(words.get(1)),
        Boolean.parseBoolean(words.get(2)));
  }

  private void run() throws IOException {
    Thread.ofPlatform().daemon().start(this::read);
    FaultLog faults = new FaultLog(clock, report -> {});
    BinanceSigner signer = new BinanceSigner(HmacKey.ofText(KEY, SECRET));
    try (FolderDisk disk = FolderDisk.take(folder);
        JdkTransport requests = new JdkTransport("kill", exchange);
        JdkSocketTransport sockets = new JdkSocketTransport(1 << 20)) {
      Outside outside =
          new Outside(
              new Outside.Place(market, BinanceAddresses.at(exchange, market), Optional.of(signer)),
              new Outside.Net(seam.requests(requests), seam.sockets(sockets)),
              clock,
              faults,
              clock.nowNs());
      VenueHttp http = outside.http();
      ListingWait listing =
          new ListingWait(outside, http, "binance", new ListingParser.Fees(1_000, 1_000));
      while (listing.listed().isEmpty()) {
        rest(listing.doWork());
      }
      List<Listing> listings = listing.listed().orElseThrow().listings();
      instruments = listings.stream().map(Listing::instrument).toList();
      Disk kept = seam.disk(disk);
      trade(
          new Assembly(plan(listings), outside, http, kept, this::decided, parts(kept))
              .segments(1 << 15)
              .live(abilities(), overSocket, KillChild::hear));
    }
  }

  private void decided(AuditRecord entry) {
    tally.accept(entry);
    latest.add(entry);
    if (latest.size() > LATEST) {
      latest.remove();
    }
  }

  private void read() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        asked.add(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // Nobody is there any more who could kill it.
    Runtime.getRuntime().halt(1);
  }

  private EnumSet<Ability> abilities() {
    return market == Market.SPOT
        ? EnumSet.of(Ability.STOP, Ability.AMEND)
        : EnumSet.of(Ability.STOP, Ability.AMEND, Ability.SEVERAL_EXITS);
  }

  private void trade(Assembly.Running<WireVenue> running) {
    System.out.println("up");
    boolean ends = false;
    while (!ends) {
      rest(running.trader().doWork());
      if (running.orders().isInStep() != isInStep) {
        isInStep = !isInStep;
        System.out.println(isInStep ? "in-step" : "lost " + running.orders().why());
      }
      String line = asked.poll();
      if (line != null) {
        ends = carryOut(List.of(line.split(" ")), running);
      }
    }
    running.trader().close();
    System.out.println("ended");
  }

  private boolean carryOut(List<String> words, Assembly.Running<WireVenue> running) {
    switch (words.getFirst()) {
      case "halt" -> ask(timeNs -> new ControlEvent.Halt(timeNs, "somebody looks"));
      case "go" -> ask(timeNs -> new ControlEvent.Resume(timeNs, "somebody"));
      case "arm" -> arm(words.subList(1, words.size()));
      case "look" -> say(running);
      default -> {
        return true;
      }
    }
    return false;
  }

  private void ask(LongFunction<ControlEvent> wish) {
    boolean _ =
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
  }

  private void say(Assembly.Running<WireVenue> running) {
    if (!isInStep || running.orders().isWaiting()) {
      System.out.println("busy");
      return;
    }
    Engine engine = running.player().session().engine();
    engine.checkInvariants();
    Known known = new Known(moneyE8(engine), engine.books().of(0).cashScaled() - CAPITAL_E8);
    for (StandingOrder order : engine.standing()) {
      known.orders().put(order.intent().orderId(), standing(order));
    }
    for (int i = 0; i < instruments.size(); i++) {
      Instrument instrument = instruments.get(i);
      Position position = engine.books().of(0).position(i);
      long held = position.qtyScaled() + position.dustQtyScaled();
      if (held != 0) {
        known.positions().put(symbol(instrument), e8(held, instrument));
      }
      known.fills().put(symbol(instrument), new TreeSet<>(running.player().tradeIds().of(i)));
    }
    known.print(System.out);
  }

  /** Cash; of contracts with what is still to be paid for those that are held. */
  private long moneyE8(Engine engine) {
    Portfolio book = engine.books().of(0);
    long moneyE8 = book.cashScaled() - CAPITAL_E8;
    for (OpenPosition each : engine.openPositions()) {
      moneyE8 -= market == Market.PERP ? Long.signum(each.qtyScaled()) * each.costScaled() : 0;
    }
    return moneyE8;
  }

  private Known.Standing standing(StandingOrder order) {
    Instrument instrument = instruments.get(order.intent().instrument());
    Optional<Long> leftE8 =
        order.intent().size() instanceof OrderSize.Base(long qtyScaled)
            ? Optional.of(e8(qtyScaled - order.filledQtyScaled(), instrument))
            : Optional.empty();
    return new Known.Standing(
        symbol(instrument),
        order.intent().side() == Side.BUY,
        leftE8,
        order.terms().stopLevelScaled().isPresent());
  }

  private static String symbol(Instrument instrument) {
    return instrument.id().base() + instrument.id().quote();
  }

  private static long e8(long qtyScaled, Instrument instrument) {
    return FixedPoint.rescale(qtyScaled, instrument.qtyScale(), E8, RoundingMode.UNNECESSARY);
  }

  private static void rest(int work) {
    if (work == 0) {
      LockSupport.parkNanos(200_000);
    }
  }

  private SessionPlan plan(List<Listing> listings) {
    Interval candles = Interval.parse("1m");
    return new SessionPlan(
        new JournalHead(SESSION, "1.0", "to be killed"),
        new EngineSpec(
            instruments,
            candles,
            "kill",
            ParameterValues.of(List.of(), Map.of()),
            RiskSettings.RESEARCH,
            new ExitRules(
                OptionalDouble.of(0.01),
                OptionalDouble.of(0.004),
                OptionalDouble.empty(),
                List.of(),
                OptionalLong.of(300 * Utc.SECOND_NS)),
            CAPITAL_E8,
            KillWorld.BEGIN_NS,
            Long.MAX_VALUE / 2),
        List.of(new HotTrades(seed, market == Market.PERP)),
        new FeedSpec(market, listings, Optional.of(candles), true, false),
        new SessionPlan.Candles.OfVenue(15 * Utc.SECOND_NS),
        candles.floor(clock.nowNs()),
        Optional.empty());
  }

  private Trader.Parts parts(Disk disk) {
    StatusBoard.Who who =
        new StatusBoard.Who(
            "kill",
            TraderStatus.Mode.TESTNET,
            List.of("kill"),
            instruments,
            BigDecimal.valueOf(CAPITAL_E8, E8),
            clock.nowNs());
    return new Trader.Parts(
        clock,
        new Trader.Keeping(new SnapshotFiles(disk, 2), "1.0", () -> {}, List.of(tally)),
        controls,
        this::hear,
        new Trader.Boards(new StatusBoard(who), new ComponentBoard(Set.of(), status -> {}), tally),
        new TraderSettings(
            30 * Utc.SECOND_NS,
            Utc.SECOND_NS / 10,
            Utc.SECOND_NS,
            5 * Utc.SECOND_NS,
            ReconcileSettings.STANDARD,
            CandleFeed.Patience.STANDARD));
  }

  /** A connection sends no number twice; that it was asked to is a difference all the same. */
  private static void hear(VenueNews news) {
    if (news instanceof VenueNews.Contradiction(long orderId, String event)
        && event.contains("submitted twice")) {
      System.out.println("differs " + orderId + ": " + event);
    }
  }

  /** What the trader's own comparison finds is a difference like any other. */
  private void hear(AuditNote note) {
    if (note instanceof Reconciliation seen && !seen.differences().isEmpty()) {
      System.out.println("differs " + seen.differences());
    }
  }
}
