package io.tradewind.simulation.crowd;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Filter;
import java.util.OptionalLong;

/**
 * What a crowd needs of one symbol of an exchange. Prices and quantities are in units of 10^-8. An
 * exchange may refuse an order for reasons of its own; the crowd goes on without it.
 */
public interface MarketPort {

  /**
   * What orders must be like.
   *
   * @param tickE8 step of prices, above 0
   * @param lotE8 step of quantities, above 0
   * @param minQtyE8 least quantity of an order, at least a lot and whole lots
   * @param maxQtyE8 greatest quantity of an order, whole lots
   * @param minNotionalE8 least worth of an order, 0 for any
   */
  record Rules(long tickE8, long lotE8, long minQtyE8, long maxQtyE8, long minNotionalE8) {
    /** Checks the ranges. */
    public Rules {
      Check.argument(tickE8 > 0, "tickE8 must be > 0, was %s", tickE8);
      Check.argument(lotE8 > 0, "lotE8 must be > 0, was %s", lotE8);
      Check.argument(
          minQtyE8 >= lotE8 && minQtyE8 % lotE8 == 0, "minQtyE8 must be lots, was %s", minQtyE8);
      Check.argument(
          maxQtyE8 >= minQtyE8 && maxQtyE8 % lotE8 == 0,
          "maxQtyE8 must be lots and >= minQtyE8, was %s",
          maxQtyE8);
      Check.argument(minNotionalE8 >= 0, "minNotionalE8 must be >= 0, was %s", minNotionalE8);
    }

    /** Out of filters; a step or least that is off is one unit. */
    static Rules within(Filter.Price price, Filter.Lot lot, long minNotionalE8) {
      long lotE8 = Math.max(1, lot.stepE8());
      long leastLots = Math.max(1, Math.ceilDiv(lot.minE8(), lotE8));
      long maxQtyE8 = lot.maxE8() == 0 ? Long.MAX_VALUE / 4 : lot.maxE8();
      return new Rules(
          Math.max(1, price.tickE8()),
          lotE8,
          leastLots * lotE8,
          maxQtyE8 - maxQtyE8 % lotE8,
          minNotionalE8);
    }
  }

  /** The symbol's rules. */
  Rules rules();

  /** The best price of a side; empty if nobody is there. */
  OptionalLong bestE8(Side side);

  /**
   * Places a limit order that is good till cancelled; where it crosses the book it takes first.
   *
   * @return its id; empty if it was refused
   */
  OptionalLong rest(long accountId, Side side, long qtyE8, long priceE8, long timeNs);

  /**
   * Takes what there is at a price or better, and leaves nothing behind.
   *
   * @return how much traded
   */
  long take(long accountId, Side side, long qtyE8, long priceE8, long timeNs);

  /** What an order still has open, 0 if it has ended. */
  long openE8(long accountId, long orderId);

  /**
   * Makes an order smaller, which keeps its place.
   *
   * @param openE8 what it is to have open, above 0 and below what it has
   * @return whether it has
   */
  boolean reduce(long accountId, long orderId, long openE8, long timeNs);

  /**
   * Takes an order out.
   *
   * @return what it had open, 0 if it had ended
   */
  long cancel(long accountId, long orderId, long timeNs);
}
