package io.tradewind.simulation.exchange.spot;

import io.tradewind.analytics.check.Check;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.matching.SelfTradeMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * A symbol and its rules.
 *
 * @param filters in the order in which they are asked, at most one of a kind
 * @param fees of accounts that have none of their own
 */
public record Listing(
    String symbol,
    String base,
    String quote,
    ListingStatus status,
    Allowed allowed,
    List<Filter> filters,
    FeeRates fees) {

  public Listing {
    Check.argument(!base.equals(quote), "base and quote must differ, were %s", base);
    filters = List.copyOf(filters);
    Check.argument(
        filters.stream().map(Filter::kind).distinct().count() == filters.size(),
        "at most one filter of a kind, were %s",
        filters);
  }

  /**
   * What orders may be.
   *
   * @param selfTradeMode of orders that name none
   */
  public record Allowed(
      List<OrderType> types,
      List<Feature> features,
      List<SelfTradeMode> selfTradeModes,
      SelfTradeMode selfTradeMode) {

    public Allowed {
      types = List.copyOf(types);
      features = List.copyOf(features);
      selfTradeModes = List.copyOf(selfTradeModes);
      Check.argument(
          selfTradeModes.contains(selfTradeMode),
          "the default mode must be allowed, was %s",
          selfTradeMode);
    }

    /** Everything, and without self-trade prevention unless an order asks for it. */
    public static Allowed everything() {
      return new Allowed(
          List.copyOf(EnumSet.allOf(OrderType.class)),
          List.copyOf(EnumSet.allOf(Feature.class)),
          List.copyOf(EnumSet.allOf(SelfTradeMode.class)),
          SelfTradeMode.NONE);
    }
  }

  /** The same with another status. */
  public Listing withStatus(ListingStatus value) {
    return new Listing(symbol, base, quote, value, allowed, filters, fees);
  }

  /** The filter of a class, if there is one. */
  <F extends Filter> Optional<F> filter(Class<F> type) {
    return filters.stream().filter(type::isInstance).map(type::cast).findFirst();
  }
}
