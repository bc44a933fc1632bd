package io.tradewind.simulation.crowd;

import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.LevelChange;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.exchange.spot.AccountPosition;
import io.tradewind.simulation.exchange.spot.Answer;
import io.tradewind.simulation.exchange.spot.BalanceUpdate;
import io.tradewind.simulation.exchange.spot.ExecutionReport;
import io.tradewind.simulation.exchange.spot.ListReport;
import io.tradewind.simulation.exchange.spot.Listing;
import io.tradewind.simulation.exchange.spot.MarketTrade;
import io.tradewind.simulation.exchange.spot.NewOrder;
import io.tradewind.simulation.exchange.spot.OrderTerms;
import io.tradewind.simulation.exchange.spot.OrderView;
import io.tradewind.simulation.exchange.spot.Result;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import io.tradewind.simulation.exchange.spot.SpotListener;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A spot exchange with a crowd's two accounts and a user's, who is rich; it keeps its trades. */
final class Exchange implements SpotListener {
  static final long ONE = 100_000_000;
  static final long SECOND = 1_000_000_000;
  static final CrowdModel.Accounts CROWD = new CrowdModel.Accounts(1, 2);
  static final long USER = 3;

  final SpotExchange spot = new SpotExchange(this, List.of());
  final List<MarketTrade> trades = new ArrayList<>();

  /** Hears of trades, too. */
  Consumer<MarketTrade> onTrade = _ -> {};

  private int names;

  Exchange() {
    spot.openAccount(CROWD.makerId(), Account.Terms.UNLIMITED);
    spot.openAccount(CROWD.takerId(), Account.Terms.UNLIMITED);
    spot.openAccount(USER, Account.Terms.PLAIN);
    spot.deposit(USER, "USDT", e8("10000000000"), 0);
  }

  /** A listing such as {@code BTC} in USDT. */
  MarketPort list(String base, String tick, String lot, String minNotional) {
    List<Filter> filters =
        List.of(
            new Filter.Price(0, 0, e8(tick)),
            new Filter.Lot(e8(lot), 9_000_000 * ONE, e8(lot)),
            new Filter.Notional(e8(minNotional), 0, true, false, 5));
    spot.list(
        new Listing(
            base + "USDT",
            base,
            "USDT",
            ListingStatus.TRADING,
            Listing.Allowed.everything(),
            filters,
            FeeRates.NONE));
    spot.deposit(USER, base, 1_000_000 * ONE, 0);
    return new SpotPort(spot, base + "USDT");
  }

  static long e8(String number) {
    return FixedPoint.parse(number, 8, RoundingMode.UNNECESSARY);
  }

  /** The user orders; how much of it traded at once, 0 if it was refused. */
  long order(String base, Side side, OrderTerms terms, long timeNs) {
    NewOrder order = new NewOrder(base + "USDT", "u" + names++, side, terms);
    return switch (spot.place(USER, order, timeNs)) {
      case Result.Done<Answer.Placed>(Answer.Placed placed) ->
          placed.order().quantities().executedE8();
      case Result.Refused<Answer.Placed> _ -> 0;
    };
  }

  void cancelAll(String base, long timeNs) {
    spot.cancelAll(USER, base + "USDT", "u" + names++, timeNs);
  }

  List<OrderView> open() {
    return switch (spot.openOrders(USER)) {
      case Result.Done<List<OrderView>>(List<OrderView> open) -> open;
      case Result.Refused<List<OrderView>> refused -> throw new AssertionError(refused);
    };
  }

  Depth depth(String base) {
    return switch (spot.depth(base + "USDT", 1_000)) {
      case Result.Done<Depth>(Depth depth) -> depth;
      case Result.Refused<Depth> refused -> throw new AssertionError(refused);
    };
  }

  /** The price between the best bid and the best ask, in quote. */
  double middle(String base) {
    Depth depth = depth(base);
    return (depth.bids().getFirst().priceE8() + depth.asks().getFirst().priceE8()) / 2e8;
  }

  /** All that is offered on a side, in base. */
  double shown(String base, Side side) {
    Depth depth = depth(base);
    List<Depth.DepthLevel> levels = side == Side.BUY ? depth.bids() : depth.asks();
    return levels.stream().mapToDouble(level -> level.qtyE8() / 1e8).sum();
  }

  @Override
  public void onTrade(MarketTrade trade) {
    trades.add(trade);
    onTrade.accept(trade);
  }

  @Override
  public void onExecution(ExecutionReport report) {}

  @Override
  public void onList(ListReport report) {}

  @Override
  public void onPosition(AccountPosition position) {}

  @Override
  public void onBalance(BalanceUpdate update) {}

  @Override
  public void onLevel(LevelChange change) {}
}
