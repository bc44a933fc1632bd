package io.tradewind.bench.latency;

import io.tradewind.analytics.parameter.ParameterValues;
import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.engine.Engine;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.port.VenuePort;
import io.tradewind.core.risk.Approved;
import io.tradewind.core.risk.RiskSettings;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.core.trade.ExitRules;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.binance.rest.BinanceProtocol;
import io.tradewind.venues.binance.venue.BinanceAddresses;
import io.tradewind.venues.binance.venue.BinanceListener;
import io.tradewind.venues.binance.venue.BinanceVenue;
import io.tradewind.venues.binance.venue.OrderLine;
import io.tradewind.venues.binance.venue.SocketLine;
import io.tradewind.venues.binance.venue.VenueNews;
import io.tradewind.venues.http.HttpSettings;
import io.tradewind.venues.http.JdkTransport;
import io.tradewind.venues.http.RateBudget;
import io.tradewind.venues.http.Transport;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.sign.HmacKey;
import io.tradewind.venues.stream.JdkSocketTransport;
import io.tradewind.venues.stream.SocketTransport;
import io.tradewind.venues.stream.VenueSocket;
import io.tradewind.venues.time.Backoff;
import io.tradewind.venues.time.WallClock;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Engine, strategy, risk and connection of one session, wired as a trader would wire them; driven
 * by the thread that calls {@link #step}.
 */
final class Trader implements BinanceListener, VenuePort {
  private static final long CAPITAL = 100_000_000_00000000L;

  private final WallClock clock = new WallClock();
  private final Stages stages = new Stages();
  private final Optional<OrderFile> file;
  private final BinanceVenue venue;
  private final Engine engine;
  private final MarketInlet inlet;
  private long sent;
  private boolean isWaiting;

  /** What it is made with. */
  record Wiring(URI base, int symbols, boolean overRest, Optional<OrderFile> file, Runnable wake) {}

  Trader(Wiring wiring, JdkTransport requests, JdkSocketTransport jdkSockets) {
    this.file = wiring.file();
    List<Listing> listings = Sheet.listings(wiring.symbols());
    FaultLog faults = new FaultLog(clock, report -> System.out.println("fault " + report));
    BinanceSigner signer = new BinanceSigner(HmacKey.ofText("key", "secret"));
    Transport transport = Waking.http(requests, wiring.wake(), stages);
    SocketTransport sockets = Waking.sockets(jdkSockets, wiring.wake(), stages);
    VenueHttp http =
        new VenueHttp(
            HttpSettings.STANDARD,
            new BinanceProtocol(Market.SPOT, Optional.of(signer), new RestParser(faults)),
            new VenueHttp.Line(transport, clock),
            backoff(),
            new RateBudget(RateBudget.Shares.STANDARD, List.of()));
    VenueSocket.Line line = new VenueSocket.Line(sockets, clock);
    BinanceAddresses addresses = BinanceAddresses.at(wiring.base(), Market.SPOT);
    OrderLine orders =
        wiring.overRest()
            ? new OrderLine.Rest(http)
            : new SocketLine(http, signer, addresses.socketApi(), line, backoff());
    this.venue =
        new BinanceVenue(
            new BinanceVenue.Setup(Market.SPOT, listings, 5, signer, addresses),
            new BinanceVenue.Wires(http, orders, line, i -> OptionalLong.empty(), faults),
            backoff(),
            this);
    this.engine = new Engine(spec(listings, clock.nowNs()), new EachWholeCoin(), this, entry -> {});
    this.inlet =
        new MarketInlet(listings, engine, new MarketInlet.Lines(http, line, faults), new Orders());
    inlet.open(addresses.marketStreams(), backoff());
  }

  private static Backoff backoff() {
    return new Backoff(100_000_000L, Utc.SECOND_NS, new SplitMix(1));
  }

  private static EngineSpec spec(List<Listing> listings, long nowNs) {
    return new EngineSpec(
        listings.stream().map(Listing::instrument).toList(),
        Interval.parse("1m"),
        "latency",
        ParameterValues.of(List.of(), Map.of()),
        RiskSettings.RESEARCH,
        ExitRules.NONE,
        CAPITAL,
        nowNs,
        Long.MAX_VALUE / 2);
  }

  /** Takes in what came, market data first; whether there was any. */
  boolean step() {
    return inlet.doWork() + venue.doWork() > 0;
  }

  /** What a text has led to goes out before the next one is looked at. */
  private final class Orders implements MarketInlet.Around {
    @Override
    public void before(long laidDownNs) {
      long nowNs = System.nanoTime();
      stages.taken(laidDownNs + nowNs - clock.nowNs(), nowNs);
    }

    @Override
    public void after() {
      if (isWaiting) {
        isWaiting = false;
        venue.doWork();
      }
    }
  }

  /** From here on stages count. */
  void mark() {
    stages.begin();
  }

  @Override
  public Set<Ability> abilities() {
    return Set.of(Ability.values());
  }

  /** On disk first, where that is asked for. */
  @Override
  public void submit(Approved<? extends VenueCommand> command) {
    sent++;
    stages.decided(System.nanoTime());
    file.ifPresent(each -> each.append(command.command().toString()));
    venue.submit(command);
    isWaiting = true;
  }

  @Override
  public void onOrder(OrderEvent event) {
    engine.onOrder(event);
  }

  @Override
  public void onFill(OrderEvent.Filled fill, long tradeId) {
    engine.onOrder(fill);
  }

  @Override
  public void onNews(VenueNews news) {
    if (!(news instanceof VenueNews.Account) && !(news instanceof VenueNews.InStep)) {
      System.out.println("news " + news);
    }
  }

  /** What became of it all. */
  String told() {
    return "%s%n    %d messages, %d lost, %d orders, %d books stand"
        .formatted(stages, inlet.messages(), inlet.lost(), sent, inlet.books());
  }
}
