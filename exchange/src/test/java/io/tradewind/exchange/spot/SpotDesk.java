package io.tradewind.exchange.spot;

import io.tradewind.core.order.Side;
import io.tradewind.exchange.desk.Desk;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.exchange.spot.Listing;
import io.tradewind.simulation.exchange.spot.NewOrder;
import io.tradewind.simulation.exchange.spot.OrderTerms;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import io.tradewind.simulation.matching.TimeInForce;
import java.util.List;

/**
 * The spot API on a clock of its own. BTCUSDT has bids of one coin at 99 and 98, asks at 101 and
 * 102, and last traded at 101; the customer has 1000 USDT and 2 BTC.
 */
final class SpotDesk {
  static final long ONE = 100_000_000;
  static final long MAKER = 2;

  final SpotApi api;
  final Desk desk;
  final List<String> heard;

  SpotDesk() {
    this.api = new SpotApi(Desk.gate(), 7);
    this.desk = new Desk(api, "/api/v3/");
    this.heard = desk.heard();
    SpotExchange exchange = api.exchange();
    exchange.list(
        new Listing(
            "BTCUSDT",
            "BTC",
            "USDT",
            ListingStatus.TRADING,
            Listing.Allowed.everything(),
            List.of(
                new Filter.Price(ONE / 100, 1_000_000 * ONE, ONE / 100),
                new Filter.Lot(ONE / 1000, 9_000 * ONE, ONE / 1000),
                new Filter.Notional(5 * ONE, 9_000_000 * ONE, true, false, 5)),
            new FeeRates(1000, 1000)));
    exchange.openAccount(Desk.CUSTOMER, Account.Terms.PLAIN);
    exchange.openAccount(MAKER, Account.Terms.UNLIMITED);
    exchange.deposit(Desk.CUSTOMER, "USDT", 1000 * ONE, desk.ns());
    exchange.deposit(Desk.CUSTOMER, "BTC", 2 * ONE, desk.ns());
    quote("b1", Side.BUY, 99);
    quote("b2", Side.BUY, 98);
    quote("a1", Side.SELL, 101);
    quote("a2", Side.SELL, 102);
    exchange.place(
        MAKER, new NewOrder("BTCUSDT", "t", Side.BUY, new OrderTerms.Market(ONE / 10)), desk.ns());
    api.flush(desk.ms());
  }

  private void quote(String id, Side side, long price) {
    api.exchange()
        .place(
            MAKER,
            new NewOrder(
                "BTCUSDT", id, side, new OrderTerms.Limit(ONE, price * ONE, TimeInForce.GTC)),
            desk.ns());
  }

  String ask(String text) {
    return desk.ask(text);
  }

  String askOpenly(String text) {
    return desk.askOpenly(text);
  }

  void listen(String path, String query) {
    desk.listen(path, query);
  }

  void tick(int times) {
    desk.tick(times);
  }
}
