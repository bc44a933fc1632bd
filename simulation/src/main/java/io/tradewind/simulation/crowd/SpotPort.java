package io.tradewind.simulation.crowd;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.spot.Answer;
import io.tradewind.simulation.exchange.spot.Command;
import io.tradewind.simulation.exchange.spot.Listing;
import io.tradewind.simulation.exchange.spot.NewOrder;
import io.tradewind.simulation.exchange.spot.OrderRef;
import io.tradewind.simulation.exchange.spot.OrderTerms;
import io.tradewind.simulation.exchange.spot.OrderView;
import io.tradewind.simulation.exchange.spot.Result;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import io.tradewind.simulation.matching.TimeInForce;
import java.util.OptionalLong;

/**
 * A symbol of the spot exchange. Its rules are those of the listing when this is made; where a
 * filter is missing or a bound is off, a step or the least is one unit of 10^-8.
 */
public final class SpotPort implements MarketPort {
  private final SpotExchange exchange;
  private final String symbol;
  private final Rules rules;
  private long names;

  /**
   * Of a symbol that is listed.
   *
   * @throws IllegalArgumentException if it is not
   */
  public SpotPort(SpotExchange exchange, String symbol) {
    this.exchange = exchange;
    this.symbol = symbol;
    this.rules =
        switch (exchange.listing(symbol)) {
          case Result.Done<Listing>(Listing listing) -> rules(listing);
          case Result.Refused<Listing> _ ->
              throw new IllegalArgumentException(symbol + " is not listed");
        };
  }

  private static Rules rules(Listing listing) {
    Filter.Price anyPrice = new Filter.Price(0, 0, 0);
    Filter.Lot anyLot = new Filter.Lot(0, 0, 0);
    long minNotionalE8 = 0;
    for (Filter filter : listing.filters()) {
      if (filter instanceof Filter.Price price) {
        anyPrice = price;
      } else if (filter instanceof Filter.Lot lot) {
        anyLot = lot;
      } else if (filter instanceof Filter.Notional notional) {
        minNotionalE8 = notional.minE8();
      }
    }
    return Rules.within(anyPrice, anyLot, minNotionalE8);
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
    return switch (place(accountId, side, qtyE8, priceE8, TimeInForce.GTC, timeNs)) {
      case Result.Done<Answer.Placed>(Answer.Placed placed) ->
          OptionalLong.of(placed.order().orderId());
      case Result.Refused<Answer.Placed> _ -> OptionalLong.empty();
    };
  }

  @Override
  public long take(long accountId, Side side, long qtyE8, long priceE8, long timeNs) {
    return switch (place(accountId, side, qtyE8, priceE8, TimeInForce.IOC, timeNs)) {
      case Result.Done<Answer.Placed>(Answer.Placed placed) ->
          placed.order().quantities().executedE8();
      case Result.Refused<Answer.Placed> _ -> 0;
    };
  }

  private Result<Answer.Placed> place(
      long accountId, Side side, long qtyE8, long priceE8, TimeInForce lives, long timeNs) {
    OrderTerms terms = new OrderTerms.Limit(qtyE8, priceE8, lives);
    return exchange.place(accountId, new NewOrder(symbol, "c" + ++names, side, terms), timeNs);
  }

  @Override
  public long openE8(long accountId, long orderId) {
    return switch (exchange.order(accountId, symbol, new OrderRef.ById(orderId))) {
      case Result.Done<OrderView>(OrderView view) -> openE8(view);
      case Result.Refused<OrderView> _ -> 0;
    };
  }

  private static long openE8(OrderView view) {
    return view.status().isOpen() ? view.quantities().openE8() : 0;
  }

  @Override
  public boolean reduce(long accountId, long orderId, long openE8, long timeNs) {
    OrderRef ref = new OrderRef.ById(orderId);
    return switch (exchange.order(accountId, symbol, ref)) {
      case Result.Done<OrderView>(OrderView view) -> {
        long wholeE8 = view.quantities().origE8() - view.quantities().openE8() + openE8;
        Command.Amend smaller = new Command.Amend(symbol, ref, wholeE8, view.clientOrderId());
        yield exchange.amendKeepPriority(accountId, smaller, timeNs) instanceof Result.Done<?>;
      }
      case Result.Refused<OrderView> _ -> false;
    };
  }

  @Override
  public long cancel(long accountId, long orderId, long timeNs) {
    Command.Cancel command = new Command.Cancel(symbol, new OrderRef.ById(orderId), "c" + ++names);
    return switch (exchange.cancel(accountId, command, timeNs)) {
      case Result.Done<Answer.Canceled>(Answer.OrderCanceled(OrderView view)) ->
          view.quantities().openE8();
      case Result.Done<Answer.Canceled>(Answer.ListCanceled _) ->
          throw new IllegalStateException("a crowd places no lists");
      case Result.Refused<Answer.Canceled> _ -> 0;
    };
  }
}
