package io.tradewind.exchange.clients;

import io.tradewind.core.instrument.MarginTable;
import io.tradewind.core.instrument.MarginTier;
import io.tradewind.core.order.Side;
import io.tradewind.exchange.auth.ApiKey;
import io.tradewind.exchange.auth.Gatekeeper;
import io.tradewind.exchange.auth.Secret;
import io.tradewind.exchange.futures.FuturesApi;
import io.tradewind.exchange.server.SimulatedExchange;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.FuturesListing;
import io.tradewind.simulation.exchange.futures.NewOrder;
import io.tradewind.simulation.exchange.futures.OrderTerms;
import io.tradewind.simulation.matching.SelfTradeMode;
import java.time.InstantSource;
import java.util.List;

/**
 * A small futures exchange: BTC and ETH against USDT, a maker with books of a coin at each of ten
 * prices, a customer with 100,000 USDT.
 */
final class Futures {
  static final String KEY = Spot.KEY;
  static final String SECRET = Spot.SECRET;

  private static final long CUSTOMER = 1;
  private static final long MAKER = 2;
  private static final long TAKER = 3;
  private static final long FUND = 4;
  private static final long ONE = 100_000_000;

  private Futures() {}

  static SimulatedExchange start(int port) {
    Gatekeeper gate = new Gatekeeper(List.of(new ApiKey(KEY, CUSTOMER, new Secret.Hmac(SECRET))));
    FuturesApi api = new FuturesApi(gate, 7, FUND);
    long nowNs = InstantSource.system().millis() * 1_000_000;
    FuturesExchange exchange = api.exchange();
    exchange.openAccount(CUSTOMER, Account.Terms.PLAIN);
    exchange.openAccount(MAKER, Account.Terms.UNLIMITED);
    exchange.openAccount(TAKER, Account.Terms.UNLIMITED);
    exchange.deposit(CUSTOMER, "USDT", 100_000 * ONE, nowNs);
    book(exchange, "BTCUSDT", "BTC", 60_000, nowNs);
    book(exchange, "ETHUSDT", "ETH", 3_000, nowNs);
    return SimulatedExchange.start(List.of(api), now -> {}, InstantSource.system(), port);
  }

  private static FuturesListing listing(String symbol, String base) {
    return new FuturesListing(
        symbol,
        base,
        "USDT",
        ListingStatus.TRADING,
        new FuturesListing.Filters(
            new Filter.Price(ONE / 10, 1_000_000 * ONE, ONE / 10),
            new Filter.Lot(ONE / 1000, 1000 * ONE, ONE / 1000),
            new Filter.MarketLot(ONE / 1000, 120 * ONE, ONE / 1000),
            5 * ONE,
            new FuturesListing.Band(ONE + ONE / 20, ONE - ONE / 20),
            200),
        new MarginTable(
            List.of(
                new MarginTier(0, 50_000 * ONE, 4_000, 0, 125),
                new MarginTier(50_000 * ONE, 100_000_000 * ONE, 10_000, 300 * ONE, 50)),
            12_500),
        new FeeRates(200, 500),
        new FuturesListing.Terms(28_800_000_000_000L, ONE / 20, 20, SelfTradeMode.EXPIRE_MAKER));
  }

  /** A dollar apart, after one trade. */
  private static void book(
      FuturesExchange exchange, String symbol, String base, long price, long nowNs) {
    exchange.list(listing(symbol, base), price * ONE);
    exchange.onIndex(symbol, price * ONE, nowNs);
    for (int i = 1; i <= 10; i++) {
      place(exchange, MAKER, order(symbol, "b" + i, Side.BUY, price - i), nowNs);
      place(exchange, MAKER, order(symbol, "a" + i, Side.SELL, price + i), nowNs);
    }
    NewOrder first =
        new NewOrder(symbol, "first", Side.BUY, new OrderTerms.Market(ONE / 10), false);
    place(exchange, TAKER, first, nowNs);
  }

  private static NewOrder order(String symbol, String id, Side side, long price) {
    return new NewOrder(symbol, id, side, new OrderTerms.Limit(ONE, price * ONE), false);
  }

  private static void place(FuturesExchange exchange, long account, NewOrder order, long nowNs) {
    exchange.place(account, order, nowNs);
  }

  /** For trying it by hand. */
  public static void main(String[] arguments) throws InterruptedException {
    try (SimulatedExchange exchange = start(Integer.parseInt(arguments[0]))) {
      System.out.println("listens on " + exchange.port());
      Thread.currentThread().join();
    }
  }
}
