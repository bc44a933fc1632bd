package io.tradewind.venues.contract;

import io.tradewind.core.instrument.MarginTable;
import io.tradewind.core.instrument.MarginTier;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.Side;
import io.tradewind.exchange.api.Api;
import io.tradewind.exchange.auth.ApiKey;
import io.tradewind.exchange.auth.Gatekeeper;
import io.tradewind.exchange.auth.Secret;
import io.tradewind.exchange.futures.FuturesApi;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.exchange.futures.AlgoRef;
import io.tradewind.simulation.exchange.futures.AssetView;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.FuturesListing;
import io.tradewind.simulation.exchange.futures.NewOrder;
import io.tradewind.simulation.exchange.futures.OrderRef;
import io.tradewind.simulation.exchange.futures.OrderTerms;
import io.tradewind.simulation.exchange.futures.PositionView;
import io.tradewind.simulation.exchange.futures.Result;
import io.tradewind.simulation.matching.SelfTradeMode;
import io.tradewind.simulation.matching.TimeInForce;
import io.tradewind.venues.binance.model.UserEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * USD-M futures of the simulated exchange; a maker and a taker move its market, and its mark goes
 * with them. The customer is long of ten. His cash is told as if contracts were paid in full.
 */
final class FuturesWire implements WireMarket {
  private static final String SYMBOL = "BTCUSDT";
  private static final String MARK = "MARK";
  private static final long CUSTOMER = 1;
  private static final long MAKER = 2;
  private static final long TAKER = 3;
  private static final long FUND = 4;
  private static final long ONE = 100_000_000;
  private static final long TICK = 5 * ONE / 100;
  private static final long PRICE_UNIT = ONE / 100;
  private static final long QTY_UNIT = ONE / 1_000;
  private static final long PLENTY = 1_000 * ONE;

  private final FuturesApi api;
  private long timeNow = InstantSource.system().millis() * 1_000_000L;
  private long orders;
  private long lastE8 = 100 * ONE;

  FuturesWire() {
    Gatekeeper gate = new Gatekeeper(List.of(new ApiKey(KEY, CUSTOMER, new Secret.Hmac(SECRET))));
    api = new FuturesApi(gate, 7, FUND);
    FuturesExchange exchange = api.exchange();
    exchange.list(listing(), 100 * ONE);
    exchange.openAccount(CUSTOMER, Account.Terms.PLAIN);
    exchange.openAccount(MAKER, Account.Terms.UNLIMITED);
    exchange.openAccount(TAKER, Account.Terms.UNLIMITED);
    exchange.deposit(CUSTOMER, "USDT", 10_000 * ONE, nowNs());
    exchange.onMark(SYMBOL, 100 * ONE, 100 * ONE, nowNs());
    quote(TAKER, Side.SELL, 100 * ONE, 10 * ONE, TimeInForce.GTC);
    quote(CUSTOMER, Side.BUY, 100 * ONE, 10 * ONE, TimeInForce.GTC);
    around(100 * ONE);
  }

  private static FuturesListing listing() {
    return new FuturesListing(
        SYMBOL,
        "BTC",
        "USDT",
        ListingStatus.TRADING,
        new FuturesListing.Filters(
            new Filter.Price(ONE, 1_000_000 * ONE, TICK),
            new Filter.Lot(ONE / 100, 9_000 * ONE, ONE / 500),
            new Filter.MarketLot(ONE / 100, 9_000 * ONE, ONE / 500),
            5 * ONE,
            new FuturesListing.Band(2 * ONE, ONE / 2),
            200),
        new MarginTable(List.of(new MarginTier(0, 10_000_000 * ONE, 4_000, 0, 125)), 12_500),
        new FeeRates(200, 500),
        new FuturesListing.Terms(28_800_000_000_000L, ONE / 20, 20, SelfTradeMode.EXPIRE_MAKER));
  }

  @Override
  public Market kind() {
    return Market.PERP;
  }

  @Override
  public Api api() {
    return api;
  }

  private void quote(long account, Side side, long priceE8, long qtyE8, TimeInForce time) {
    OrderTerms terms = new OrderTerms.Limit(qtyE8, priceE8, time, OptionalLong.empty());
    NewOrder order = new NewOrder(SYMBOL, "m" + ++orders, side, terms, false);
    api.exchange().place(account, order, nowNs());
  }

  @Override
  public void onTime(long timeNs) {
    timeNow = timeNs;
  }

  private long nowNs() {
    return timeNow;
  }

  private void clear() {
    api.exchange().cancelAll(MAKER, SYMBOL, nowNs());
  }

  private void around(long priceE8) {
    clear();
    quote(MAKER, Side.BUY, priceE8 - TICK, PLENTY, TimeInForce.GTC);
    quote(MAKER, Side.SELL, priceE8 + TICK, PLENTY, TimeInForce.GTC);
    lastE8 = priceE8;
  }

  @Override
  public void price(long priceScaled) {
    long priceE8 = priceScaled * PRICE_UNIT;
    Side way = priceE8 < lastE8 ? Side.SELL : Side.BUY;
    long behindE8 = way == Side.SELL ? priceE8 - TICK : priceE8 + TICK;
    api.exchange().onMark(SYMBOL, priceE8, priceE8, nowNs());
    clear();
    quote(MAKER, way, priceE8, PLENTY, TimeInForce.GTC);
    quote(MAKER, way.opposite(), behindE8, PLENTY, TimeInForce.GTC);
    quote(TAKER, way.opposite(), priceE8, ONE, TimeInForce.IOC);
    around(priceE8);
  }

  @Override
  public void trade(long priceScaled, long qtyScaled) {
    long priceE8 = priceScaled * PRICE_UNIT;
    Side side = priceE8 < lastE8 ? Side.SELL : Side.BUY;
    clear();
    quote(TAKER, side, priceE8, qtyScaled * QTY_UNIT, TimeInForce.IOC);
    lastE8 = priceE8 + (side == Side.SELL ? 1 : -1);
    quote(MAKER, side, priceE8 + (side == Side.SELL ? TICK : -TICK), PLENTY, TimeInForce.GTC);
  }

  @Override
  public void mark() {
    api.exchange().deposit(CUSTOMER, MARK, 1, nowNs());
  }

  @Override
  public boolean isMark(UserEvent event) {
    return event instanceof UserEvent.AccountUpdate update
        && update.wallets().stream().anyMatch(wallet -> wallet.asset().equals(MARK));
  }

  @Override
  public long askScaled() {
    return (lastE8 + TICK) / PRICE_UNIT;
  }

  private PositionView position() {
    if (!(api.exchange().positionOf(CUSTOMER, SYMBOL) instanceof Result.Done<PositionView> done)) {
      throw new AssertionError("no position");
    }
    return done.value();
  }

  @Override
  public List<Long> tradeIds() {
    return done(api.exchange().trades(CUSTOMER, SYMBOL)).stream()
        .map(trade -> trade.fill().tradeId())
        .toList();
  }

  @Override
  public List<String> standing() {
    List<String> names = new ArrayList<>();
    done(api.exchange().openOrders(CUSTOMER, SYMBOL))
        .forEach(each -> names.add(each.order().clientOrderId()));
    done(api.exchange().openAlgos(CUSTOMER))
        .forEach(each -> names.add(each.order().clientAlgoId()));
    return names;
  }

  @Override
  public void buyByHand() {
    quote(CUSTOMER, Side.BUY, lastE8 + TICK, ONE / 2, TimeInForce.IOC);
  }

  @Override
  public void takeBack(String name) {
    if (!(api.exchange().cancelAlgo(CUSTOMER, new AlgoRef.ByClientId(name), nowNs())
        instanceof Result.Done)) {
      done(api.exchange().cancel(CUSTOMER, SYMBOL, new OrderRef.ByClientId(name), nowNs()));
    }
  }

  private static <T> T done(Result<T> result) {
    if (!(result instanceof Result.Done<T>(T value))) {
      throw new AssertionError("refused: " + result);
    }
    return value;
  }

  /** A profit is cut to eight decimals, and so is what a position cost. */
  @Override
  public long cashToleranceScaled() {
    return 2;
  }

  @Override
  public long cashScaled() {
    if (!(api.exchange().asset(CUSTOMER, "USDT") instanceof Result.Done<AssetView> done)) {
      throw new AssertionError("no wallet");
    }
    PositionView position = position();
    return done.value().walletE8() - (position.notionalE8() - position.unrealisedE8());
  }

  @Override
  public long baseScaled() {
    return position().amountE8() / QTY_UNIT;
  }
}
