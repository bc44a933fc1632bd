package io.tradewind.exchange.setup;

import io.tradewind.core.instrument.MarginTable;
import io.tradewind.core.instrument.MarginTier;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.time.Utc;
import io.tradewind.simulation.exchange.Amounts;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.exchange.futures.FuturesListing;
import io.tradewind.simulation.matching.SelfTradeMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The perpetual contract of a symbol that is traded on spot, with the steps that it has there.
 * Brackets are alike for all, from 125 times up to 50,000 of the quote; they resemble those that
 * Binance has for its large contracts.
 */
public record TradedContract(TradedSymbol spot) {
  private static final long ONE = Amounts.ONE_E8;
  private static final int MAKER_PPM = 200;
  private static final int TAKER_PPM = 500;
  private static final int LIQUIDATION_PPM = 12_500;
  private static final int LEAST_NOTIONAL = 5;
  private static final int MOST_ORDERS = 200;
  private static final int USUAL_LEVERAGE = 20;
  private static final long FUNDING_NS = 8 * 3600 * Utc.SECOND_NS;

  /** How far a price may be from the mark, and mark from price where an order is protected. */
  private static final long BAND_E8 = ONE / 20;

  /** Up to how much, at which leverage, with how many parts of a million behind it. */
  private record Bracket(long cap, int leverage, long maintenancePpm) {}

  private static final List<Bracket> BRACKETS =
      List.of(
          new Bracket(50_000, 125, 4_000),
          new Bracket(250_000, 100, 5_000),
          new Bracket(1_000_000, 50, 10_000),
          new Bracket(10_000_000, 20, 25_000),
          new Bracket(20_000_000, 10, 50_000),
          new Bracket(50_000_000, 5, 100_000),
          new Bracket(100_000_000, 4, 125_000),
          new Bracket(200_000_000, 3, 150_000),
          new Bracket(400_000_000, 2, 250_000),
          new Bracket(1_000_000_000, 1, 500_000));

  /** As the futures exchange lists it. */
  public FuturesListing listing() {
    long tick = ONE / FixedPoint.pow10(spot.priceDigits());
    long lot = ONE / FixedPoint.pow10(spot.lotDigits());
    return new FuturesListing(
        spot.name(),
        spot.id().base(),
        spot.id().quote(),
        ListingStatus.TRADING,
        new FuturesListing.Filters(
            new Filter.Price(tick, 10_000_000 * ONE, tick),
            new Filter.Lot(lot, lot * 900_000_000, lot),
            new Filter.MarketLot(lot, lot * 90_000_000, lot),
            LEAST_NOTIONAL * ONE,
            new FuturesListing.Band(ONE + BAND_E8, ONE - BAND_E8),
            MOST_ORDERS),
        new MarginTable(tiers(), LIQUIDATION_PPM),
        new FeeRates(MAKER_PPM, TAKER_PPM),
        new FuturesListing.Terms(FUNDING_NS, BAND_E8, USUAL_LEVERAGE, SelfTradeMode.EXPIRE_MAKER));
  }

  /** What is taken off makes the maintenance margin continuous from bracket to bracket. */
  private static List<MarginTier> tiers() {
    List<MarginTier> tiers = new ArrayList<>();
    long floor = 0;
    long off = 0;
    long before = 0;
    for (Bracket each : BRACKETS) {
      off +=
          floor / 1_000_000 * (each.maintenancePpm - (floor == 0 ? each.maintenancePpm : before));
      tiers.add(new MarginTier(floor, each.cap * ONE, each.maintenancePpm, off, each.leverage));
      floor = each.cap * ONE;
      before = each.maintenancePpm;
    }
    return tiers;
  }

  /** The price that it has before there is an index. */
  public long markE8() {
    return Math.round(spot.price() * ONE);
  }
}
