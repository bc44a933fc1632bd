package io.tradewind.exchange.futures;

import io.tradewind.core.instrument.MarginTable;
import io.tradewind.core.instrument.MarginTier;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.Side;
import io.tradewind.exchange.desk.Desk;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.FuturesListing;
import io.tradewind.simulation.exchange.futures.NewOrder;
import io.tradewind.simulation.exchange.futures.OrderTerms;
import io.tradewind.simulation.matching.SelfTradeMode;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The futures API on a clock of its own. BTCUSDT has bids of one coin at 99 and 98, asks at 101 and
 * 102, last traded at 101, and stands at 100; the customer has 1000 USDT.
 */
final class FuturesDesk {
  static final long ONE = 100_000_000;
  static final String BTC = "BTCUSDT";
  private static final long MAKER = 2;
  private static final long TAKER = 3;
  private static final long FUND = 4;

  final FuturesApi api;
  final Desk desk;
  private int names;

  FuturesDesk() {
    this.api = new FuturesApi(Desk.gate(), 7, FUND);
    this.desk = new Desk(api, "/fapi/");
    FuturesExchange exchange = api.exchange();
    exchange.list(listing(), 100 * ONE);
    exchange.openAccount(Desk.CUSTOMER, Account.Terms.PLAIN);
    exchange.openAccount(MAKER, Account.Terms.UNLIMITED);
    exchange.openAccount(TAKER, Account.Terms.UNLIMITED);
    exchange.deposit(Desk.CUSTOMER, "USDT", 1000 * ONE, desk.ns());
    exchange.onIndex(BTC, 100 * ONE, desk.ns());
    quote(Side.BUY, 99, 1);
    quote(Side.BUY, 98, 1);
    quote(Side.SELL, 101, 1);
    quote(Side.SELL, 102, 1);
    take(Side.BUY, "0.1");
    api.flush(desk.ms());
  }

  private static FuturesListing listing() {
    return new FuturesListing(
        BTC,
        "BTC",
        "USDT",
        ListingStatus.TRADING,
        new FuturesListing.Filters(
            new Filter.Price(10 * ONE, 1_000_000 * ONE, ONE / 10),
            new Filter.Lot(ONE / 1000, 1000 * ONE, ONE / 1000),
            new Filter.MarketLot(ONE / 1000, 120 * ONE, ONE / 1000),
            5 * ONE,
            new FuturesListing.Band(ONE + ONE / 20, ONE - ONE / 20),
            200),
        new MarginTable(
            List.of(
                new MarginTier(0, 10_000 * ONE, 4_000, 0, 125),
                new MarginTier(10_000 * ONE, 1_000_000 * ONE, 10_000, 60 * ONE, 50)),
            12_500),
        new FeeRates(200, 500),
        new FuturesListing.Terms(28_800_000_000_000L, ONE / 20, 20, SelfTradeMode.EXPIRE_MAKER));
  }

  /** A limit order of the maker, in coins. */
  void quote(Side side, long price, long qty) {
    place(MAKER, side, new OrderTerms.Limit(qty * ONE, price * ONE));
  }

  /** A market order of the taker. */
  void take(Side side, String qty) {
    place(TAKER, side, new OrderTerms.Market(FixedPoint.parse(qty, 8, RoundingMode.UNNECESSARY)));
  }

  /** The same sent by a person, in tenths of a coin. */
  void takeAsRetail(Side side, String qty) {
    OrderTerms terms = new OrderTerms.Market(FixedPoint.parse(qty, 8, RoundingMode.UNNECESSARY));
    api.exchange()
        .place(TAKER, new NewOrder(BTC, "m" + ++names, side, terms, false).ofRetail(), desk.ns());
  }

  private void place(long account, Side side, OrderTerms terms) {
    api.exchange().place(account, new NewOrder(BTC, "m" + ++names, side, terms, false), desk.ns());
  }

  String ask(String text) {
    return desk.ask(text);
  }

  /**
   * As {@link Desk#play}; also {@code take SELL 0.2} is a market order of the taker, {@code person
   * SELL 0.2} one that meets retail price improvement, {@code quote BUY 97 1} a limit order of the
   * maker, {@code index 101} and {@code mark 101} are prices, {@code user} listens to the
   * customer's stream.
   */
  String play(String script) {
    return desk.play(
        script,
        line -> {
          String[] words = line.split(" ", -1);
          switch (words[0]) {
            case "person" -> takeAsRetail(Side.valueOf(words[1]), words[2]);
            case "take" -> take(Side.valueOf(words[1]), words[2]);
            case "quote" ->
                quote(Side.valueOf(words[1]), Long.parseLong(words[2]), Long.parseLong(words[3]));
            case "index" -> api.exchange().onIndex(BTC, Long.parseLong(words[1]) * ONE, desk.ns());
            case "mark" -> {
              long price = Long.parseLong(words[1]) * ONE;
              api.exchange().onMark(BTC, price, price, desk.ns());
            }
            case "user" -> listenToUser();
            default -> throw new IllegalArgumentException(line);
          }
          api.flush(desk.ms());
        });
  }

  private void listenToUser() {
    String answer = desk.response("POST", "v1/listenKey", "", Optional.of("key")).body();
    desk.listen("/private/ws", "listenKey=" + answer.split("\"", -1)[3]);
  }
}
