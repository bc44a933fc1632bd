package io.tradewind.venues.contract;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.Side;
import io.tradewind.exchange.api.Api;
import io.tradewind.exchange.auth.ApiKey;
import io.tradewind.exchange.auth.Gatekeeper;
import io.tradewind.exchange.auth.Secret;
import io.tradewind.exchange.spot.SpotApi;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.exchange.spot.Command;
import io.tradewind.simulation.exchange.spot.NewOrder;
import io.tradewind.simulation.exchange.spot.OrderRef;
import io.tradewind.simulation.exchange.spot.OrderTerms;
import io.tradewind.simulation.exchange.spot.OrderView;
import io.tradewind.simulation.exchange.spot.Result;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import io.tradewind.simulation.matching.TimeInForce;
import io.tradewind.venues.binance.model.UserEvent;
import java.time.InstantSource;
import java.util.List;

/** Spot of the simulated exchange; a maker and a taker move its market. */
final class SpotWire implements WireMarket {
  private static final String SYMBOL = "BTCUSDT";
  private static final String MARK = "MARK";
  private static final long CUSTOMER = 1;
  private static final long MAKER = 2;
  private static final long TAKER = 3;
  private static final long ONE = 100_000_000;
  private static final long CENT = ONE / 100;
  private static final long TICK = 5 * CENT;
  private static final long PLENTY = 1_000 * ONE;

  private final SpotApi api;
  private long timeNow = InstantSource.system().millis() * 1_000_000L;
  private long orders;
  private long lastE8 = 100 * ONE;

  SpotWire() {
    Gatekeeper gate = new Gatekeeper(List.of(new ApiKey(KEY, CUSTOMER, new Secret.Hmac(SECRET))));
    api = new SpotApi(gate, 7);
    prepare(api.exchange());
  }

  @Override
  public Market kind() {
    return Market.SPOT;
  }

  @Override
  public Api api() {
    return api;
  }

  private void prepare(SpotExchange exchange) {
    long nowNs = nowNs();
    exchange.list(
        new io.tradewind.simulation.exchange.spot.Listing(
            SYMBOL,
            "BTC",
            "USDT",
            ListingStatus.TRADING,
            io.tradewind.simulation.exchange.spot.Listing.Allowed.everything(),
            List.of(
                new Filter.Price(TICK, 1_000_000 * ONE, TICK),
                new Filter.Lot(ONE / 100, 9_000 * ONE, ONE / 500),
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
    api.exchange().place(account, new NewOrder(SYMBOL, id, side, terms), nowNs());
  }

  @Override
  public void onTime(long timeNs) {
    timeNow = timeNs;
  }

  private long nowNs() {
    return timeNow;
  }

  private void clear() {
    api.exchange().cancelAll(MAKER, SYMBOL, "c" + ++orders, nowNs());
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
  }

  @Override
  public void trade(long priceScaled, long qtyScaled) {
    long priceE8 = priceScaled * CENT;
    Side side = priceE8 < lastE8 ? Side.SELL : Side.BUY;
    clear();
    quote(TAKER, side, priceE8, qtyScaled, TimeInForce.IOC);
    lastE8 = priceE8 + (side == Side.SELL ? 1 : -1);
    quote(MAKER, side, priceE8 + (side == Side.SELL ? TICK : -TICK), PLENTY, TimeInForce.GTC);
  }

  @Override
  public void mark() {
    api.exchange().deposit(CUSTOMER, MARK, 1, nowNs());
  }

  @Override
  public boolean isMark(UserEvent event) {
    return event instanceof UserEvent.BalanceChange change && change.asset().equals(MARK);
  }

  @Override
  public long askScaled() {
    return (lastE8 + TICK) / CENT;
  }

  private long balance(String asset) {
    if (!(api.exchange().account(CUSTOMER) instanceof Result.Done<Account> done)) {
      throw new AssertionError("no account");
    }
    return done.value().balances().stream()
        .filter(each -> each.asset().equals(asset))
        .mapToLong(each -> each.freeE8() + each.lockedE8())
        .sum();
  }

  @Override
  public List<Long> tradeIds() {
    return done(api.exchange().trades(CUSTOMER, SYMBOL)).stream()
        .map(trade -> trade.fill().tradeId())
        .toList();
  }

  @Override
  public List<String> standing() {
    return done(api.exchange().openOrders(CUSTOMER, SYMBOL)).stream()
        .map(OrderView::clientOrderId)
        .toList();
  }

  @Override
  public void buyByHand() {
    quote(CUSTOMER, Side.BUY, lastE8 + TICK, ONE / 2, TimeInForce.IOC);
  }

  @Override
  public void takeBack(String name) {
    OrderRef ref = new OrderRef.ByClientId(name);
    done(api.exchange().cancel(CUSTOMER, new Command.Cancel(SYMBOL, ref, "h" + ++orders), nowNs()));
  }

  private static <T> T done(Result<T> result) {
    if (!(result instanceof Result.Done<T>(T value))) {
      throw new AssertionError("refused: " + result);
    }
    return value;
  }

  @Override
  public long cashToleranceScaled() {
    return 0;
  }

  @Override
  public long cashScaled() {
    return balance("USDT");
  }

  @Override
  public long baseScaled() {
    return balance("BTC");
  }
}
