package io.tradewind.trader.guard;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.status.ComponentStatus.Level;
import io.tradewind.core.time.Utc;
import io.tradewind.trader.world.Truth;
import io.tradewind.trader.world.VirtualExchange;
import io.tradewind.trader.world.VirtualHost;
import io.tradewind.trader.world.World;
import io.tradewind.venues.binance.order.ClientIds;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.binance.rest.BinanceProtocol;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.HttpSettings;
import io.tradewind.venues.http.RateBudget;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.http.VenueRequest;
import io.tradewind.venues.http.VenueRequest.Access;
import io.tradewind.venues.http.VenueRequest.Method;
import io.tradewind.venues.http.VenueRequest.Parameter;
import io.tradewind.venues.http.VenueRequest.Repeat;
import io.tradewind.venues.http.VenueRequest.Terms;
import io.tradewind.venues.sign.BinanceSigner;
import io.tradewind.venues.sign.HmacKey;
import io.tradewind.venues.time.Backoff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with the account's key, who places orders by hand under the names that he is told. */
final class Customer {
  static final long SESSION = 7;
  static final ClientIds IDS = new ClientIds(SESSION);
  private static final Pattern PRICE = Pattern.compile("\"price\":\"([0-9]+)");

  final World world;
  final Market market;
  final VenueHttp http;

  Customer(World world, Market market) {
    this.world = world;
    this.market = market;
    this.http = http(world, market, world.net().host(), HttpSettings.STANDARD);
    world.run(5 * Utc.SECOND_NS, http::doWork);
  }

  /** A line of a process of its own. */
  static VenueHttp http(World world, Market market, VirtualHost host, HttpSettings settings) {
    BinanceSigner signer =
        new BinanceSigner(HmacKey.ofText(VirtualExchange.KEY, VirtualExchange.SECRET));
    return new VenueHttp(
        settings,
        new BinanceProtocol(market, Optional.of(signer), new RestParser(faults(world))),
        new VenueHttp.Line(host, world.time()),
        new Backoff(100_000_000L, 5 * Utc.SECOND_NS, new SplitMix(1)),
        new RateBudget(RateBudget.Shares.STANDARD, List.of()));
  }

  static FaultLog faults(World world) {
    return new FaultLog(world.time(), report -> {});
  }

  /** Hears how guards stand: the latest, and all changes of level by component. */
  static final class Board implements Standing {
    final TreeMap<String, String> now = new TreeMap<>();
    final List<String> changes = new ArrayList<>();

    @Override
    public void set(String component, Level level, String why, long nowNs) {
      String text = level + (why.isEmpty() ? "" : " " + why);
      String before = now.put(component, text);
      if (before == null || !before.startsWith(level.name())) {
        changes.add(component + " " + level);
      }
    }
  }

  /** An entry, a stop and a target of the session, and an order of the account's owner. */
  void placeAll() {
    long price = Long.parseLong(lastPrice());
    String below = Long.toString(price * 98 / 100);
    String above = Long.toString(price * 102 / 100);
    buy(IDS.text(1, ClientIds.Part.ORDER, 0), below);
    buy("by-hand", below);
    buy("tw8_1_o0", below);
    if (market == Market.SPOT) {
      order("SELL", "STOP_LOSS", IDS.text(2, ClientIds.Part.ORDER, 1), "stopPrice", below);
      limit("SELL", IDS.text(3, ClientIds.Part.TARGET, 0), above);
      order("BUY", "STOP_LOSS", IDS.text(5, ClientIds.Part.ORDER, 0), "stopPrice", above);
    } else {
      ask(Method.POST, "/fapi/v1/order", market("tw7_4_o0"));
      algo("SELL", IDS.text(2, ClientIds.Part.ORDER, 1), below, "reduceOnly");
      algo("SELL", IDS.text(3, ClientIds.Part.STOP, 0), below, "closePosition");
      algo("BUY", IDS.text(5, ClientIds.Part.ORDER, 0), above, "");
    }
  }

  /** Buys under the market. */
  void buyLow(String name) {
    buy(name, Long.toString(Long.parseLong(lastPrice()) * 98 / 100));
  }

  private void buy(String name, String price) {
    limit("BUY", name, price);
  }

  private void limit(String side, String name, String price) {
    List<Parameter> all = parameters(side, "LIMIT", "newClientOrderId", name);
    all.add(new Parameter("timeInForce", "GTC"));
    all.add(new Parameter("price", price));
    all.add(new Parameter("quantity", "0.01"));
    ask(Method.POST, market == Market.SPOT ? "/api/v3/order" : "/fapi/v1/order", all);
  }

  private static List<Parameter> market(String name) {
    List<Parameter> all = parameters("BUY", "MARKET", "newClientOrderId", name);
    all.add(new Parameter("quantity", "0.01"));
    return all;
  }

  private void order(String side, String type, String name, String trigger, String price) {
    List<Parameter> all = parameters(side, type, "newClientOrderId", name);
    all.add(new Parameter("quantity", "0.01"));
    all.add(new Parameter(trigger, price));
    ask(Method.POST, "/api/v3/order", all);
  }

  private void algo(String side, String name, String price, String closes) {
    List<Parameter> all = parameters(side, "STOP_MARKET", "clientAlgoId", name);
    all.add(new Parameter("algoType", "CONDITIONAL"));
    all.add(new Parameter("triggerPrice", price));
    if (!closes.equals("closePosition")) {
      all.add(new Parameter("quantity", "0.01"));
    }
    if (!closes.isEmpty()) {
      all.add(new Parameter(closes, "true"));
    }
    ask(Method.POST, "/fapi/v1/algoOrder", all);
  }

  private static List<Parameter> parameters(String side, String type, String key, String name) {
    List<Parameter> all = new ArrayList<>();
    all.add(new Parameter("symbol", "BTCUSDT"));
    all.add(new Parameter("side", side));
    all.add(new Parameter("type", type));
    all.add(new Parameter(key, name));
    return all;
  }

  private String lastPrice() {
    String path = market == Market.SPOT ? "/api/v3/ticker/price" : "/fapi/v1/ticker/price";
    Matcher matcher =
        PRICE.matcher(ask(Method.GET, path, List.of(new Parameter("symbol", "BTCUSDT"))));
    if (!matcher.find()) {
      throw new IllegalStateException("there is a price");
    }
    return matcher.group(1);
  }

  /** Asks until it is answered well, as somebody does who sits before it. */
  private String ask(Method method, String path, List<Parameter> parameters) {
    Terms terms =
        new Terms(
            method == Method.GET ? Access.PUBLIC : Access.SIGNED,
            method == Method.GET ? Repeat.SAFE : Repeat.NEVER,
            1,
            0);
    List<String> answers = new ArrayList<>();
    submit(new VenueRequest(method, path, parameters, terms), answers);
    boolean isAnswered = world.run(20 * Utc.SECOND_NS, http::doWork, () -> !answers.isEmpty());
    if (!isAnswered) {
      throw new IllegalStateException("the exchange answers " + path);
    }
    return answers.getFirst();
  }

  private void submit(VenueRequest request, List<String> answers) {
    http.submit(
        request,
        reply -> {
          switch (reply) {
            case Reply.Done done -> answers.add(done.response().body());
            case Reply.Failed(VenueError.Retryable _) -> submit(request, answers);
            case Reply.Failed failed -> throw new IllegalStateException(failed.toString());
          }
        });
  }

  /** Names of all that stands. */
  SortedSet<String> open() {
    return world.exchange().truth().open(market).stream()
        .map(Truth.Order::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
