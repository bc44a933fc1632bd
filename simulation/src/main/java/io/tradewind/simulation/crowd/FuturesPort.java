package io.tradewind.simulation.crowd;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.FuturesListing;
import io.tradewind.simulation.exchange.futures.NewOrder;
import io.tradewind.simulation.exchange.futures.OrderRef;
import io.tradewind.simulation.exchange.futures.OrderTerms;
import io.tradewind.simulation.exchange.futures.OrderView;
import io.tradewind.simulation.exchange.futures.Result;
import io.tradewind.simulation.matching.TimeInForce;
import java.util.OptionalLong;

/** A contract of the futures exchange. Its rules are those of the listing when this is made. */
public final class FuturesPort implements MarketPort {
  /** Of so many takers one is no program, and meets retail price improvement. */
  private static final int TAKERS_PER_PERSON = 3;

  private static final long PEOPLE_SEED = 1;

  private final FuturesExchange exchange;
  private final String symbol;
  private final Rules rules;
  private final SplitMix people = new SplitMix(PEOPLE_SEED);
  private long names;

  /**
   * Of a contract that is listed.
   *
   * @throws IllegalArgumentException if it is not
   */
  public FuturesPort(FuturesExchange exchange, String symbol) {
    this.exchange = exchange;
    this.symbol = symbol;
    this.rules =
        switch (exchange.listing(symbol)) {
          case Result.Done<FuturesListing>(FuturesListing listing) -> rules(listing.filters());
          case Result.Refused<FuturesListing> _ ->
              throw new IllegalArgumentException(symbol + " is not listed");
        };
  }

  private static Rules rules(FuturesListing.Filters filters) {
    return Rules.within(filters.price(), filters.lot(), filters.minNotionalE8());
  }

  @Override
  public Rules rules() {
    return rules;
  }

  @Override
  public OptionalLong bestE8(Side side) {
    return switch (exchange.depth(symbol, 1)) {
      case Result.Done<Depth>(Depth depth) -> depth.bestE8(side);
      case Result.Refused<Depth> _ -> OptionalLong.empty();
    };
  }

  @Override
  public OptionalLong rest(long accountId, Side side, long qtyE8, long priceE8, long timeNs) {
    return switch (place(accountId, order(side, qtyE8, priceE8, TimeInForce.GTC), timeNs)) {
      case Result.Done<OrderView>(OrderView placed) -> OptionalLong.of(placed.orderId());
      case Result.Refused<OrderView> _ -> OptionalLong.empty();
    };
  }

  @Override
  public long take(long accountId, Side side, long qtyE8, long priceE8, long timeNs) {
    NewOrder order = order(side, qtyE8, priceE8, TimeInForce.IOC);
    boolean isPerson = people.nextInt(TAKERS_PER_PERSON) == 0;
    return switch (place(accountId, isPerson ? order.ofRetail() : order, timeNs)) {
      case Result.Done<OrderView>(OrderView placed) -> placed.quantities().executedE8();
      case Result.Refused<OrderView> _ -> 0;
    };
  }

  private NewOrder order(Side side, long qtyE8, long priceE8, TimeInForce lives) {
    OrderTerms terms = new OrderTerms.Limit(qtyE8, priceE8, lives, OptionalLong.empty());
    return new NewOrder(symbol, "c" + ++names, side, terms, false);
  }

  private Result<OrderView> place(long accountId, NewOrder order, long timeNs) {
    return exchange.place(accountId, order, timeNs);
  }

  @Override
  public long openE8(long accountId, long orderId) {
    return switch (exchange.openOrder(accountId, symbol, new OrderRef.ById(orderId))) {
      case Result.Done<OrderView>(OrderView view) -> openE8(view);
      case Result.Refused<OrderView> _ -> 0;
    };
  }

  private static long openE8(OrderView view) {
    return view.quantities().origE8() - view.quantities().executedE8();
  }

  @Override
  public boolean reduce(long accountId, long orderId, long openE8, long timeNs) {
    OrderRef ref = new OrderRef.ById(orderId);
    return switch (exchange.openOrder(accountId, symbol, ref)) {
      case Result.Done<OrderView>(OrderView view) -> {
        long wholeE8 = view.quantities().executedE8() + openE8;
        long priceE8 = view.order().terms().limitPriceE8().orElseThrow();
        FuturesExchange.Modify smaller = new FuturesExchange.Modify(symbol, ref, wholeE8, priceE8);
        yield exchange.modify(accountId, smaller, timeNs) instanceof Result.Done<?>;
      }
      case Result.Refused<OrderView> _ -> false;
    };
  }

  @Override
  public long cancel(long accountId, long orderId, long timeNs) {
    return switch (exchange.cancel(accountId, symbol, new OrderRef.ById(orderId), timeNs)) {
      case Result.Done<OrderView>(OrderView view) -> openE8(view);
      case Result.Refused<OrderView> _ -> 0;
    };
  }
}
