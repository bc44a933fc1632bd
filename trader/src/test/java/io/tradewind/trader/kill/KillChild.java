package io.tradewind.trader.kill;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.engine.Engine;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.engine.OpenPosition;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.status.ControlPort;
import io.tradewind.core.status.TraderStatus;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ExitRules;
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
import io.tradewind.trader.simulation.Trades;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.ListingParser;
import io.tradewind.venues.binance.venue.BinanceAddresses;
import io.tradewind.venues.http.JdkTransport;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.sign.HmacKey;
import io.tradewind.venues.stream.JdkSocketTransport;
import io.tradewind.venues.time.WallClock;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that trades until it is killed, or until a line comes to it: then nothing opens any
 * more, and when it knows all that the exchange knows it says what it believes and ends.
 */
public final class KillChild {
  static final String KEY = "kill-key";
  static final String SECRET = "kill-secret";
  private static final long START_NS = 1_790_000_000L * Utc.SECOND_NS;
  private static final long CALM_NS = 4 * Utc.SECOND_NS;

  private final Path folder;
  private final URI exchange;
  private final Market market;
  private final long seed;
  private final WallClock clock = new WallClock();
  private final Tally tally = new Tally();
  private final ControlInbox controls = new ControlInbox();
  private long fills;
  private long filledScaled;

  private KillChild(String[] words) {
    this.exchange = URI.create("http://127.0.0.1:" + words[0]);
    this.folder = Path.of(words[1]);
    this.market = Market.valueOf(words[2]);
    this.seed = Long.parseLong(words[3]);
  }

  /** Port, folder, market, seed. */
  public static void main(String[] words) throws IOException {
    new KillChild(words).run();
  }

  private void run() throws IOException {
    FaultLog faults = new FaultLog(clock, report -> {});
    BinanceSigner signer = new BinanceSigner(HmacKey.ofText(KEY, SECRET));
    try (FolderDisk disk = FolderDisk.take(folder);
        JdkTransport requests = new JdkTransport("kill", exchange);
        JdkSocketTransport sockets = new JdkSocketTransport(1 << 20)) {
      Outside outside =
          new Outside(
              new Outside.Place(market, BinanceAddresses.at(exchange, market), Optional.of(signer)),
              new Outside.Net(requests, sockets),
              clock,
              faults,
              clock.nowNs());
      VenueHttp http = outside.http();
      ListingWait listing =
          new ListingWait(outside, http, "binance", new ListingParser.Fees(1_000, 1_000));
      while (listing.listed().isEmpty()) {
        rest(listing.doWork());
      }
      List<Listing> listings = listing.listed().get().listings();
      Assembly.Running<WireVenue> running =
          new Assembly(plan(listings), outside, http, disk, this::hear, parts(disk, listings))
              .segments(1 << 20)
              .live(
                  market == Market.SPOT
                      ? EnumSet.of(Ability.STOP, Ability.AMEND)
                      : EnumSet.of(Ability.STOP, Ability.AMEND, Ability.SEVERAL_EXITS),
                  false,
                  news -> {});
      trade(running);
    }
  }

  private void trade(Assembly.Running<WireVenue> running) throws IOException {
    System.out.println("trading");
    long calmSinceNs = Long.MAX_VALUE;
    boolean isAsked = false;
    while (true) {
      rest(running.trader().doWork());
      if (!isAsked && System.in.available() > 0) {
        isAsked = true;
        halt();
      }
      boolean isCalm = isAsked && running.orders().isInStep();
      calmSinceNs = isCalm ? Math.min(calmSinceNs, clock.nowNs()) : Long.MAX_VALUE;
      if (isCalm && clock.nowNs() - calmSinceNs > CALM_NS) {
        say(running.player().session().engine());
        running.trader().close();
        return;
      }
    }
  }

  private void halt() {
    boolean _ =
        controls.ask(
            timeNs -> new ControlEvent.Halt(timeNs, "the end"),
            new ControlPort.Answer() {
              @Override
              public void written(long timeNs) {}

              @Override
              public void failed(String why) {
                throw new IllegalStateException(why);
              }
            });
  }

  private void say(Engine engine) {
    engine.checkInvariants();
    for (OpenPosition position : engine.openPositions()) {
      boolean hasExit =
          engine.standing().stream()
              .anyMatch(order ->
                  order.intent().instrument() == position.instrument()
                      && order.intent().reduceOnly());
      System.out.println(
          "position " + position.instrument() + " " + position.qtyScaled() + " " + hasExit);
    }
    System.out.println("orders " + engine.standing().size());
    System.out.println("fills " + fills + " " + filledScaled);
    System.out.println("end");
  }

  private static void rest(int work) {
    if (work == 0) {
      LockSupport.parkNanos(500_000);
    }
  }

  private void hear(AuditRecord entry) {
    tally.accept(entry);
    if (entry instanceof AuditRecord.OrderMoved moved
        && moved.event() instanceof OrderEvent.Filled fill) {
      fills++;
      filledScaled += fill.qtyScaled();
    } else if (entry instanceof AuditRecord.LateFilled late) {
      fills++;
      filledScaled += late.fill().qtyScaled();
    }
  }

  private SessionPlan plan(List<Listing> listings) {
    Interval candles = Interval.parse("1m");
    return new SessionPlan(
        new JournalHead(9, "1.0", "to be killed"),
        new EngineSpec(
            listings.stream().map(Listing::instrument).toList(),
            candles,
            "kill",
            ParameterValues.of(List.of(), Map.of()),
            RiskSettings.RESEARCH,
            new ExitRules(
                OptionalDouble.of(0.01),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                List.of(),
                OptionalLong.empty()),
            10_000_00000000L,
            START_NS,
            Long.MAX_VALUE / 2),
        List.of(new Trades(seed, true, 4)),
        new FeedSpec(market, listings, Optional.of(candles), true, false),
        new SessionPlan.Candles.OfVenue(15 * Utc.SECOND_NS),
        candles.floor(clock.nowNs()),
        Optional.empty());
  }

  private Trader.Parts parts(FolderDisk disk, List<Listing> listings) {
    List<Instrument> instruments = listings.stream().map(Listing::instrument).toList();
    StatusBoard.Who who =
        new StatusBoard.Who(
            "kill",
            TraderStatus.Mode.TESTNET,
            List.of("kill"),
            instruments,
            BigDecimal.valueOf(10_000),
            clock.nowNs());
    return new Trader.Parts(
        clock,
        new Trader.Keeping(new SnapshotFiles(disk, 2), "1.0", () -> {}),
        controls,
        note -> {},
        new Trader.Boards(new StatusBoard(who), new ComponentBoard(Set.of(), status -> {}), tally),
        new TraderSettings(
            30 * Utc.SECOND_NS,
            Utc.SECOND_NS / 10,
            Utc.SECOND_NS,
            5 * Utc.SECOND_NS,
            ReconcileSettings.STANDARD,
            CandleFeed.Patience.STANDARD));
  }
}
