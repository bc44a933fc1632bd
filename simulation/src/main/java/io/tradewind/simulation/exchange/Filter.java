package io.tradewind.simulation.exchange;

import io.tradewind.analytics.check.Check;

/**
 * A rule that an order must pass before it is taken. A bound or step of 0 is off, as is the maximum
 * of a notional.
 */
public sealed interface Filter {

  /** The name to tell when an order fails it. */
  FilterKind kind();

  /** Least, greatest and step of a price and of a stop price. */
  record Price(long minE8, long maxE8, long tickE8) implements Filter {
    public Price {
      Range.check(minE8, maxE8, tickE8);
    }

    /** Whether a price may stand. */
    public boolean admits(long priceE8) {
      return Range.admits(priceE8, minE8, maxE8, tickE8);
    }

    @Override
    public FilterKind kind() {
      return FilterKind.PRICE_FILTER;
    }
  }

  /** Least, greatest and step of the quantity and of the visible part of any order. */
  record Lot(long minE8, long maxE8, long stepE8) implements Filter {
    public Lot {
      Range.check(minE8, maxE8, stepE8);
    }

    /** Whether a quantity may stand. */
    public boolean admits(long qtyE8) {
      return Range.admits(qtyE8, minE8, maxE8, stepE8);
    }

    @Override
    public FilterKind kind() {
      return FilterKind.LOT_SIZE;
    }
  }

  /** Least, greatest and step of the quantity of a market order, beside {@link Lot}. */
  record MarketLot(long minE8, long maxE8, long stepE8) implements Filter {
    public MarketLot {
      Range.check(minE8, maxE8, stepE8);
    }

    /** Whether a quantity may stand. */
    public boolean admits(long qtyE8) {
      return Range.admits(qtyE8, minE8, maxE8, stepE8);
    }

    @Override
    public FilterKind kind() {
      return FilterKind.MARKET_LOT_SIZE;
    }
  }

  /**
   * Least and greatest worth of an order. A market order is valued at the average price of so many
   * minutes, or at the last where they are 0.
   */
  record Notional(
      long minE8, long maxE8, boolean minToMarket, boolean maxToMarket, int averageMinutes)
      implements Filter {
    public Notional {
      Range.check(minE8, maxE8, 0);
      Range.checkMinutes(averageMinutes);
    }

    /** Whether a worth may stand. */
    public boolean admits(long notionalE8, boolean market) {
      boolean enough = notionalE8 >= minE8 || (market && !minToMarket);
      return enough && (maxE8 == 0 || notionalE8 <= maxE8 || (market && !maxToMarket));
    }

    @Override
    public FilterKind kind() {
      return FilterKind.NOTIONAL;
    }
  }

  /** How far a price may be from the average, as factors, for bids and for asks. */
  record PercentPriceBySide(
      long bidUpE8, long bidDownE8, long askUpE8, long askDownE8, int averageMinutes)
      implements Filter {
    public PercentPriceBySide {
      Check.argument(
          bidDownE8 >= 0 && bidUpE8 >= bidDownE8 && askDownE8 >= 0 && askUpE8 >= askDownE8,
          "factors must be >= 0 and up >= down, were %s %s %s %s",
          bidUpE8,
          bidDownE8,
          askUpE8,
          askDownE8);
      Range.checkMinutes(averageMinutes);
    }

    /** Whether a price may stand beside an average above 0. */
    public boolean admits(boolean bid, long priceE8, long averageE8) {
      long up = bid ? bidUpE8 : askUpE8;
      long down = bid ? bidDownE8 : askDownE8;
      return Amounts.compareProducts(priceE8, Amounts.ONE_E8, averageE8, up) <= 0
          && Amounts.compareProducts(priceE8, Amounts.ONE_E8, averageE8, down) >= 0;
    }

    @Override
    public FilterKind kind() {
      return FilterKind.PERCENT_PRICE_BY_SIDE;
    }
  }

  /** In how many visible parts an iceberg may be cut. */
  record IcebergParts(int limit) implements Filter {
    public IcebergParts {
      Range.checkLimit(limit);
    }

    /** Whether an iceberg may be cut so; the visible part above 0. */
    public boolean admits(long qtyE8, long visibleE8) {
      return (qtyE8 - 1) / visibleE8 + 1 <= limit;
    }

    @Override
    public FilterKind kind() {
      return FilterKind.ICEBERG_PARTS;
    }
  }

  /** Within which basis points a trailing order may follow, above and below the price. */
  record TrailingDelta(int minAboveBps, int maxAboveBps, int minBelowBps, int maxBelowBps)
      implements Filter {
    public TrailingDelta {
      Range.check(minAboveBps, maxAboveBps, 0);
      Range.check(minBelowBps, maxBelowBps, 0);
    }

    /** Whether it may follow so far away. */
    public boolean admits(boolean above, int deltaBps) {
      return above
          ? deltaBps >= minAboveBps && deltaBps <= maxAboveBps
          : deltaBps >= minBelowBps && deltaBps <= maxBelowBps;
    }

    @Override
    public FilterKind kind() {
      return FilterKind.TRAILING_DELTA;
    }
  }

  /** How much of the base asset an account may come to hold, open purchases included. */
  record MaxPosition(long maxE8) implements Filter {
    public MaxPosition {
      Check.argument(maxE8 >= 0, "maxE8 must be >= 0, was %s", maxE8);
    }

    @Override
    public FilterKind kind() {
      return FilterKind.MAX_POSITION;
    }
  }

  /** How many may be open of an account at a time, on the symbol or on the exchange. */
  record MaxOpen(Counted counted, Scope scope, int limit) implements Filter {
    public MaxOpen {
      Range.checkLimit(limit);
    }

    @Override
    public FilterKind kind() {
      boolean symbol = scope == Scope.SYMBOL;
      return switch (counted) {
        case ORDERS -> symbol ? FilterKind.MAX_NUM_ORDERS : FilterKind.EXCHANGE_MAX_NUM_ORDERS;
        case ALGO_ORDERS ->
            symbol ? FilterKind.MAX_NUM_ALGO_ORDERS : FilterKind.EXCHANGE_MAX_NUM_ALGO_ORDERS;
        case ICEBERG_ORDERS ->
            symbol ? FilterKind.MAX_NUM_ICEBERG_ORDERS : FilterKind.EXCHANGE_MAX_NUM_ICEBERG_ORDERS;
        case ORDER_LISTS ->
            symbol ? FilterKind.MAX_NUM_ORDER_LISTS : FilterKind.EXCHANGE_MAX_NUM_ORDER_LISTS;
      };
    }
  }

  /** How often one order may be amended. */
  record MaxAmends(int limit) implements Filter {
    public MaxAmends {
      Range.checkLimit(limit);
    }

    @Override
    public FilterKind kind() {
      return FilterKind.MAX_NUM_ORDER_AMENDS;
    }
  }

  /** What a {@link MaxOpen} counts. */
  enum Counted {
    /** All, algo orders and icebergs included. */
    ORDERS,
    /** Stop and take-profit orders. */
    ALGO_ORDERS,
    ICEBERG_ORDERS,
    ORDER_LISTS
  }

  /** Where a {@link MaxOpen} counts. */
  enum Scope {
    SYMBOL,
    EXCHANGE
  }
}
