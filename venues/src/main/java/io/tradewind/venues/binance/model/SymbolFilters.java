package io.tradewind.venues.binance.model;

/**
 * What Binance demands of an order beyond the rules of the core, all of it in the instrument's
 * scales; where a bound is not set it is 0 or {@link Long#MAX_VALUE}.
 *
 * @param price of limits and triggers
 * @param lot of quantities
 * @param marketLot of market orders, with a step of 0 where that of the lot holds
 * @param notional price times quantity
 * @param bands how far from the market a price may be
 * @param trailing distances of trailing stops, in hundredths of a percent
 */
public record SymbolFilters(
    Steps price, Steps lot, Steps marketLot, Notional notional, Bands bands, Trailing trailing) {
  /** Nothing is known to be refused. */
  public static final SymbolFilters NONE =
      new SymbolFilters(
          new Steps(0, Long.MAX_VALUE, 1),
          new Steps(0, Long.MAX_VALUE, 1),
          new Steps(0, Long.MAX_VALUE, 1),
          new Notional(0, Long.MAX_VALUE, false, false),
          Bands.NONE,
          new Trailing(0, 0, 0, 0));

  /** Smallest, largest and step. */
  public record Steps(long min, long max, long step) {}

  /**
   * In cash scale.
   *
   * @param minToMarket whether the least holds for market orders
   * @param maxToMarket whether the most holds for market orders
   */
  public record Notional(long min, long max, boolean minToMarket, boolean maxToMarket) {}

  /**
   * Times the price of the market, in 1e-8; 0 where there is no band.
   *
   * @param bidUp the most that a buyer may offer
   * @param bidDown the least that a buyer may offer
   * @param askUp the most that a seller may ask
   * @param askDown the least that a seller may ask
   */
  public record Bands(long bidUp, long bidDown, long askUp, long askDown) {
    /** No band. */
    public static final Bands NONE = new Bands(0, 0, 0, 0);
  }

  /** Above the market for those who buy by it, below it for those who sell. */
  public record Trailing(long minAbove, long maxAbove, long minBelow, long maxBelow) {}
}
