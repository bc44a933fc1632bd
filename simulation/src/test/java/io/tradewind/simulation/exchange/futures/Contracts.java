package io.tradewind.simulation.exchange.futures;

import io.tradewind.core.instrument.MarginTable;
import io.tradewind.core.instrument.MarginTier;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.matching.SelfTradeMode;
import java.math.RoundingMode;
import java.util.List;

/** Listings to try things on. */
final class Contracts {
  /** 75 times up to 10,000, 50 up to 100,000, 25 up to a million, 10 beyond. */
  static final MarginTable BRACKETS =
      new MarginTable(
          List.of(
              tier("0", "10000", 6_500, "0", 75),
              tier("10000", "100000", 10_000, "35", 50),
              tier("100000", "1000000", 20_000, "1035", 25),
              new MarginTier(e8("1000000"), Long.MAX_VALUE, 50_000, e8("31035"), 10)),
          12_500);

  private Contracts() {}

  private static MarginTier tier(String floor, String cap, long ppm, String cum, int leverage) {
    return new MarginTier(e8(floor), e8(cap), ppm, e8(cum), leverage);
  }

  static long e8(String value) {
    return FixedPoint.parse(value, 8, RoundingMode.UNNECESSARY);
  }

  static FuturesListing perpetual(String symbol, FeeRates fees, FuturesListing.Filters filters) {
    return new FuturesListing(
        symbol,
        symbol.replace("USDT", ""),
        "USDT",
        ListingStatus.TRADING,
        filters,
        BRACKETS,
        fees,
        new FuturesListing.Terms(28_800_000_000_000L, e8("0.05"), 20, SelfTradeMode.EXPIRE_MAKER));
  }

  /** Hundredths of price and thousandths of quantity, half as much again up and down. */
  static FuturesListing.Filters wide() {
    return new FuturesListing.Filters(
        new Filter.Price(e8("0.01"), e8("1000000"), e8("0.01")),
        new Filter.Lot(e8("0.001"), e8("100000"), e8("0.001")),
        new Filter.MarketLot(e8("0.001"), e8("100000"), e8("0.001")),
        e8("5"),
        new FuturesListing.Band(e8("1.5"), e8("0.5")),
        200);
  }
}
