package io.tradewind.simulation.exchange.futures;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.MarginTable;
import io.tradewind.core.instrument.MarginTier;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.matching.SelfTradeMode;

/**
 * A perpetual contract and its rules.
 *
 * @param marginAsset what wallets, fees and profits are in
 * @param margin the brackets, in {@code E8} of the margin asset, and the liquidation fee
 * @param fees of accounts that have none of their own
 */
public record FuturesListing(
    String symbol,
    String base,
    String marginAsset,
    ListingStatus status,
    Filters filters,
    MarginTable margin,
    FeeRates fees,
    Terms terms) {

  /**
   * What an order must pass.
   *
   * @param lot of limit orders
   * @param marketLot of market orders
   * @param minNotionalE8 least worth of an order that is not reduce only
   * @param band how far a price may be from the mark
   * @param maxOrders open orders of an account on the symbol
   */
  public record Filters(
      Filter.Price price,
      Filter.Lot lot,
      Filter.MarketLot marketLot,
      long minNotionalE8,
      Band band,
      int maxOrders) {}

  /** A purchase may cost at most the mark times {@code upE8}, a sale must bring {@code downE8}. */
  public record Band(long upE8, long downE8) {
    public Band {
      Check.argument(
          downE8 >= 0 && upE8 >= downE8, "up must be >= down >= 0, were %s %s", upE8, downE8);
    }
  }

  /**
   * What else is agreed.
   *
   * @param triggerProtectE8 how far mark and last price may be apart where a conditional order asks
   *     for protection, a share of the last
   * @param leverage of an account that never set it
   * @param selfTradeMode of orders that name none
   * @param rpi whether there are orders of retail price improvement
   */
  public record Terms(
      long fundingIntervalNs,
      long triggerProtectE8,
      int leverage,
      SelfTradeMode selfTradeMode,
      boolean rpi) {

    /** With retail price improvement. */
    public Terms(
        long fundingIntervalNs, long triggerProtectE8, int leverage, SelfTradeMode selfTradeMode) {
      this(fundingIntervalNs, triggerProtectE8, leverage, selfTradeMode, true);
    }
  }

  /** What a maker of retail price improvement pays beside his commission, of a million. */
  public static final int RPI_COMMISSION_PPM = 50;

  public FuturesListing {
    Check.argument(
        terms.leverage() >= 1 && terms.leverage() <= margin.tiers().getFirst().maxLeverage(),
        "the leverage to begin with must be within the first bracket's, was %s",
        terms.leverage());
    Check.argument(
        terms.selfTradeMode() != SelfTradeMode.DECREMENT, "futures know no %s", "DECREMENT");
  }

  /** The same with another status. */
  public FuturesListing withStatus(ListingStatus value) {
    return new FuturesListing(symbol, base, marginAsset, value, filters, margin, fees, terms);
  }

  /** The highest leverage that any position may have. */
  public int maxLeverage() {
    return margin.tiers().getFirst().maxLeverage();
  }

  /** The greatest notional that may be held at a leverage. */
  public long maxNotionalE8(int leverage) {
    long most = 0;
    for (MarginTier tier : margin.tiers()) {
      if (tier.maxLeverage() >= leverage) {
        most = Math.max(most, tier.capScaled());
      }
    }
    return most;
  }
}
