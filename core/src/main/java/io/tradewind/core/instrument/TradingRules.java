package io.tradewind.core.instrument;

import io.tradewind.analytics.check.Check;

/**
 * What a venue demands of an order, and what it charges, from a time on.
 *
 * @param fromNs the first instant at which these rules hold, epoch nanoseconds
 * @param tickScaled step of prices, in price scale, above 0
 * @param lotScaled step of quantities, in quantity scale, above 0
 * @param minQtyScaled smallest quantity, in quantity scale
 * @param minNotionalScaled smallest price times quantity, in cash scale
 * @param makerFeePpm fee of a resting order, millionths of the notional (10 bps are 1000)
 * @param takerFeePpm fee of an order that takes liquidity, millionths of the notional
 */
public record TradingRules(
    long fromNs,
    long tickScaled,
    long lotScaled,
    long minQtyScaled,
    long minNotionalScaled,
    long makerFeePpm,
    long takerFeePpm) {

  /** Checks the ranges. */
  public TradingRules {
    Check.argument(tickScaled > 0, "tickScaled must be > 0, was %s", tickScaled);
    Check.argument(lotScaled > 0, "lotScaled must be > 0, was %s", lotScaled);
    Check.argument(minQtyScaled >= 0, "minQtyScaled must be >= 0, was %s", minQtyScaled);
    Check.argument(
        minNotionalScaled >= 0, "minNotionalScaled must be >= 0, was %s", minNotionalScaled);
    checkFees(makerFeePpm, takerFeePpm);
  }

  /** Fees stay under half of the notional; only a maker may be paid. */
  public static void checkFees(long makerFeePpm, long takerFeePpm) {
    Check.argument(
        makerFeePpm > -500_000 && makerFeePpm < 500_000,
        "makerFeePpm must be under 50 %%, was %s",
        makerFeePpm);
    Check.argument(
        takerFeePpm >= 0 && takerFeePpm < 500_000,
        "takerFeePpm must be within 0 and 50 %%, was %s",
        takerFeePpm);
  }
}
