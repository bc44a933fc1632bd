package io.tradewind.trader.world;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.order.Side;
import io.tradewind.exchange.setup.ExchangeSetup;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.Balance;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.futures.AlgoAction;
import io.tradewind.simulation.exchange.futures.AlgoCondition;
import io.tradewind.simulation.exchange.futures.AlgoView;
import io.tradewind.simulation.exchange.futures.AssetView;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.FuturesListing;
import io.tradewind.simulation.exchange.futures.Income;
import io.tradewind.simulation.exchange.futures.PositionView;
import io.tradewind.simulation.exchange.spot.Listing;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import io.tradewind.simulation.exchange.spot.StopCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the exchange has on its books of its customer, past all faults: with it whatever a trader
 * believes is compared. It asks and changes nothing. Prices and quantities are in units of 10^-8.
 */
public final class Truth {
  private static final long CUSTOMER = ExchangeSetup.CUSTOMER;

  private final SpotExchange spot;
  private final FuturesExchange futures;

  /** Of these books. */
  public Truth(SpotExchange spot, FuturesExchange futures) {
    this.spot = spot;
    this.futures = futures;
  }

  /** What kind of order. */
  public enum Kind {
    /** One that is, or becomes, part of a book. */
    ORDER,
    /** A conditional order of futures, which places an {@link #ORDER} of its name. */
    ALGO
  }

  /**
   * An order as it stands.
   *
   * @param name the client's, as it is now
   * @param qtyE8 0 where it closes a whole position
   * @param triggerE8 what it waits for or waited for; empty where it waits for no price
   * @param isReducing of futures: it never opens
   */
  public record Order(
      Kind kind,
      String symbol,
      long id,
      String name,
      Side side,
      boolean isOpen,
      long qtyE8,
      long executedE8,
      OptionalLong triggerE8,
      boolean isReducing) {}

  /** A fill. */
  public record Fill(
      String symbol,
      long tradeId,
      long orderId,
      Side side,
      long priceE8,
      long qtyE8,
      long feeE8,
      String feeAsset,
      long timeNs) {}

  /** A funding; below zero where it was paid. */
  public record Funding(String symbol, long transactionId, long receivedE8) {}

  /** All orders ever, by symbol and in the order in which they came; conditional ones first. */
  public List<Order> orders(Market market) {
    return market == Market.SPOT ? spotOrders() : futuresOrders();
  }

  /** Those that are open. */
  public List<Order> open(Market market) {
    List<Order> open = new ArrayList<>();
    if (market == Market.SPOT) {
      value(spot.openOrders(CUSTOMER)).forEach(view -> open.add(order(view)));
    } else {
      value(futures.openAlgos(CUSTOMER)).forEach(view -> open.add(algo(view)));
      value(futures.openOrders(CUSTOMER)).forEach(view -> open.add(order(view)));
    }
    return open;
  }

  /** Names that more than one order of a kind has had, which must not be. */
  public List<String> doubles(Market market) {
    List<String> doubles = new ArrayList<>();
    SortedMap<String, Integer> counts = new TreeMap<>();
    for (Order order : orders(market)) {
      if (counts.merge(order.kind() + " " + order.symbol() + " " + order.name(), 1, Integer::sum)
          == 2) {
        doubles.add(order.name());
      }
    }
    return doubles;
  }

  private List<Order> spotOrders() {
    List<Order> orders = new ArrayList<>();
    for (Listing listing : spot.listings()) {
      value(spot.allOrders(CUSTOMER, listing.symbol())).forEach(view -> orders.add(order(view)));
    }
    return orders;
  }

  private static Order order(io.tradewind.simulation.exchange.spot.OrderView view) {
    return new Order(
        Kind.ORDER,
        view.order().symbol(),
        view.orderId(),
        view.clientOrderId(),
        view.order().side(),
        view.status().isOpen(),
        view.quantities().origE8(),
        view.quantities().executedE8(),
        view.order().terms().trigger().map(StopCondition::stopPriceE8).orElse(OptionalLong.empty()),
        false);
  }

  private List<Order> futuresOrders() {
    List<Order> orders = new ArrayList<>();
    for (FuturesListing listing : futures.listings()) {
      value(futures.allAlgos(CUSTOMER, listing.symbol())).forEach(view -> orders.add(algo(view)));
      value(futures.allOrders(CUSTOMER, listing.symbol())).forEach(view -> orders.add(order(view)));
    }
    return orders;
  }

  private static Order order(io.tradewind.simulation.exchange.futures.OrderView view) {
    return new Order(
        Kind.ORDER,
        view.order().symbol(),
        view.orderId(),
        view.order().clientOrderId(),
        view.order().side(),
        view.status().isOpen(),
        view.quantities().origE8(),
        view.quantities().executedE8(),
        OptionalLong.empty(),
        view.order().reduceOnly());
  }

  private static Order algo(AlgoView view) {
    OptionalLong triggerE8 =
        switch (view.order().condition()) {
          case AlgoCondition.Stop(long priceE8) -> OptionalLong.of(priceE8);
          case AlgoCondition.TakeProfit(long priceE8) -> OptionalLong.of(priceE8);
          case AlgoCondition.Trailing trailing -> trailing.activatePriceE8();
        };
    long qtyE8 =
        view.order().action() instanceof AlgoAction.Place place ? place.terms().qtyE8() : 0;
    return new Order(
        Kind.ALGO,
        view.order().symbol(),
        view.algoId(),
        view.order().clientAlgoId(),
        view.order().side(),
        view.status().isOpen(),
        qtyE8,
        0,
        triggerE8,
        !(view.order().action() instanceof AlgoAction.Place place) || place.reduceOnly());
  }

  /** All fills ever, by symbol and in the order in which they came. */
  public List<Fill> fills(Market market) {
    List<Fill> fills = new ArrayList<>();
    if (market == Market.SPOT) {
      for (Listing listing : spot.listings()) {
        value(spot.trades(CUSTOMER, listing.symbol())).forEach(each -> fills.add(fill(each)));
      }
    } else {
      for (FuturesListing listing : futures.listings()) {
        value(futures.trades(CUSTOMER, listing.symbol())).forEach(each -> fills.add(fill(each)));
      }
    }
    return fills;
  }

  private static Fill fill(io.tradewind.simulation.exchange.spot.AccountTrade trade) {
    var fill = trade.fill();
    return new Fill(
        trade.symbol(),
        fill.tradeId(),
        trade.orderId(),
        trade.side(),
        fill.priceE8(),
        fill.qtyE8(),
        fill.feeE8(),
        fill.feeAsset(),
        trade.timeNs());
  }

  private static Fill fill(io.tradewind.simulation.exchange.futures.AccountTrade trade) {
    var fill = trade.fill();
    return new Fill(
        trade.symbol(),
        fill.tradeId(),
        trade.orderId(),
        trade.side(),
        fill.priceE8(),
        fill.qtyE8(),
        fill.feeE8(),
        fill.feeAsset(),
        trade.timeNs());
  }

  /** What he has on spot, free and locked, by asset. */
  public SortedMap<String, Balance> balances() {
    SortedMap<String, Balance> balances = new TreeMap<>();
    Account account = value(spot.account(CUSTOMER));
    account.balances().forEach(each -> balances.put(each.asset(), each));
    return balances;
  }

  /**
   * What he holds of contracts, negative for a short, by symbol; without those he holds none of.
   */
  public SortedMap<String, Long> positionsE8() {
    SortedMap<String, Long> positions = new TreeMap<>();
    for (PositionView view : value(futures.positions(CUSTOMER))) {
      if (view.amountE8() != 0) {
        positions.put(view.symbol(), view.amountE8());
      }
    }
    return positions;
  }

  /** The best price for who sells, or else for who buys; 0 where nobody offers any. */
  public long priceE8(Market market, String symbol) {
    Depth depth =
        market == Market.SPOT ? value(spot.depth(symbol, 1)) : value(futures.depth(symbol, 1));
    return depth.bestE8(Side.BUY).orElse(depth.bestE8(Side.SELL).orElse(0));
  }

  /** All that was ever paid or received at fundings, in the order in which it was. */
  public List<Funding> fundings() {
    return value(futures.incomes(CUSTOMER)).stream()
        .filter(each -> each.type() == Income.Type.FUNDING_FEE)
        .map(
            each -> new Funding(each.symbol().orElseThrow(), each.transactionId(), each.amountE8()))
        .toList();
  }

  /** What he has of a margin asset on futures. */
  public AssetView wallet(String asset) {
    return value(futures.asset(CUSTOMER, asset));
  }

  /** Throws if the exchange contradicts itself. */
  public void checkInvariants() {
    spot.checkInvariants();
    futures.checkInvariants();
  }

  private static <T> T value(io.tradewind.simulation.exchange.spot.Result<T> result) {
    return switch (result) {
      case io.tradewind.simulation.exchange.spot.Result.Done<T>(T value) -> value;
      case io.tradewind.simulation.exchange.spot.Result.Refused<T> refused ->
          throw new IllegalStateException("the books can be read, but " + refused);
    };
  }

  private static <T> T value(io.tradewind.simulation.exchange.futures.Result<T> result) {
    return switch (result) {
      case io.tradewind.simulation.exchange.futures.Result.Done<T>(T value) -> value;
      case io.tradewind.simulation.exchange.futures.Result.Refused<T> refused ->
          throw new IllegalStateException("the books can be read, but " + refused);
    };
  }
}
