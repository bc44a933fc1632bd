package io.tradewind.venues.contract;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.risk.Approvals;
import io.tradewind.core.time.Utc;
import io.tradewind.exchange.server.SimulatedExchange;
import io.tradewind.venues.binance.model.Listing;
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
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Binance over sockets, against the simulated exchange on loopback. That all is told which a step
 * brings is known when a deposit of nothing in particular, made after it, has come over the
 * account's stream.
 */
final class WireFloor implements Floor, BinanceListener {
  private static final long PATIENCE_NS = 10 * Utc.SECOND_NS;

  private final WallClock clock = new WallClock();
  private final List<OrderEvent> events = new ArrayList<>();
  private final List<VenueNews> news = new ArrayList<>();
  private final List<FaultLog.Report> faultReports = new ArrayList<>();
  private final WireMarket market;
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

  WireFloor(WireMarket market, boolean overSocket) {
    this.market = market;
    server =
        SimulatedExchange.start(List.of(market.api()), market::onTime, InstantSource.system(), 0);
    URI base = URI.create("http://127.0.0.1:" + server.port());
    faults = new FaultLog(clock, faultReports::add);
    BinanceSigner signer = new BinanceSigner(HmacKey.ofText(WireMarket.KEY, WireMarket.SECRET));
    transport = new JdkTransport("test", base);
    http =
        new VenueHttp(
            HttpSettings.STANDARD,
            new BinanceProtocol(market.kind(), Optional.of(signer), new RestParser(faults)),
            new VenueHttp.Line(transport, clock),
            backoff(),
            new RateBudget(RateBudget.Shares.STANDARD, List.of()));
    listing = listing();
    VenueSocket.Line socketLine = new VenueSocket.Line(sockets, clock);
    BinanceAddresses addresses = BinanceAddresses.at(base, market.kind());
    line =
        overSocket
            ? new SocketLine(http, signer, addresses.socketApi(), socketLine, backoff())
            : new OrderLine.Rest(http);
    venue =
        new BinanceVenue(
            new BinanceVenue.Setup(market.kind(), List.of(listing), 77, signer, addresses),
            new BinanceVenue.Wires(
                http, line, socketLine, i -> OptionalLong.of(operated(market::askScaled)), faults),
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
            market.kind(),
            new ListingParser(market.kind(), "binance", faults),
            new RestParser(faults));
    Query<ListingQueries.Listed> query =
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

  @Override
  public void price(long priceScaled) {
    server.operate(() -> market.price(priceScaled));
    settle();
  }

  @Override
  public void trade(long priceScaled, long qtyScaled) {
    server.operate(() -> market.trade(priceScaled, qtyScaled));
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
      server.operate(market::mark);
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
  public void onFill(OrderEvent.Filled fill, long tradeId) {
    events.add(fill);
  }

  @Override
  public void onNews(VenueNews told) {
    boolean isMark = told instanceof VenueNews.Account account && market.isMark(account.event());
    marksSeen += isMark ? 1 : 0;
    if (!(told instanceof VenueNews.Account)) {
      news.add(told);
    }
  }

  @Override
  public List<OrderEvent.Filled> beside() {
    List<OrderEvent.Filled> all = new ArrayList<>();
    for (VenueNews each : news) {
      if (each instanceof VenueNews.GuardFill(var _, var fill, var _)) {
        all.add(fill);
      } else if (each instanceof VenueNews.LateFill(var _, var fill, var _)) {
        all.add(fill);
      }
    }
    return all;
  }

  List<VenueNews> news() {
    return List.copyOf(news);
  }

  @Override
  public List<OrderEvent> events() {
    return List.copyOf(events);
  }

  private long operated(LongSupplier question) {
    long[] answer = new long[1];
    server.operate(() -> answer[0] = question.getAsLong());
    return answer[0];
  }

  @Override
  public long cashToleranceScaled() {
    return market.cashToleranceScaled();
  }

  @Override
  public long cashScaled() {
    return operated(market::cashScaled);
  }

  @Override
  public long baseScaled() {
    return operated(market::baseScaled);
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
