package io.tradewind.trader.simulation;

import io.tradewind.core.engine.Engine;
import io.tradewind.core.port.AuditSink;
import io.tradewind.simulation.session.GivenSlices;
import io.tradewind.simulation.session.VenueSession;
import io.tradewind.store.disk.VolatileDisk;
import io.tradewind.store.journal.JournalHead;
import io.tradewind.store.journal.SnapshotFiles;
import io.tradewind.trader.feed.FeedSpec;
import io.tradewind.trader.feed.MarketFeed;
import io.tradewind.trader.run.ControlInbox;
import io.tradewind.trader.run.Inputs;
import io.tradewind.trader.run.ListingWait;
import io.tradewind.trader.run.LiveOrders;
import io.tradewind.trader.run.Outside;
import io.tradewind.trader.run.Trader;
import io.tradewind.trader.run.TraderSettings;
import io.tradewind.trader.session.SessionPlayer;
import io.tradewind.trader.session.SessionStart;
import io.tradewind.trader.session.WireVenue;
import io.tradewind.trader.world.VirtualExchange;
import io.tradewind.trader.world.VirtualHost;
import io.tradewind.trader.world.World;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.ListingParser;
import io.tradewind.venues.binance.venue.BinanceAddresses;
import io.tradewind.venues.binance.venue.BinanceVenue;
import io.tradewind.venues.binance.venue.OrderLine;
import io.tradewind.venues.binance.venue.SocketLine;
import io.tradewind.venues.binance.venue.VenueNews;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.sign.HmacKey;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** One process: from its start, over whatever was left to it, until it dies or ends. */
final class Life implements World.Cycle {
  private static final int SEGMENT = 1 << 18;

  private final World world;
  private final Voyage voyage;
  private final VolatileDisk disk;
  private final VirtualHost host;
  private final Outside outside;
  private final VenueHttp http;
  private final ListingWait listing;
  private final AuditSink audit;
  private final BinanceSigner signer =
      new BinanceSigner(HmacKey.ofText(VirtualExchange.KEY, VirtualExchange.SECRET));
  final List<VenueNews> news = new ArrayList<>();
  final ControlInbox controls = new ControlInbox();
  private @Nullable Trader<WireVenue> trader;
  private @Nullable SessionPlayer<WireVenue> player;
  private @Nullable LiveOrders orders;

  Life(World world, Voyage voyage, VolatileDisk disk, AuditSink audit, long seed) {
    this.world = world;
    this.voyage = voyage;
    this.disk = disk;
    this.audit = audit;
    this.host = world.net().host();
    this.outside =
        new Outside(
            new Outside.Place(
                voyage.market(),
                BinanceAddresses.at(URI.create("http://exchange"), voyage.market()),
                Optional.of(signer)),
            new Outside.Net(host, host),
            world.time(),
            new FaultLog(world.time(), report -> {}),
            seed);
    this.http = outside.http();
    this.listing =
        new ListingWait(outside, http, "binance", new ListingParser.Fees(1_000, 1_000));
  }

  @Override
  public int doWork() {
    Trader<WireVenue> running = trader;
    if (running != null) {
      return running.doWork();
    }
    int work = listing.doWork();
    if (listing.listed().isPresent()) {
      begin(listing.listed().get().listings());
      work++;
    }
    return work;
  }

  private void begin(List<Listing> listings) {
    SessionPlayer<WireVenue> mine =
        SessionPlayer.of(
            commands ->
                new VenueSession<>(
                    voyage.spec(listings),
                    List.of(voyage.strategy()),
                    new GivenSlices(
                        listings.stream().map(Listing::instrument).toList(), 15_000_000_000L),
                    listener -> new WireVenue(voyage.abilities()),
                    commands,
                    audit),
            WireVenue::drop,
            listings.size());
    SnapshotFiles snapshots = new SnapshotFiles(disk, 2);
    JournalHead head = new JournalHead(voyage.session(), "1.0", "a voyage");
    SessionStart.Begun<WireVenue> begun =
        new SessionStart(disk, head, snapshots, SEGMENT).begin(mine);
    Inputs inputs =
        new Inputs(
            world.time(),
            listings.stream().map(Listing::instrument).toList(),
            begun.recorder(),
            mine.session().timeNs());
    long[] next = new long[listings.size()];
    long sliceNs = mine.session().sliceNs();
    Arrays.fill(
        next, sliceNs == Long.MIN_VALUE ? voyage.candles().floor(World.START_NS) : sliceNs);
    MarketFeed feed =
        new MarketFeed(
            new FeedSpec(voyage.market(), listings, voyage.candles(), voyage.trades(), false),
            next,
            TraderSettings.STANDARD.patience(),
            new MarketFeed.Line(
                http,
                outside.socketLine(),
                outside.place().addresses().marketStreams(),
                outside::backoff),
            outside.faults(),
            inputs.market());
    OrderLine line =
        voyage.overSocket()
            ? new SocketLine(
                http,
                signer,
                outside.place().addresses().socketApi(),
                outside.socketLine(),
                outside.backoff())
            : new OrderLine.Rest(http);
    LiveOrders live =
        new LiveOrders(
            inputs,
            mine,
            begun.fresh(),
            listener ->
                new BinanceVenue(
                    new BinanceVenue.Setup(
                        voyage.market(),
                        listings,
                        voyage.session(),
                        signer,
                        outside.place().addresses()),
                    new BinanceVenue.Wires(
                        http,
                        line,
                        outside.socketLine(),
                        i -> last(mine, i),
                        (book, i) -> held(mine, book, i),
                        outside.faults()),
                    outside.backoff(),
                    listener),
            news::add);
    player = mine;
    orders = live;
    trader =
        new Trader<>(
            begun.recorder(),
            new Trader.Parts(
                world.time(),
                new Trader.Keeping(snapshots, "1.0", () -> {}),
                controls,
                voyage.settings()),
            inputs,
            feed,
            live);
  }

  private static OptionalLong last(SessionPlayer<WireVenue> mine, int instrument) {
    long mark = mine.session().engine().books().markScaled(instrument);
    return mark == 0 ? OptionalLong.empty() : OptionalLong.of(mark);
  }

  private static OptionalLong held(SessionPlayer<WireVenue> mine, int book, int instrument) {
    return OptionalLong.of(
        mine.session().engine().books().of(book).position(instrument).qtyScaled());
  }

  /** Its engine; none before it has begun. */
  Optional<Engine> engine() {
    return Optional.ofNullable(player).map(each -> each.session().engine());
  }

  /** Whether it knows all that the venue did. */
  boolean isInStep() {
    LiveOrders mine = orders;
    return mine != null && mine.isInStep() && http.isIdle();
  }

  /** SIGKILL, and maybe the power with it. */
  void die(boolean withMachine) {
    host.die();
    if (withMachine) {
      disk.crash();
    }
  }
}
