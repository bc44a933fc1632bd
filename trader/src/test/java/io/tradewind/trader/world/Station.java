package io.tradewind.trader.world;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.market.MarketEvent;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.risk.Approvals;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.model.MarketMessage;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.ListingParser;
import io.tradewind.venues.binance.parse.MarketParser;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.binance.parse.SymbolTable;
import io.tradewind.venues.binance.rest.BinanceProtocol;
import io.tradewind.venues.binance.rest.ListingQueries;
import io.tradewind.venues.binance.rest.Query;
import io.tradewind.venues.binance.stream.BinanceNames;
import io.tradewind.venues.binance.venue.BinanceAddresses;
import io.tradewind.venues.binance.venue.BinanceListener;
import io.tradewind.venues.binance.venue.BinanceVenue;
import io.tradewind.venues.binance.venue.OrderLine;
import io.tradewind.venues.binance.venue.SocketLine;
import io.tradewind.venues.binance.venue.VenueNews;
import io.tradewind.venues.http.CircuitBreaker;
import io.tradewind.venues.http.HttpSettings;
import io.tradewind.venues.http.RateBudget;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.sign.HmacKey;
import io.tradewind.venues.stream.SocketSettings;
import io.tradewind.venues.stream.StreamKind;
import io.tradewind.venues.stream.StreamListener;
import io.tradewind.venues.stream.StreamSpec;
import io.tradewind.venues.stream.StreamState;
import io.tradewind.venues.stream.StreamText;
import io.tradewind.venues.stream.VenueSocket;
import io.tradewind.venues.time.Backoff;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A process that hears one market and trades there at random: it asks what is listed, connects, and
 * then places, amends and cancels by seed until it is told to rest.
 */
final class Station implements BinanceListener, StreamListener, World.Cycle {
  private static final long ASK_AGAIN_NS = Utc.SECOND_NS;
  private static final long WORTH = 300;
  private static final int CAPACITY = 10_000;

  private final World world;
  private final Setting setting;
  private final VirtualHost host;
  private final SplitMix dice;
  private final FaultLog faults;
  private final VenueHttp http;
  private final BinanceSigner signer =
      new BinanceSigner(HmacKey.ofText(VirtualExchange.KEY, VirtualExchange.SECRET));
  private final BinanceAddresses addresses;
  private final SortedMap<Long, OrderTerms> open = new TreeMap<>();
  private final List<OrderEvent> events = new ArrayList<>();
  private final List<VenueNews> news = new ArrayList<>();
  private final List<FaultLog.Report> faultReports = new ArrayList<>();
  private List<Instrument> instruments = List.of();
  private long[] lastScaled = new long[0];
  private @Nullable BinanceVenue venue;
  private @Nullable OrderLine line;
  private @Nullable VenueSocket streams;
  private @Nullable MarketParser parser;
  private long askNs;
  private long actNs;
  private long lastId;
  private long messages;
  private boolean isAsking;
  private boolean isResting;

  /**
   * What it is.
   *
   * @param overSocket whether orders go over the WebSocket API
   * @param session number of the session, for the names of its orders
   * @param everyNs from one command to the next
   */
  record Setting(Market market, boolean overSocket, long session, long everyNs) {}

  Station(World world, Setting setting, long seed) {
    this.world = world;
    this.setting = setting;
    this.host = world.net().host();
    this.dice = new SplitMix(seed);
    this.addresses = BinanceAddresses.at(URI.create("http://exchange"), setting.market());
    this.faults = new FaultLog(world.time(), faultReports::add);
    this.http =
        new VenueHttp(
            HttpSettings.STANDARD,
            new BinanceProtocol(setting.market(), Optional.of(signer), new RestParser(faults)),
            new VenueHttp.Line(host, world.time()),
            backoff(),
            new RateBudget(RateBudget.Shares.STANDARD, List.of()));
  }

  private Backoff backoff() {
    return new Backoff(100_000_000L, 5 * Utc.SECOND_NS, new SplitMix(dice.nextLong()));
  }

  @Override
  public int doWork() {
    BinanceVenue standing = venue;
    VenueSocket heard = streams;
    if (standing == null || heard == null) {
      return ask() + http.doWork();
    }
    int work = heard.doWork() + standing.doWork();
    if (!isResting && standing.isInStep() && world.time().nowNs() >= actNs) {
      actNs = world.time().nowNs() + setting.everyNs();
      act(standing);
      work++;
    }
    return work;
  }

  private int ask() {
    if (isAsking || world.time().nowNs() < askNs) {
      return 0;
    }
    isAsking = true;
    askNs = world.time().nowNs() + ASK_AGAIN_NS;
    ListingQueries queries =
        new ListingQueries(
            setting.market(),
            new ListingParser(setting.market(), "binance", faults),
            new RestParser(faults));
    Query<ListingQueries.Listed> query =
        queries.info(new ListingParser.Fees(1_000, 1_000), world.time().nowNs());
    http.submit(
        query.request(),
        reply -> {
          isAsking = false;
          if (reply instanceof Reply.Done done) {
            query.read(done.response().body()).ifPresent(this::begin);
          }
        });
    return 1;
  }

  private void begin(ListingQueries.Listed listed) {
    http.budget().limits(listed.limits());
    List<Listing> listings = listed.listings();
    instruments = listings.stream().map(Listing::instrument).toList();
    lastScaled = new long[instruments.size()];
    VenueSocket.Line sockets = new VenueSocket.Line(host, world.time());
    OrderLine orders =
        setting.overSocket()
            ? new SocketLine(http, signer, addresses.socketApi(), sockets, backoff())
            : new OrderLine.Rest(http);
    line = orders;
    venue =
        new BinanceVenue(
            new BinanceVenue.Setup(
                setting.market(), listings, setting.session(), signer, addresses),
            new BinanceVenue.Wires(http, orders, sockets, this::last, faults),
            backoff(),
            this);
    parser = new MarketParser(new SymbolTable(setting.market(), instruments), faults);
    streams =
        new VenueSocket(
            new StreamSpec(
                () -> URI.create(addresses.marketStreams() + names(listings)),
                List.of(),
                StreamKind.MARKET,
                CAPACITY,
                BinanceNames.names()),
            SocketSettings.STANDARD,
            sockets,
            backoff(),
            this);
  }

  private String names(List<Listing> listings) {
    String trades = setting.market() == Market.SPOT ? "trade" : "aggTrade";
    return listings.stream()
        .map(each -> each.symbol().toLowerCase(Locale.ROOT))
        .map(symbol ->
            "%s@%s/%s@depth@100ms/%s@bookTicker/%s@kline_1m"
                .formatted(symbol, trades, symbol, symbol, symbol))
        .collect(Collectors.joining("/"));
  }

  private OptionalLong last(int place) {
    return lastScaled[place] == 0 ? OptionalLong.empty() : OptionalLong.of(lastScaled[place]);
  }

  private void act(BinanceVenue to) {
    int place = dice.nextInt(instruments.size());
    int what = dice.nextInt(10);
    if (last(place).isEmpty()) {
      return;
    }
    if (what < 6 || open.isEmpty()) {
      place(to, place, what);
      return;
    }
    long id = new ArrayList<>(open.keySet()).get(dice.nextInt(open.size()));
    OrderTerms terms = open.getOrDefault(id, new OrderTerms.Market());
    int its = (int) (id % instruments.size());
    if (what < 8 && last(its).isPresent()) {
      OrderTerms other =
          terms instanceof OrderTerms.Stop
              ? new OrderTerms.Stop(near(its, 0.98))
              : new OrderTerms.Limit(near(its, 0.999), false);
      submit(to, new VenueCommand.AmendOrder(id, its, other));
    } else {
      submit(to, new VenueCommand.CancelOrder(id, its));
    }
  }

  /** An order's id tells its instrument. */
  private void place(BinanceVenue to, int place, int what) {
    lastId++;
    while (lastId % instruments.size() != place) {
      lastId++;
    }
    Side side = what == 5 || what == 0 ? Side.SELL : Side.BUY;
    OrderTerms terms =
        switch (what) {
          case 0 -> new OrderTerms.Limit(near(place, 1.001), false);
          case 4 -> new OrderTerms.Market();
          case 5 -> new OrderTerms.Stop(near(place, 0.99));
          default -> new OrderTerms.Limit(near(place, 0.9995), false);
        };
    submit(
        to,
        new VenueCommand.NewOrder(
            new OrderIntent(
                lastId,
                0,
                place,
                side,
                new OrderSize.Base(qtyScaled(place)),
                terms,
                TimeInForce.GTC,
                false,
                OrderPurpose.ENTRY)));
    open.put(lastId, terms);
  }

  private void submit(BinanceVenue to, VenueCommand command) {
    world.trace().add("command", command.toString());
    to.submit(Approvals.of(command));
  }

  private long near(int place, double factor) {
    TradingRules rules = instruments.get(place).rules().getLast();
    long ticks = (long) (lastScaled[place] * factor) / rules.tickScaled();
    return ticks * rules.tickScaled();
  }

  private long qtyScaled(int place) {
    Instrument instrument = instruments.get(place);
    long lot = instrument.rules().getLast().lotScaled();
    long scales =
        FixedPoint.pow10(instrument.qtyScale()) * FixedPoint.pow10(instrument.priceScale());
    return WORTH * scales / lastScaled[place] / lot * lot;
  }

  @Override
  public void onOrder(OrderEvent event) {
    world.trace().add("order", event.toString());
    events.add(event);
    boolean isOver =
        switch (event) {
          case OrderEvent.Rejected _, OrderEvent.Cancelled _, OrderEvent.Expired _ -> true;
          case OrderEvent.Filled filled -> filled.isLast();
          case OrderEvent.Sent _,
              OrderEvent.Accepted _,
              OrderEvent.Lost _,
              OrderEvent.Triggered _,
              OrderEvent.Amended _ ->
              false;
        };
    if (isOver) {
      open.remove(event.orderId());
    }
  }

  @Override
  public void onFill(OrderEvent.Filled fill, long tradeId) {
    onOrder(fill);
  }

  @Override
  public void onNews(VenueNews told) {
    world.trace().add("news", told.toString());
    if (!(told instanceof VenueNews.Account)) {
      news.add(told);
    }
  }

  @Override
  public void onText(StreamText text) {
    MarketParser reads = parser;
    if (reads != null) {
      reads.parse(text, this::onMessage);
    }
  }

  private void onMessage(MarketMessage message) {
    messages++;
    if (message instanceof MarketMessage.Data(MarketEvent.Trade trade, _)) {
      for (int i = 0; i < lastScaled.length; i++) {
        if (instruments.get(i).id().equals(trade.instrument())) {
          lastScaled[i] = trade.priceScaled();
        }
      }
    }
  }

  @Override
  public void onState(StreamState state) {
    world.trace().add("market", state.toString());
  }

  /** Commands no more. */
  void rest() {
    isResting = true;
  }

  /** Takes back all that is open, as far as it knows. */
  void cancelAll() {
    BinanceVenue to = venue;
    if (to != null) {
      for (long id : open.keySet()) {
        submit(to, new VenueCommand.CancelOrder(id, (int) (id % instruments.size())));
      }
    }
  }

  /** Whether all was told that it has asked for, and it may ask for what is missing. */
  boolean isSettled() {
    BinanceVenue standing = venue;
    return standing != null
        && standing.isInStep()
        && http.isIdle()
        && http.breakerState() != CircuitBreaker.State.OPEN
        && (!(line instanceof SocketLine over) || over.isIdle());
  }

  void die() {
    host.die();
  }

  List<OrderEvent> events() {
    return List.copyOf(events);
  }

  List<VenueNews> news() {
    return List.copyOf(news);
  }

  List<FaultLog.Report> faultReports() {
    return List.copyOf(faultReports);
  }

  /** Orders that have not ended, as far as it knows. */
  List<Long> open() {
    return List.copyOf(open.keySet());
  }

  long messages() {
    return messages;
  }
}
