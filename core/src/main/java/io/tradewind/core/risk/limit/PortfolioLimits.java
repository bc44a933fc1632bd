package io.tradewind.core.risk.limit;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.risk.RiskLevel;

/**
 * How much may be held by all books together. All but the counts, the level and the two that say
 * otherwise are ratios of equity, infinite where nothing limits.
 *
 * @param openPositions positions at a time, entries under way included
 * @param symbolExposure notional of one symbol, longs and shorts added
 * @param sectorExposure notional of the symbols of one sector, longs and shorts added
 * @param leverage notional of all symbols, longs and shorts added
 * @param tradeRisk what the stop of one trade may lose
 * @param heat what all stops together may lose
 * @param yearlyVolatility target for the standard deviation of a year
 * @param valueAtRisk what a day may lose at the level
 * @param level confidence and days of the value at risk
 * @param correlation from -1 to 1; positions that move together more than this count as one symbol
 * @param orders how many orders are too many
 */
public record PortfolioLimits(
    int openPositions,
    double symbolExposure,
    double sectorExposure,
    double leverage,
    double tradeRisk,
    double heat,
    double yearlyVolatility,
    double valueAtRisk,
    RiskLevel level,
    double correlation,
    Rate orders) {

  /**
   * What paper and live ship with. A sector's 80 %, a year's 30 % and sixty orders a minute are our
   * own choice. A symbol's 50 % is what keeps a trade under 10 % of equity: where a short of x
   * loses the 2 % of its trade at the stop and a jump of 15 % goes through it, it loses {@code 0.15
   * x + 1.15 * 0.02}, which is under 10 % up to an x of 0.51.
   */
  public static final PortfolioLimits SHIPPED =
      new PortfolioLimits(
          10, 0.5, 0.8, 1.0, 0.02, 0.10, 0.30, 0.02, RiskLevel.DEFAULT, 0.7, Rate.perMinute(60));

  /** What research starts from. */
  public static final PortfolioLimits NONE =
      new PortfolioLimits(
          Integer.MAX_VALUE,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          RiskLevel.DEFAULT,
          1,
          Rate.NEVER);

  /** The same but for these four. */
  public PortfolioLimits with(
      double otherTradeRisk, double otherSymbol, double otherLeverage, int otherPositions) {
    return new PortfolioLimits(
        otherPositions,
        otherSymbol,
        sectorExposure,
        otherLeverage,
        otherTradeRisk,
        heat,
        yearlyVolatility,
        valueAtRisk,
        level,
        correlation,
        orders);
  }

  /** Checks the ranges. */
  public PortfolioLimits {
    Check.argument(openPositions >= 1, "openPositions must be >= 1, was %s", openPositions);
    Check.argument(symbolExposure > 0, "symbolExposure must be > 0, was %s", symbolExposure);
    Check.argument(sectorExposure > 0, "sectorExposure must be > 0, was %s", sectorExposure);
    Check.argument(leverage > 0, "leverage must be > 0, was %s", leverage);
    Check.argument(tradeRisk > 0, "tradeRisk must be > 0, was %s", tradeRisk);
    Check.argument(heat > 0, "heat must be > 0, was %s", heat);
    Check.argument(yearlyVolatility > 0, "yearlyVolatility must be > 0, was %s", yearlyVolatility);
    Check.argument(valueAtRisk > 0, "valueAtRisk must be > 0, was %s", valueAtRisk);
    Check.argument(
        correlation >= -1 && correlation <= 1,
        "correlation must be in [-1, 1], was %s",
        correlation);
  }
}
