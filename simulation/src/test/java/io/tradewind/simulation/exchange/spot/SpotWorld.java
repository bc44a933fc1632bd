package io.tradewind.simulation.exchange.spot;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.matching.SelfTradeMode;
import io.tradewind.simulation.matching.TimeInForce;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A spot exchange on which some accounts do whatever comes to their minds, all of one seed. */
final class SpotWorld {
  static final long ONE = 100_000_000;
  static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT");
  static final List<String> ASSETS = List.of("BTC", "ETH", "USDT");
  static final int ACCOUNTS = 5;
  static final long UNLIMITED = 4;
  private static final List<TimeInForce> TIMES =
      List.of(TimeInForce.GTC, TimeInForce.GTC, TimeInForce.GTC, TimeInForce.IOC, TimeInForce.FOK);

  final SpotExchange exchange;
  final SpotWitness witness;
  private final SplitMix random;
  private long timeNs;
  private int names;

  SpotWorld(long seed) {
    random = new SplitMix(seed);
    witness = new SpotWitness(seed);
    exchange =
        new SpotExchange(
            witness, List.of(new Filter.MaxOpen(Filter.Counted.ORDERS, Filter.Scope.EXCHANGE, 60)));
    boolean group = one(2);
    for (int id = 0; id < ACCOUNTS; id++) {
      Optional<Long> tradeGroup = group && id < 2 ? Optional.of(7L) : Optional.empty();
      Optional<FeeRates> fees = id == 1 ? Optional.of(FeeRates.NONE) : Optional.empty();
      exchange.openAccount(id, new Account.Terms(id == UNLIMITED, fees, tradeGroup));
    }
    for (String symbol : SYMBOLS) {
      exchange.list(listing(symbol));
    }
    for (int id = 0; id < UNLIMITED; id++) {
      for (String asset : ASSETS) {
        deposit(id, asset, 1 + below(asset.equals("USDT") ? 2_000 * ONE : 20 * ONE));
      }
    }
  }

  private Listing listing(String symbol) {
    List<Filter> filters =
        one(2)
            ? List.of()
            : List.of(
                new Filter.Price(ONE / 100, 1_000 * ONE, ONE / 100),
                new Filter.Lot(ONE / 100, 50 * ONE, ONE / 100),
                new Filter.Notional(ONE, 5_000 * ONE, true, false, 5),
                new Filter.MaxOpen(Filter.Counted.ALGO_ORDERS, Filter.Scope.SYMBOL, 8),
                new Filter.MaxPosition(40 * ONE));
    return new Listing(
        symbol,
        symbol.substring(0, 3),
        "USDT",
        ListingStatus.TRADING,
        Listing.Allowed.everything(),
        filters,
        new FeeRates(700, 1_300));
  }

  /** One command; what the witness finds wrong is an assertion error. */
  void step() {
    timeNs += one(3) ? 0 : below(20_000_000_000L);
    long id = random.nextInt(ACCOUNTS);
    String symbol = one(4) ? SYMBOLS.get(1) : SYMBOLS.get(0);
    int dice = random.nextInt(100);
    witness.begin(exchange);
    Result<?> result =
        dice < 60
            ? exchange.place(id, order(symbol, side(), terms()), timeNs)
            : dice < 68
                ? exchange.placeList(id, orderList(symbol), timeNs)
                : dice < 80
                    ? exchange.cancel(id, cancel(id, symbol), timeNs)
                    : dice < 85
                        ? exchange.cancelReplace(id, replace(id, symbol), timeNs)
                        : dice < 91
                            ? exchange.amendKeepPriority(id, amend(id, symbol), timeNs)
                            : dice < 93
                                ? exchange.cancelList(id, cancelList(id, symbol), timeNs)
                                : dice < 94
                                    ? exchange.cancelAll(id, symbol, name("x"), timeNs)
                                    : dice < 95
                                        ? exchange.test(id, order(symbol, side(), terms()), timeNs)
                                        : dice < 96
                                            ? exchange.setStatus(symbol, status())
                                            : dice < 98
                                                ? withdraw(id, asset(), 1 + below(ONE))
                                                : deposit(id, asset(), 1 + below(ONE));
    witness.end(exchange, result);
  }

  private Result<Account> deposit(long id, String asset, long amount) {
    Result<Account> result = exchange.deposit(id, asset, amount, timeNs);
    witness.issued(asset, result, amount);
    return result;
  }

  private Result<Account> withdraw(long id, String asset, long amount) {
    Result<Account> result = exchange.withdraw(id, asset, amount, timeNs);
    witness.issued(asset, result, -amount);
    return result;
  }

  private ListingStatus status() {
    return one(3) ? ListingStatus.HALT : ListingStatus.TRADING;
  }

  private String asset() {
    return ASSETS.get(random.nextInt(ASSETS.size()));
  }

  private Side side() {
    return one(2) ? Side.BUY : Side.SELL;
  }

  private NewOrder order(String symbol, Side side, OrderTerms terms) {
    NewOrder order = new NewOrder(symbol, name("o"), side, terms);
    return one(3)
        ? order
        : order.withSelfTradeMode(
            SelfTradeMode.values()[random.nextInt(SelfTradeMode.values().length)]);
  }

  /** Now and then a name that is taken. */
  private String name(String kind) {
    return one(40) ? kind + random.nextInt(10) : kind + names++;
  }

  private long price() {
    return switch (random.nextInt(60)) {
      case 0 -> 1 + below(ONE);
      case 1 -> Long.MAX_VALUE - below(ONE);
      case 2 -> 95 * ONE + below(10 * ONE);
      default -> 95 * ONE + below(1_000) * (ONE / 100);
    };
  }

  private long qty() {
    return switch (random.nextInt(60)) {
      case 0 -> 1 + below(ONE);
      case 1 -> Long.MAX_VALUE - below(ONE);
      default -> (1 + below(400)) * (ONE / 100);
    };
  }

  private OrderTerms terms() {
    long qty = qty();
    return switch (random.nextInt(10)) {
      case 0 -> new OrderTerms.Market(qty);
      case 1 -> new OrderTerms.MarketByQuote(1 + below(one(30) ? Long.MAX_VALUE : 300 * ONE));
      case 2 -> new OrderTerms.LimitMaker(qty, limitPrice(), iceberg(qty));
      case 3 -> new OrderTerms.StopMarket(kind(), qty, condition());
      case 4 -> new OrderTerms.StopLimit(kind(), limit(qty), condition());
      default -> limit(qty);
    };
  }

  private OrderTerms.Limit limit(long qty) {
    TimeInForce time = TIMES.get(random.nextInt(TIMES.size()));
    return new OrderTerms.Limit(
        qty, limitPrice(), time, time == TimeInForce.GTC ? iceberg(qty) : OptionalLong.empty());
  }

  private LimitPrice limitPrice() {
    return one(5) ? peg() : new LimitPrice.Fixed(price());
  }

  private LimitPrice peg() {
    return new LimitPrice.Pegged(
        new Peg(
            one(2) ? Peg.PriceType.PRIMARY_PEG : Peg.PriceType.MARKET_PEG,
            one(2) ? OptionalInt.of(random.nextInt(6)) : OptionalInt.empty()),
        one(3) ? OptionalLong.of(price()) : OptionalLong.empty());
  }

  private OptionalLong iceberg(long qty) {
    return one(5) ? OptionalLong.of(Math.max(1, qty / 4)) : OptionalLong.empty();
  }

  private StopKind kind() {
    return one(2) ? StopKind.STOP_LOSS : StopKind.TAKE_PROFIT;
  }

  private StopCondition condition() {
    return switch (random.nextInt(4)) {
      case 0 -> StopCondition.trailing(1 + random.nextInt(300));
      case 1 -> StopCondition.trailingFrom(price(), 1 + random.nextInt(300));
      default -> StopCondition.at(price());
    };
  }

  private NewOrderList orderList(String symbol) {
    return switch (random.nextInt(3)) {
      case 0 -> {
        NewOrder[] pair = pair(symbol);
        yield new NewOrderList.Oco(name("l"), pair[0], pair[1]);
      }
      case 1 ->
          new NewOrderList.Oto(
              name("l"), order(symbol, side(), limit(qty())), order(symbol, side(), terms()));
      default -> {
        NewOrder[] pair = pair(symbol);
        yield new NewOrderList.Otoco(
            name("l"), order(symbol, side(), limit(qty())), pair[0], pair[1]);
      }
    };
  }

  /** Mostly one that can stand. */
  private NewOrder[] pair(String symbol) {
    Side side = side();
    long qty = qty();
    long high = 100 * ONE + below(500) * (ONE / 100);
    long low = 95 * ONE + below(500) * (ONE / 100);
    boolean sells = side == Side.SELL;
    OrderTerms stop = stop(StopKind.STOP_LOSS, qty, sells ? low : high);
    OrderTerms limit =
        one(2)
            ? new OrderTerms.LimitMaker(
                qty, one(5) ? peg() : new LimitPrice.Fixed(sells ? high : low), iceberg(qty))
            : stop(StopKind.TAKE_PROFIT, qty, sells ? high : low);
    boolean stopBelow = sells ^ one(20);
    return new NewOrder[] {
      order(symbol, side, stopBelow ? limit : stop), order(symbol, side, stopBelow ? stop : limit)
    };
  }

  private OrderTerms stop(StopKind kind, long qty, long at) {
    return one(2)
        ? new OrderTerms.StopMarket(kind, qty, StopCondition.at(at))
        : new OrderTerms.StopLimit(kind, limit(qty), StopCondition.at(at));
  }

  private Command.Cancel cancel(long id, String symbol) {
    int restriction = random.nextInt(6);
    return new Command.Cancel(
        symbol,
        ref(id, symbol),
        name("c"),
        restriction == 0
            ? Command.CancelRestriction.ONLY_NEW
            : restriction == 1
                ? Command.CancelRestriction.ONLY_PARTIALLY_FILLED
                : Command.CancelRestriction.NONE);
  }

  private OrderRef ref(long id, String symbol) {
    List<OrderView> open = open(id, symbol);
    if (open.isEmpty() || one(20)) {
      return new OrderRef.ById(below(50));
    }
    OrderView order = open.get(random.nextInt(open.size()));
    return switch (random.nextInt(4)) {
      case 0 -> new OrderRef.ByClientId(order.clientOrderId());
      case 1 -> new OrderRef.ByBoth(order.orderId(), one(8) ? "no" : order.clientOrderId());
      default -> new OrderRef.ById(order.orderId());
    };
  }

  private List<OrderView> open(long id, String symbol) {
    return switch (exchange.openOrders(id, symbol)) {
      case Result.Done<List<OrderView>>(List<OrderView> open) -> open;
      case Result.Refused<List<OrderView>> _ -> List.of();
    };
  }

  private Command.CancelReplace replace(long id, String symbol) {
    return new Command.CancelReplace(
        cancel(id, symbol),
        order(symbol, side(), terms()),
        one(2)
            ? Command.CancelReplaceMode.ALLOW_FAILURE
            : Command.CancelReplaceMode.STOP_ON_FAILURE);
  }

  private Command.Amend amend(long id, String symbol) {
    List<OrderView> open = open(id, symbol);
    if (open.isEmpty()) {
      return new Command.Amend(symbol, new OrderRef.ById(1), ONE, name("a"));
    }
    OrderView order = open.get(random.nextInt(open.size()));
    long orig = order.quantities().origE8();
    long less =
        Math.max(1, one(4) ? orig : orig - (1 + below(orig / (ONE / 100) + 1)) * (ONE / 100));
    return new Command.Amend(symbol, new OrderRef.ById(order.orderId()), less, name("a"));
  }

  private Command.CancelList cancelList(long id, String symbol) {
    List<OrderListView> open =
        switch (exchange.openOrderLists(id)) {
          case Result.Done<List<OrderListView>>(List<OrderListView> lists) -> lists;
          case Result.Refused<List<OrderListView>> _ -> List.of();
        };
    return new Command.CancelList(
        symbol,
        open.isEmpty()
            ? new ListRef.ById(below(9))
            : new ListRef.ByClientId(open.getFirst().listClientOrderId()),
        name("c"));
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }

  private long below(long bound) {
    return Math.unsignedMultiplyHigh(random.nextLong(), bound);
  }
}
