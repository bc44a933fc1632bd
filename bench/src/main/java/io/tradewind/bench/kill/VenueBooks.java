package io.tradewind.bench.kill;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.Side;
import io.tradewind.exchange.setup.ExchangeSetup;
import io.tradewind.simulation.exchange.Balance;
import io.tradewind.simulation.exchange.futures.AlgoAction;
import io.tradewind.simulation.exchange.futures.AlgoView;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.FuturesListing;
import io.tradewind.simulation.exchange.futures.PositionView;
import io.tradewind.simulation.exchange.spot.Listing;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the exchange has on its books of its customer, past all faults. It changes nothing. */
final class VenueBooks {
  private static final long CUSTOMER = ExchangeSetup.CUSTOMER;
  private static final int E8 = 8;

  private final SpotExchange spot;
  private final FuturesExchange futures;
  private final Market market;
  private final Map<String, Long> beganE8;

  /**
   * Of one market.
   *
   * @param beganE8 what he had at the beginning, by asset
   */
  VenueBooks(ExchangeSetup.Ready ready, Market market, Map<String, Long> beganE8) {
    this.spot = ready.api().exchange();
    this.futures = ready.futures().exchange();
    this.market = market;
    this.beganE8 = Map.copyOf(beganE8);
  }

  /**
   * An open order.
   *
   * @param leftE8 0 where it closes a whole position
   * @param stops whether it waits for a price at which it limits a loss
   */
  record Open(String symbol, String name, boolean buys, long leftE8, boolean stops) {}

  /**
   * All of it.
   *
   * @param doubles names that two orders of a kind have had
   * @param walletE8 what the account's money has changed by, in units of 10^-8
   */
  record Look(
      List<Open> open,
      SortedMap<String, Long> positions,
      SortedMap<String, SortedSet<Long>> fills,
      long moneyE8,
      long walletE8,
      int orders,
      List<String> doubles) {
    /** How many fills there were. */
    int fillCount() {
      return fills.values().stream().mapToInt(Set::size).sum();
    }
  }

  /** As it is now; while nobody else has the exchange. */
  Look look() {
    return market == Market.SPOT ? spotLook() : futuresLook();
  }

  private Look spotLook() {
    spot.checkInvariants();
    List<Open> open = new ArrayList<>();
    Names names = new Names();
    Flow flow = new Flow();
    SortedMap<String, Long> positions = new TreeMap<>();
    SortedMap<String, Long> total = new TreeMap<>();
    for (Balance each : value(spot.account(CUSTOMER)).balances()) {
      total.put(each.asset(), each.freeE8() + each.lockedE8());
    }
    for (Listing listing : spot.listings()) {
      String symbol = listing.symbol();
      for (var view : value(spot.allOrders(CUSTOMER, symbol))) {
        names.add("order " + symbol, view.clientOrderId());
        if (view.status().isOpen()) {
          boolean buys = view.order().side() == Side.BUY;
          long leftE8 = view.quantities().origE8() - view.quantities().executedE8();
          boolean waits = view.order().terms().trigger().isPresent();
          open.add(new Open(symbol, view.clientOrderId(), buys, leftE8, waits && !buys));
        }
      }
      for (var trade : value(spot.trades(CUSTOMER, symbol))) {
        var fill = trade.fill();
        long fee = fill.feeAsset().equals(listing.quote()) ? fill.feeE8() : 0;
        flow.add(symbol, fill.tradeId(), trade.side(), fill.priceE8(), fill.qtyE8(), fee);
      }
      put(
          positions,
          symbol,
          total.getOrDefault(listing.base(), 0L) - beganE8.getOrDefault(listing.base(), 0L));
    }
    return new Look(
        open,
        positions,
        flow.fills,
        flow.moneyE8,
        total.getOrDefault("USDT", 0L) - beganE8.getOrDefault("USDT", 0L),
        names.count,
        names.doubles);
  }

  private Look futuresLook() {
    futures.checkInvariants();
    List<Open> open = new ArrayList<>();
    Names names = new Names();
    Flow flow = new Flow();
    for (FuturesListing listing : futures.listings()) {
      String symbol = listing.symbol();
      for (AlgoView view : value(futures.allAlgos(CUSTOMER, symbol))) {
        names.add("algo " + symbol, view.order().clientAlgoId());
        if (view.status().isOpen()) {
          open.add(algo(symbol, view));
        }
      }
      for (var view : value(futures.allOrders(CUSTOMER, symbol))) {
        names.add("order " + symbol, view.order().clientOrderId());
        if (view.status().isOpen()) {
          long leftE8 = view.quantities().origE8() - view.quantities().executedE8();
          boolean buys = view.order().side() == Side.BUY;
          open.add(new Open(symbol, view.order().clientOrderId(), buys, leftE8, false));
        }
      }
      for (var trade : value(futures.trades(CUSTOMER, symbol))) {
        var fill = trade.fill();
        flow.add(symbol, fill.tradeId(), trade.side(), fill.priceE8(), fill.qtyE8(), fill.feeE8());
      }
    }
    SortedMap<String, Long> positions = new TreeMap<>();
    for (PositionView view : value(futures.positions(CUSTOMER))) {
      put(positions, view.symbol(), view.amountE8());
    }
    long wallet = value(futures.asset(CUSTOMER, "USDT")).walletE8();
    return new Look(
        open,
        positions,
        flow.fills,
        flow.moneyE8,
        wallet - beganE8.getOrDefault("USDT", 0L),
        names.count,
        names.doubles);
  }

  private static Open algo(String symbol, AlgoView view) {
    var order = view.order();
    boolean places = order.action() instanceof AlgoAction.Place;
    boolean reduces = !(order.action() instanceof AlgoAction.Place place) || place.reduceOnly();
    long qtyE8 = order.action() instanceof AlgoAction.Place place ? place.terms().qtyE8() : 0;
    boolean takes =
        order.condition()
            instanceof io.tradewind.simulation.exchange.futures.AlgoCondition.TakeProfit;
    return new Open(
        symbol,
        order.clientAlgoId(),
        order.side() == Side.BUY,
        places ? qtyE8 : 0,
        reduces && !takes);
  }

  private static void put(SortedMap<String, Long> positions, String symbol, long qtyE8) {
    if (qtyE8 != 0) {
      positions.put(symbol, qtyE8);
    }
  }

  /** Counts names. */
  private static final class Names {
    private final Set<String> seen = new HashSet<>();
    private final List<String> doubles = new ArrayList<>();
    private int count;

    private void add(String kind, String name) {
      count++;
      if (!seen.add(kind + " " + name)) {
        doubles.add(name);
      }
    }
  }

  /** Adds fills up. */
  private static final class Flow {
    private final SortedMap<String, SortedSet<Long>> fills = new TreeMap<>();
    private long moneyE8;

    private void add(String symbol, long id, Side side, long priceE8, long qtyE8, long feeE8) {
      fills.computeIfAbsent(symbol, each -> new TreeSet<>()).add(id);
      long quote = FixedPoint.multiply(priceE8, E8, qtyE8, E8, E8, RoundingMode.HALF_EVEN);
      moneyE8 += (side == Side.BUY ? -quote : quote) - feeE8;
    }
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
