package io.tradewind.venues.contract;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.risk.Approvals;
import io.tradewind.core.time.Utc;
import io.tradewind.exchange.auth.ApiKey;
import io.tradewind.exchange.auth.Gatekeeper;
import io.tradewind.exchange.auth.Secret;
import io.tradewind.exchange.server.SimulatedExchange;
import io.tradewind.exchange.spot.SpotApi;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.Balance;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.exchange.spot.NewOrder;
import io.tradewind.simulation.exchange.spot.OrderTerms;
import io.tradewind.simulation.exchange.spot.Result;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import io.tradewind.simulation.matching.TimeInForce;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.model.UserEvent;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.ListingParser;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.binance.rest.BinanceProtocol;
import io.tradewind.venues.binance.rest.ListingQueries;
import io.tradewind.venues.binance.rest.Query;
import io.tradewind.venues.binance.venue.BinanceAddresses;
import io.tradewind.venues.binance.venue.BinanceListener;
import io.tradewind.venues.binance.venue.BinanceVenue;
import io.tradewind.venues.binance.venue.OrderLine;
import io.tradewind.venues.binance.venue.SocketLine;
import io.tradewind.venues.binance.venue.VenueNews;
import io.tradewind.venues.http.HttpSettings;
import io.tradewind.venues.http.JdkTransport;
import io.tradewind.venues.http.RateBudget;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.sign.HmacKey;
import io.tradewind.venues.stream.JdkSocketTransport;
import io.tradewind.venues.stream.VenueSocket;
import io.tradewind.venues.time.Backoff;
import io.tradewind.venues.time.WallClock;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Binance's spot over sockets, against the simulated exchange on loopback. A maker and a taker move
 * the market between the requests. That all is told which a step brings is known when a deposit of
 * nothing in particular, made after it, has come over the account's stream.
 */
final class SpotFloor implements Floor, BinanceListener {
  private static final String KEY = "key";
  private static final String SECRET = "secret";
  private static final String SYMBOL = "BTCUSDT";
  private static final String MARK = "MARK";
  private static final long CUSTOMER = 1;
  private static final long MAKER = 2;
  private static final long TAKER = 3;
  private static final long ONE = 100_000_000;
  private static final long CENT = ONE / 100;
  private static final long TICK = 5 * CENT;
  private static final long PLENTY = 1_000 * ONE;
  private static final long PATIENCE_NS = 20 * Utc.SECOND_NS;

  private final WallClock clock = new WallClock();
  private final List<OrderEvent> events = new ArrayList<>();
  private final List<VenueNews> news = new ArrayList<>();
  private final List<FaultLog.Report> faultReports = new ArrayList<>();
  private final SpotApi api;
  private final SimulatedExchange server;
  private final JdkTransport transport;
  private final JdkSocketTransport sockets = new JdkSocketTransport(1 << 20);
  private final VenueHttp http;
  private final FaultLog faults;
  private final Listing listing;
  private final BinanceVenue venue;
  private final OrderLine line;
  private long marks;
  private long marksSeen;
  private long orders;
  private long lastE8 = 100 * ONE;

  SpotFloor(boolean overSocket) {
    Gatekeeper gate = new Gatekeeper(List.of(new ApiKey(KEY, CUSTOMER, new Secret.Hmac(SECRET))));
    api = new SpotApi(gate, 7);
    prepare(api.exchange());
    server =
        SimulatedExchange.start(List.of(api), now -> {}, InstantSource.system(), 0);
    URI base = URI.create("http://127.0.0.1:" + server.port());
    faults = new FaultLog(clock, faultReports::add);
    BinanceSigner signer = new BinanceSigner(HmacKey.ofText(KEY, SECRET));
    transport = new JdkTransport("test", base);
    http =
        new VenueHttp(
            HttpSettings.STANDARD,
            new BinanceProtocol(Market.SPOT, Optional.of(signer), new RestParser(faults)),
            new VenueHttp.Line(transport, clock),
            backoff(),
            new RateBudget(RateBudget.Shares.STANDARD, List.of()));
    listing = listing();
    VenueSocket.Line socketLine = new VenueSocket.Line(sockets, clock);
    BinanceAddresses addresses = BinanceAddresses.at(base, Market.SPOT);
    line =
        overSocket
            ? new SocketLine(http, signer, addresses.socketApi(), socketLine, backoff())
            : new OrderLine.Rest(http);
    venue =
        new BinanceVenue(
            new BinanceVenue.Setup(Market.SPOT, List.of(listing), 77, signer, addresses),
            new BinanceVenue.Wires(
                http, line, socketLine, i -> java.util.OptionalLong.of(lastE8 / CENT), faults),
            backoff(),
            this);
    until(() -> venue.isInStep() && (!(line instanceof SocketLine over) || over.isLive()));
  }

  private static Backoff backoff() {
    return new Backoff(100_000_000L, Utc.SECOND_NS, new SplitMix(1));
  }

  private Listing listing() {
    ListingQueries queries =
        new ListingQueries(
            Market.SPOT,
            new ListingParser(Market.SPOT, "binance", faults),
            new RestParser(faults));
    Query<ListingQueries.Info> query =
        queries.info(new ListingParser.Fees(1_000, 1_000), clock.nowNs());
    List<Reply> replies = new ArrayList<>();
    http.submit(query.request(), replies::add);
    while (replies.isEmpty()) {
      if (http.doWork() == 0) {
        LockSupport.parkNanos(200_000L);
      }
    }
    Reply.Done done = (Reply.Done) replies.getFirst();
    return query
        .read(done.response().body())
        .orElseThrow(() -> new AssertionError(faultReports))
        .listings()
        .getFirst();
  }

  private void prepare(SpotExchange exchange) {
    long nowNs = clock.nowNs();
    exchange.list(
        new io.tradewind.simulation.exchange.spot.Listing(
            SYMBOL,
            "BTC",
            "USDT",
            ListingStatus.TRADING,
            io.tradewind.simulation.exchange.spot.Listing.Allowed.everything(),
            List.of(
                new Filter.Price(TICK, 1_000_000 * ONE, TICK),
                new Filter.Lot(ONE / 10_000, 9_000 * ONE, ONE / 100_000),
                new Filter.IcebergParts(50),
                new Filter.TrailingDelta(10, 2000, 10, 2000),
                new Filter.Notional(5 * ONE, 9_000_000 * ONE, true, false, 5)),
            new FeeRates(1000, 1000)));
    exchange.openAccount(CUSTOMER, Account.Terms.PLAIN);
    exchange.openAccount(MAKER, Account.Terms.UNLIMITED);
    exchange.openAccount(TAKER, Account.Terms.UNLIMITED);
    exchange.deposit(CUSTOMER, "USDT", 10_000 * ONE, nowNs);
    exchange.deposit(CUSTOMER, "BTC", 10 * ONE, nowNs);
    quote(TAKER, Side.SELL, 100 * ONE, ONE, TimeInForce.GTC);
    quote(MAKER, Side.BUY, 100 * ONE, ONE, TimeInForce.GTC);
    around(100 * ONE);
  }

  private void quote(long account, Side side, long priceE8, long qtyE8, TimeInForce time) {
    String id = "m" + ++orders;
    OrderTerms terms = new OrderTerms.Limit(qtyE8, priceE8, time);
    api.exchange().place(account, new NewOrder(SYMBOL, id, side, terms), clock.nowNs());
  }

  private void clear() {
    api.exchange().cancelAll(MAKER, SYMBOL, "c" + ++orders, clock.nowNs());
  }

  private void around(long priceE8) {
    clear();
    quote(MAKER, Side.BUY, priceE8 - TICK, PLENTY, TimeInForce.GTC);
    quote(MAKER, Side.SELL, priceE8 + TICK, PLENTY, TimeInForce.GTC);
    lastE8 = priceE8;
  }

  /** The maker goes through what stands in the way, then one trade is made at the price. */
  @Override
  public void price(long priceScaled) {
    long priceE8 = priceScaled * CENT;
    Side way = priceE8 < lastE8 ? Side.SELL : Side.BUY;
    server.operate(() -> {
      clear();
      quote(MAKER, way, priceE8, PLENTY, TimeInForce.GTC);
      quote(
          MAKER,
          way.opposite(),
          way == Side.SELL ? priceE8 - TICK : priceE8 + TICK,
          PLENTY,
          TimeInForce.GTC);
      quote(TAKER, way.opposite(), priceE8, ONE, TimeInForce.IOC);
      around(priceE8);
    });
    settle();
  }

  @Override
  public void trade(long priceScaled, long qtyScaled) {
    long priceE8 = priceScaled * CENT;
    Side side = priceE8 < lastE8 ? Side.SELL : Side.BUY;
    server.operate(() -> {
      clear();
      quote(TAKER, side, priceE8, qtyScaled, TimeInForce.IOC);
      lastE8 = priceE8 + (side == Side.SELL ? 1 : -1);
      quote(MAKER, side, priceE8 + (side == Side.SELL ? TICK : -TICK), PLENTY, TimeInForce.GTC);
    });
    settle();
  }

  @Override
  public Instrument instrument() {
    return listing.instrument();
  }

  @Override
  public void submit(VenueCommand command) {
    venue.submit(Approvals.of(command));
    settle();
  }

  /** Twice, since what is told may have been answered by us with a request. */
  private void settle() {
    for (int i = 0; i < 2; i++) {
      venue.doWork();
      until(() -> http.isIdle() && (!(line instanceof SocketLine over) || over.isIdle()));
      marks++;
      server.operate(() -> api.exchange().deposit(CUSTOMER, MARK, 1, clock.nowNs()));
      until(() -> marksSeen >= marks);
    }
  }

  private void until(BooleanSupplier condition) {
    long startNs = clock.nowNs();
    while (!condition.getAsBoolean()) {
      if (venue.doWork() == 0) {
        LockSupport.parkNanos(200_000L);
      }
      if (clock.nowNs() - startNs > PATIENCE_NS) {
        throw new AssertionError("waited in vain; " + events + " " + news + " " + faultReports);
      }
    }
  }

  @Override
  public void onOrder(OrderEvent event) {
    events.add(event);
  }

  @Override
  public void onNews(VenueNews told) {
    boolean isMark =
        told instanceof VenueNews.Account account
            && account.event() instanceof UserEvent.BalanceChange change
            && change.asset().equals(MARK);
    marksSeen += isMark ? 1 : 0;
    if (!(told instanceof VenueNews.Account)) {
      news.add(told);
    }
  }

  List<VenueNews> news() {
    return List.copyOf(news);
  }

  @Override
  public List<OrderEvent> events() {
    return List.copyOf(events);
  }

  private long balance(String asset) {
    long[] sum = new long[1];
    server.operate(() -> {
      if (api.exchange().account(CUSTOMER) instanceof Result.Done<Account> done) {
        sum[0] =
            done.value().balances().stream()
                .filter(each -> each.asset().equals(asset))
                .mapToLong(SpotFloor::sum)
                .sum();
      }
    });
    return sum[0];
  }

  private static long sum(Balance balance) {
    return balance.freeE8() + balance.lockedE8();
  }

  @Override
  public long cashScaled() {
    return balance("USDT");
  }

  @Override
  public long baseScaled() {
    return balance("BTC");
  }

  @Override
  public void close() {
    venue.close();
    if (line instanceof SocketLine over) {
      over.close();
    }
    sockets.close();
    transport.close();
    server.close();
  }
}
