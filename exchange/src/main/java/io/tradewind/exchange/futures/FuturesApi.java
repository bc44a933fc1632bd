package io.tradewind.exchange.futures;

import io.tradewind.exchange.api.Api;
import io.tradewind.exchange.api.Ear;
import io.tradewind.exchange.api.Line;
import io.tradewind.exchange.api.Liveness;
import io.tradewind.exchange.auth.Gatekeeper;
import io.tradewind.exchange.dispatch.Dispatcher;
import io.tradewind.exchange.dispatch.Endpoint;
import io.tradewind.exchange.dispatch.Response;
import io.tradewind.exchange.dispatch.Rest;
import io.tradewind.exchange.limit.OrderLimit;
import io.tradewind.exchange.limit.WeightLimit;
import io.tradewind.exchange.request.RawRequest;
import io.tradewind.exchange.socket.SocketMethods;
import io.tradewind.exchange.socket.SocketSession;
import io.tradewind.exchange.stream.Listener;
import io.tradewind.exchange.stream.StreamAddress;
import io.tradewind.exchange.stream.StreamHub;
import io.tradewind.exchange.symbol.MarketStreams;
import io.tradewind.exchange.symbol.SymbolStreams;
import io.tradewind.exchange.symbol.Tapes;
import io.tradewind.exchange.tape.Kline;
import io.tradewind.exchange.tape.Print;
import io.tradewind.exchange.user.ListenKeys;
import io.tradewind.exchange.user.UserHub;
import io.tradewind.exchange.wire.ClientIds;
import io.tradewind.exchange.wire.Json;
import io.tradewind.simulation.exchange.Amounts;
import io.tradewind.simulation.exchange.LevelChange;
import io.tradewind.simulation.exchange.futures.AccountUpdate;
import io.tradewind.simulation.exchange.futures.AlgoUpdate;
import io.tradewind.simulation.exchange.futures.ConfigUpdate;
import io.tradewind.simulation.exchange.futures.ForceOrder;
import io.tradewind.simulation.exchange.futures.FundingView;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.FuturesListener;
import io.tradewind.simulation.exchange.futures.FuturesListing;
import io.tradewind.simulation.exchange.futures.MarginCall;
import io.tradewind.simulation.exchange.futures.MarketPrices;
import io.tradewind.simulation.exchange.futures.MarketTrade;
import io.tradewind.simulation.exchange.futures.OrderUpdate;
import io.tradewind.simulation.exchange.futures.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Binance's USD-M futures API over a futures exchange of its own: REST below {@code /fapi/}, the
 * WebSocket API, streams of the market and of users. It belongs to one thread, which also tells it
 * the time.
 */
public final class FuturesApi implements Api {
  private static final String ROOT = "/fapi/";
  private static final String SOCKET = "/ws-fapi/v1";
  private static final long WEIGHT_A_MINUTE = 2400;
  private static final int PATIENCE = 20;
  private static final long MILLI_NS = 1_000_000;
  private static final long SECOND_MS = 1000;
  private static final long ALL_BOOKS_MS = 5000;
  private static final Listener.Rules RULES = new Listener.Rules(10, 1024);
  private static final WeightLimit.Texts TEXTS =
      new WeightLimit.Texts(
          "Too many requests; current limit is %d requests per minute. Please use the websocket for"
              + " live updates to avoid polling the API.",
          "Way too many requests; IP banned until %d. Please use the websocket for live updates to"
              + " avoid bans.");

  private final StreamHub hub = new StreamHub();
  private final Tapes tapes = new Tapes();
  private final OrderLimit orders =
      new OrderLimit(
          List.of(new OrderLimit.Rule("SECOND", 10, 300), new OrderLimit.Rule("MINUTE", 1, 1200)));
  private final MarkTapes markTapes = new MarkTapes();
  private final MarketStreams streams = new MarketStreams(hub, tapes, this::streams);
  private final ListenKeys keys;
  private final UserHub users;
  private final FuturesExchange exchange;
  private final Contracts contracts;
  private final FuturesEvents events;
  private final MarkStreams marks;
  private final RpiStreams rpis;
  private final Rest rest;
  private final SocketSession.Shared shared;
  private long nowMs;

  /**
   * Without contracts and accounts, which its exchange is given.
   *
   * @param seed of the names that it makes up
   * @param insuranceFundId the account of the exchange that takes over what liquidations leave
   */
  public FuturesApi(Gatekeeper gate, long seed, long insuranceFundId) {
    this.keys = new ListenKeys(seed + 1);
    this.users = new UserHub(keys, hub);
    this.exchange = new FuturesExchange(new Told(), insuranceFundId);
    this.contracts = new Contracts(exchange);
    this.events = new FuturesEvents(contracts, new AlgoJson(exchange, contracts));
    this.marks = new MarkStreams(exchange, contracts, hub);
    this.rpis = new RpiStreams(contracts, hub);
    WeightLimit weights = new WeightLimit(WEIGHT_A_MINUTE, PATIENCE, TEXTS);
    Dispatcher dispatcher = new Dispatcher(endpoints(new ClientIds(seed)), gate, weights, orders);
    this.rest = new Rest(ROOT, dispatcher);
    this.shared =
        new SocketSession.Shared(
            dispatcher, gate, users.lines(), SocketMethods.FUTURES, WEIGHT_A_MINUTE);
  }

  private List<Endpoint> endpoints(ClientIds ids) {
    FuturesErrors errors = new FuturesErrors(exchange, contracts);
    FuturesInfo info = new FuturesInfo(contracts, WEIGHT_A_MINUTE, orders);
    FuturesMarketData.Traded traded = new FuturesMarketData.Traded(tapes, markTapes);
    List<Endpoint> all = new ArrayList<>();
    all.addAll(new FuturesMarketData(exchange, contracts, errors, info, traded).endpoints());
    all.addAll(new FuturesTrading(exchange, contracts, errors, ids).endpoints());
    all.addAll(new FuturesAlgos(exchange, contracts, errors, ids).endpoints());
    all.addAll(new FuturesAccounts(exchange, contracts, errors, orders).endpoints());
    all.addAll(new FuturesSettings(exchange, contracts, errors, keys, this::tellEnded).endpoints());
    return all;
  }

  private void tellEnded(String key, long timeMs) {
    hub.tell(key, FuturesEvents.expired(key, timeMs)::toString);
  }

  /** Its exchange, for operator and crowd; {@link #flush} must follow what they do. */
  public FuturesExchange exchange() {
    return exchange;
  }

  /** What is known of a symbol from before; candles of any length in their order. */
  public void remember(String symbol, List<Kline> candles) {
    candles.forEach(tapes.of(symbol)::remember);
  }

  @Override
  public Liveness liveness() {
    return Liveness.FUTURES;
  }

  @Override
  public long orders() {
    return orders.placed();
  }

  @Override
  public boolean knows(String path) {
    return path.startsWith(ROOT);
  }

  @Override
  public Response answer(RawRequest request, long timeMs) {
    nowMs = timeMs;
    Response response = rest.answer(request, timeMs);
    flush(timeMs);
    return response;
  }

  @Override
  public Optional<Ear> open(String path, String query, String address, Line line, long timeMs) {
    if (path.equals(SOCKET)) {
      boolean showsLimits = !query.contains("returnRateLimits=false");
      return Optional.of(new SocketSession(shared, line, address, timeMs, showsLimits));
    }
    return StreamAddress.ofFutures(path, query)
        .map(each -> new Listener(hub, line, RULES, each.names(), each.combined()));
  }

  @Override
  public void flush(long timeMs) {
    nowMs = timeMs;
    streams.flush(timeMs);
  }

  @Override
  public void tick(long timeMs) {
    exchange.advance(Math.max(timeMs, nowMs) * MILLI_NS);
    flush(Math.max(timeMs, nowMs));
    streams.tick(timeMs);
    rpis.tick(timeMs);
    if (timeMs % SECOND_MS == 0) {
      second(timeMs);
    }
    if (timeMs % ALL_BOOKS_MS == 0) {
      streams.tellTops(timeMs);
    }
  }

  private void second(long timeMs) {
    keys.expire(timeMs, (_, key) -> tellEnded(key, timeMs));
    for (FuturesListing each : contracts.all()) {
      String symbol = each.symbol();
      if (exchange.prices(symbol) instanceof Result.Done<MarketPrices>(MarketPrices prices)
          && exchange.funding(symbol) instanceof Result.Done<FundingView>(FundingView funding)) {
        markTapes.add(symbol, prices, funding, timeMs);
      }
    }
    marks.tick(timeMs);
    streams.tellTickers(timeMs);
  }

  private SymbolStreams streams(String symbol) {
    FuturesDialect dialect = new FuturesDialect(symbol, contracts.digits(symbol), tapes.of(symbol));
    return new SymbolStreams(
        symbol, dialect, levels -> contracts.depth(symbol, levels), hub, tapes.of(symbol));
  }

  /** What the exchange tells goes to tapes and streams. */
  private final class Told implements FuturesListener {
    private void user(long account, ObjectNode event) {
      users.tell(account, event, nowMs);
    }

    @Override
    public void onOrder(OrderUpdate update) {
      long account = update.order().accountId();
      if (users.isHeard(account, nowMs)) {
        events.lite(update).ifPresent(event -> user(account, event));
        user(account, events.order(update));
      }
    }

    @Override
    public void onAlgo(AlgoUpdate update) {
      user(update.algo().accountId(), events.algo(update));
    }

    @Override
    public void onAccount(AccountUpdate update) {
      user(update.accountId(), events.account(update));
    }

    @Override
    public void onMarginCall(MarginCall call) {
      user(call.accountId(), events.called(call));
    }

    @Override
    public void onConfig(ConfigUpdate update) {
      user(update.accountId(), events.config(update));
    }

    @Override
    public void onTrade(MarketTrade trade) {
      Print print =
          new Print(
              trade.tradeId(),
              trade.priceE8(),
              trade.qtyE8(),
              Amounts.quoteDownE8(trade.priceE8(), trade.qtyE8()),
              Json.ms(trade.timeNs()),
              trade.buyerIsMaker(),
              trade.takerOrderId(),
              trade.kind() == MarketTrade.Kind.RPI);
      streams.onTrade(trade.symbol(), print);
    }

    @Override
    public void onLevel(LevelChange change) {
      streams.onLevel(change);
      rpis.onLevel(change);
    }

    @Override
    public void onRpiLevel(LevelChange change) {
      rpis.onRpiLevel(change);
    }

    @Override
    public void onForceOrder(ForceOrder order) {
      ObjectNode event = events.forced(order);
      String symbol = order.order().order().symbol().toLowerCase(Locale.ROOT);
      hub.tell(symbol + "@forceOrder", event::toString);
      hub.tell("!forceOrder@arr", event::toString);
    }
  }
}
