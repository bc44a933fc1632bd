package io.tradewind.exchange.clients;

import io.tradewind.core.order.Side;
import io.tradewind.exchange.auth.ApiKey;
import io.tradewind.exchange.auth.Gatekeeper;
import io.tradewind.exchange.auth.Secret;
import io.tradewind.exchange.server.SimulatedExchange;
import io.tradewind.exchange.spot.SpotApi;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.exchange.spot.Listing;
import io.tradewind.simulation.exchange.spot.NewOrder;
import io.tradewind.simulation.exchange.spot.OrderTerms;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import io.tradewind.simulation.matching.TimeInForce;
import java.time.InstantSource;
import java.util.List;

/** A small spot exchange: BTC and ETH against USDT, a maker with books, a customer with money. */
final class Spot {
  static final String KEY = "key";
  static final String SECRET = "secret";
  static final long CUSTOMER = 1;
  static final long MAKER = 2;

  private static final long ONE = 100_000_000;

  private Spot() {}

  static SimulatedExchange start(int port) {
    Gatekeeper gate = new Gatekeeper(List.of(new ApiKey(KEY, CUSTOMER, new Secret.Hmac(SECRET))));
    SpotApi api = new SpotApi(gate, 7);
    long nowNs = InstantSource.system().millis() * 1_000_000;
    SpotExchange exchange = api.exchange();
    exchange.list(listing("BTCUSDT", "BTC"));
    exchange.list(listing("ETHUSDT", "ETH"));
    exchange.openAccount(CUSTOMER, Account.Terms.PLAIN);
    exchange.openAccount(MAKER, Account.Terms.UNLIMITED);
    exchange.deposit(CUSTOMER, "USDT", 100_000 * ONE, nowNs);
    exchange.deposit(CUSTOMER, "BTC", 2 * ONE, nowNs);
    book(exchange, "BTCUSDT", 60_000, nowNs);
    book(exchange, "ETHUSDT", 3_000, nowNs);
    return SimulatedExchange.start(List.of(api), now -> {}, InstantSource.system(), port);
  }

  private static Listing listing(String symbol, String base) {
    return new Listing(
        symbol,
        base,
        "USDT",
        ListingStatus.TRADING,
        Listing.Allowed.everything(),
        List.of(
            new Filter.Price(ONE / 100, 1_000_000 * ONE, ONE / 100),
            new Filter.Lot(ONE / 100_000, 9_000 * ONE, ONE / 100_000),
            new Filter.IcebergParts(50),
            new Filter.TrailingDelta(10, 2000, 10, 2000),
            new Filter.Notional(5 * ONE, 9_000_000 * ONE, true, false, 5),
            new Filter.MaxOpen(Filter.Counted.ORDERS, Filter.Scope.SYMBOL, 200),
            new Filter.MaxOpen(Filter.Counted.ALGO_ORDERS, Filter.Scope.SYMBOL, 5)),
        new FeeRates(1000, 1000));
  }

  /** Ten levels of one coin each side, a dollar apart, after one trade. */
  private static void book(SpotExchange exchange, String symbol, long price, long nowNs) {
    for (int i = 1; i <= 10; i++) {
      quote(exchange, symbol, "b" + i, Side.BUY, price - i, nowNs);
      quote(exchange, symbol, "a" + i, Side.SELL, price + i, nowNs);
    }
    exchange.place(
        MAKER, new NewOrder(symbol, "first", Side.BUY, new OrderTerms.Market(ONE / 10)), nowNs);
  }

  private static void quote(
      SpotExchange exchange, String symbol, String id, Side side, long price, long nowNs) {
    exchange.place(
        MAKER,
        new NewOrder(symbol, id, side, new OrderTerms.Limit(ONE, price * ONE, TimeInForce.GTC)),
        nowNs);
  }

  /** For trying it by hand. */
  public static void main(String[] arguments) throws InterruptedException {
    try (SimulatedExchange exchange = start(Integer.parseInt(arguments[0]))) {
      System.out.println("listens on " + exchange.port());
      Thread.currentThread().join();
    }
  }
}
