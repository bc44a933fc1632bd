package io.tradewind.exchange.spot;

import io.tradewind.core.time.Utc;
import io.tradewind.exchange.api.Api;
import io.tradewind.exchange.api.Ear;
import io.tradewind.exchange.api.Line;
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
import io.tradewind.simulation.exchange.Amounts;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.LevelChange;
import io.tradewind.simulation.exchange.spot.AccountPosition;
import io.tradewind.simulation.exchange.spot.BalanceUpdate;
import io.tradewind.simulation.exchange.spot.ExecutionReport;
import io.tradewind.simulation.exchange.spot.ListReport;
import io.tradewind.simulation.exchange.spot.MarketTrade;
import io.tradewind.simulation.exchange.spot.Result;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import io.tradewind.simulation.exchange.spot.SpotListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * Binance's spot API over a spot exchange of its own: REST below {@code /api/v3/}, streams of the
 * market and of users. It belongs to one thread, which also tells it the time.
 */
public final class SpotApi implements Api {
  private static final String ROOT = "/api/v3/";
  private static final String WALLET = "/sapi/";
  private static final String SOCKET = "/ws-api/v3";
  private static final long WEIGHT_A_MINUTE = 6000;
  private static final int PATIENCE = 20;
  private static final Listener.Rules RULES = new Listener.Rules(5, 1024);
  private static final WeightLimit.Texts TEXTS =
      new WeightLimit.Texts(
          "Too much request weight used; current limit is %d request weight per 1 MINUTE. Please"
              + " use WebSocket Streams for live updates to avoid polling the API.",
          "Way too much request weight used; IP banned until %d. Please use WebSocket Streams for"
              + " live updates to avoid bans.");

  private final StreamHub hub = new StreamHub();
  private final Tapes tapes = new Tapes();
  private final OrderLimit orders =
      new OrderLimit(
          List.of(new OrderLimit.Rule("SECOND", 10, 100), new OrderLimit.Rule("DAY", 1, 200_000)));
  private final WeightLimit weights = new WeightLimit(WEIGHT_A_MINUTE, PATIENCE, TEXTS);
  private final MarketStreams streams = new MarketStreams(hub, tapes, this::streams);
  private final Map<String, SpotDialect> dialects = new LinkedHashMap<>();
  private final UserHub users;
  private final SpotExchange exchange = new SpotExchange(new Told(), List.of());
  private final Rest rest;
  private final Rest wallet;
  private final SocketSession.Shared shared;
  private long nowMs;

  /**
   * Without symbols and accounts, which its exchange is given.
   *
   * @param seed of the names that it makes up
   */
  public SpotApi(Gatekeeper gate, long seed) {
    ClientIds ids = new ClientIds(seed);
    ListenKeys keys = new ListenKeys(seed + 1);
    this.users = new UserHub(keys, hub);
    List<Endpoint> endpoints = new ArrayList<>();
    endpoints.addAll(new SpotMarketData(exchange, tapes, WEIGHT_A_MINUTE, orders).endpoints());
    endpoints.addAll(new SpotTrading(exchange, ids).endpoints());
    endpoints.addAll(new SpotLists(exchange, ids).endpoints());
    endpoints.addAll(new SpotAccounts(exchange, orders, keys).endpoints());
    Dispatcher dispatcher = new Dispatcher(endpoints, gate, weights, orders);
    this.rest = new Rest(ROOT, dispatcher);
    this.wallet =
        new Rest(
            WALLET, new Dispatcher(new SpotWallet(exchange).endpoints(), gate, weights, orders));
    this.shared =
        new SocketSession.Shared(
            dispatcher, gate, users.lines(), SocketMethods.SPOT, WEIGHT_A_MINUTE);
  }

  /** Its exchange, for operator and crowd; {@link #flush} must follow what they do. */
  public SpotExchange exchange() {
    return exchange;
  }

  /** What is known of a symbol from before; candles of any length in their order. */
  public void remember(String symbol, List<Kline> candles) {
    candles.forEach(tapes.of(symbol)::remember);
  }

  @Override
  public boolean knows(String path) {
    return path.startsWith(ROOT) || path.startsWith(WALLET);
  }

  @Override
  public Response answer(RawRequest request, long timeMs) {
    nowMs = timeMs;
    Response response = (request.path().startsWith(ROOT) ? rest : wallet).answer(request, timeMs);
    flush(timeMs);
    return response;
  }

  @Override
  public Optional<Ear> open(String path, String query, String address, Line line, long timeMs) {
    if (path.equals(SOCKET)) {
      boolean showsLimits = !query.contains("returnRateLimits=false");
      return Optional.of(new SocketSession(shared, line, address, timeMs, showsLimits));
    }
    return StreamAddress.of(path, query)
        .map(each -> new Listener(hub, line, RULES, each.names(), each.combined()));
  }

  @Override
  public long orders() {
    return orders.placed();
  }

  @Override
  public void flush(long timeMs) {
    nowMs = timeMs;
    streams.flush(timeMs);
  }

  @Override
  public void tick(long timeMs) {
    flush(timeMs);
    streams.tick(timeMs);
    if (timeMs % 1000 == 0) {
      dialects.forEach((symbol, each) ->
          hub.tell(
              symbol.toLowerCase(Locale.ROOT) + "@avgPrice",
              () -> each.average(timeMs).toString()));
      streams.tellTickers(timeMs);
    }
  }

  private SymbolStreams streams(String symbol) {
    IntFunction<Depth> depths = levels -> depth(symbol, levels);
    SpotDialect dialect = new SpotDialect(symbol, depths, tapes.of(symbol));
    dialects.put(symbol, dialect);
    return new SymbolStreams(symbol, dialect, depths, hub, tapes.of(symbol));
  }

  private Depth depth(String symbol, int levels) {
    return switch (exchange.depth(symbol, levels)) {
      case Result.Done<Depth>(Depth depth) -> depth;
      case Result.Refused<Depth> _ -> Depth.EMPTY;
    };
  }

  /** What the exchange tells goes to tapes and streams. */
  private final class Told implements SpotListener {
    /** The crowd's accounts have many events that nobody hears, which are not made. */
    private void user(long account, Supplier<ObjectNode> event) {
      if (users.isHeard(account, nowMs)) {
        users.tell(account, event.get(), nowMs);
      }
    }

    @Override
    public void onExecution(ExecutionReport report) {
      user(report.order().accountId(), () -> UserEvents.execution(report));
    }

    @Override
    public void onList(ListReport report) {
      user(report.list().accountId(), () -> UserEvents.list(report));
    }

    @Override
    public void onPosition(AccountPosition position) {
      user(position.accountId(), () -> UserEvents.position(position));
    }

    @Override
    public void onBalance(BalanceUpdate update) {
      user(update.accountId(), () -> UserEvents.balance(update));
    }

    @Override
    public void onTrade(MarketTrade trade) {
      boolean buyerIsMaker = trade.parties().buyerIsMaker();
      Print print =
          new Print(
              trade.tradeId(),
              trade.priceE8(),
              trade.qtyE8(),
              Amounts.quoteDownE8(trade.priceE8(), trade.qtyE8()),
              trade.timeNs() / (Utc.SECOND_NS / 1000),
              buyerIsMaker,
              buyerIsMaker ? trade.parties().sellOrderId() : trade.parties().buyOrderId());
      streams.onTrade(trade.symbol(), print);
    }

    @Override
    public void onLevel(LevelChange change) {
      streams.onLevel(change);
    }
  }
}
