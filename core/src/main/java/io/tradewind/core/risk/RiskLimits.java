package io.tradewind.core.risk;

import io.tradewind.analytics.check.Check;

/**
 * The limits that hold for every entry. All are ratios of equity but the count of positions. A
 * limit that is missing would deny, so there is none without a value.
 *
 * @param maxTradeRisk what the stop of one trade may lose; without a stop all of it counts as lost
 * @param maxSymbolExposure notional of one symbol
 * @param maxLeverage notional of all symbols together
 * @param maxOpenPositions positions at a time, entries under way included
 */
public record RiskLimits(
    double maxTradeRisk, double maxSymbolExposure, double maxLeverage, int maxOpenPositions) {

  /**
   * What paper and live ship with: a trade risks 2 % at most, a symbol takes 60 % of equity, no
   * leverage, ten positions.
   */
  public static final RiskLimits SHIPPED = new RiskLimits(0.02, 0.6, 1.0, 10);

  /**
   * What research starts from, so that a strategy is judged by its own sizes: all of equity may be
   * at risk, but no more than there is.
   */
  public static final RiskLimits RESEARCH = new RiskLimits(1.0, 1.0, 1.0, 1000);

  /** Checks the ranges. */
  public RiskLimits {
    Check.argument(
        maxTradeRisk > 0 && maxTradeRisk <= 1,
        "maxTradeRisk must be in (0, 1], was %s",
        maxTradeRisk);
    Check.argument(
        maxSymbolExposure > 0 && maxSymbolExposure <= 125,
        "maxSymbolExposure must be in (0, 125], was %s",
        maxSymbolExposure);
    Check.argument(
        maxLeverage > 0 && maxLeverage <= 125,
        "maxLeverage must be in (0, 125], was %s",
        maxLeverage);
    Check.argument(
        maxOpenPositions >= 1, "maxOpenPositions must be >= 1, was %s", maxOpenPositions);
  }
}
