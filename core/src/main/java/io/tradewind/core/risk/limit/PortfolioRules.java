package io.tradewind.core.risk.limit;

import java.util.ArrayList;
import java.util.List;

/**
 * How much notional each limit of the portfolio leaves to a new entry. Pure: each answers from what
 * is held, what is wanted and the limits, in the currency of equity. An account without equity is
 * left nothing.
 */
public final class PortfolioRules {
  private static final double DAYS_A_YEAR = 365;

  /** Halvings between nothing and what is wanted: to a billionth. */
  private static final int HALVINGS = 30;

  private PortfolioRules() {}

  /**
   * What every limit leaves, in the order of {@link ExposureLimit}, the rate of orders apart. What
   * is not limited is left out. Equity must be above 0.
   */
  public static List<Allowance> all(
      Holdings held, Wanted wanted, Sectors sectors, MarketRisk market, PortfolioLimits limits) {
    List<Allowance> all = new ArrayList<>();
    all.add(openPositions(held, wanted, limits));
    if (isLimited(limits.symbolExposure())) {
      all.add(symbol(held, wanted, limits));
    }
    if (isLimited(limits.sectorExposure())) {
      all.add(sector(held, wanted, sectors, limits));
    }
    if (isLimited(limits.leverage())) {
      all.add(leverage(held, limits));
    }
    if (isLimited(limits.tradeRisk())) {
      all.add(tradeRisk(held, wanted, limits));
    }
    if (isLimited(limits.heat())) {
      all.add(heat(held, wanted, limits));
    }
    if (isLimited(limits.yearlyVolatility())) {
      all.add(volatility(held, wanted, market, limits));
    }
    if (isLimited(limits.valueAtRisk())) {
      all.add(valueAtRisk(held, wanted, market, limits));
    }
    if (isLimited(limits.symbolExposure()) && limits.correlation() < 1) {
      all.add(correlation(held, wanted, market, limits));
    }
    return all;
  }

  private static boolean isLimited(double limit) {
    return limit < Double.POSITIVE_INFINITY;
  }

  /** The smallest of them all, the first of equals. */
  public static Allowance tightest(
      Holdings held, Wanted wanted, Sectors sectors, MarketRisk market, PortfolioLimits limits) {
    return all(held, wanted, sectors, market, limits).stream()
        .reduce(Allowance::orLess)
        .orElseThrow();
  }

  /** All or nothing: what adds to a position of its book opens none. */
  public static Allowance openPositions(Holdings held, Wanted wanted, PortfolioLimits limits) {
    boolean adds = held.gross(other -> isSameTrade(other, wanted)) > 0;
    boolean fits = adds || held.positions() < limits.openPositions();
    return new Allowance(fits ? Double.POSITIVE_INFINITY : 0, ExposureLimit.OPEN_POSITIONS);
  }

  private static boolean isSameTrade(Holding other, Wanted wanted) {
    return other.book() == wanted.book() && other.instrument() == wanted.instrument();
  }

  /** Of one symbol, over all books, longs and shorts added. */
  public static Allowance symbol(Holdings held, Wanted wanted, PortfolioLimits limits) {
    double used = held.gross(other -> other.instrument() == wanted.instrument());
    return left(limits.symbolExposure(), held, used, ExposureLimit.SYMBOL);
  }

  private static Allowance left(double limit, Holdings held, double used, ExposureLimit by) {
    return new Allowance(limit * held.equity() - used, by);
  }

  /** Of one sector. */
  public static Allowance sector(
      Holdings held, Wanted wanted, Sectors sectors, PortfolioLimits limits) {
    double used = held.gross(other -> sectors.isShared(other.instrument(), wanted.instrument()));
    return left(limits.sectorExposure(), held, used, ExposureLimit.SECTOR);
  }

  /** Of all symbols. */
  public static Allowance leverage(Holdings held, PortfolioLimits limits) {
    return left(limits.leverage(), held, held.gross(_ -> true), ExposureLimit.LEVERAGE);
  }

  /** What the stop of the trade may lose, with what its position already risks. */
  public static Allowance tradeRisk(Holdings held, Wanted wanted, PortfolioLimits limits) {
    double used = held.risk(other -> isSameTrade(other, wanted));
    double left = limits.tradeRisk() * held.equity() - used;
    return new Allowance(left / wanted.stopDistance(), ExposureLimit.TRADE_RISK);
  }

  /** What all stops together may lose. */
  public static Allowance heat(Holdings held, Wanted wanted, PortfolioLimits limits) {
    double left = limits.heat() * held.equity() - held.risk(_ -> true);
    return new Allowance(left / wanted.stopDistance(), ExposureLimit.HEAT);
  }

  /**
   * Positions in the same direction whose correlation is over the limit, and those in the opposite
   * direction whose correlation is under its negative, count together with the new one as one
   * symbol, and may not exceed the exposure of one symbol. A correlation that is not known is 1.
   */
  public static Allowance correlation(
      Holdings held, Wanted wanted, MarketRisk market, PortfolioLimits limits) {
    double used = held.gross(other -> movesAlike(other, wanted, market, limits.correlation()));
    return left(limits.symbolExposure(), held, used, ExposureLimit.CORRELATION);
  }

  private static boolean movesAlike(
      Holding other, Wanted wanted, MarketRisk market, double threshold) {
    double correlation = market.correlation(other.instrument(), wanted.instrument());
    return correlation * Math.signum(other.notional()) * wanted.direction().sign() > threshold;
  }

  /**
   * The largest exposure x at which the variance of a day, {@code v + 2 x b + x^2 c}, is within the
   * target's square: v of what is held, b the covariance of the new one with it, c its own
   * variance. What is over the target already is left only what brings it down, to the target or,
   * if it does not come so far, to the least variance. Entries under way may be filled or not: the
   * smaller holds of what is left with all of them and with none.
   */
  public static Allowance volatility(
      Holdings held, Wanted wanted, MarketRisk market, PortfolioLimits limits) {
    Allowance left = volatilityOf(held, wanted, market, limits);
    return held.hasEntries()
        ? left.orLess(volatilityOf(held.positionsOnly(), wanted, market, limits))
        : left;
  }

  private static Allowance volatilityOf(
      Holdings held, Wanted wanted, MarketRisk market, PortfolioLimits limits) {
    double target = limits.yearlyVolatility() / Math.sqrt(DAYS_A_YEAR);
    double[] exposures = held.exposures(market.instruments());
    double v = market.variance(exposures);
    double b = wanted.direction().sign() * market.covarianceWith(wanted.instrument(), exposures);
    double c = market.covariance(wanted.instrument(), wanted.instrument());
    double x = largest(v - target * target, b, c);
    return new Allowance(x * held.equity(), ExposureLimit.VOLATILITY);
  }

  /**
   * The larger root of {@code c x^2 + 2 b x + over = 0}, or where it comes nearest to 0; below 0 if
   * only less than nothing would do.
   */
  private static double largest(double over, double b, double c) {
    if (c <= 0) {
      return over > 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    return (-b + Math.sqrt(Math.max(0, b * b - c * over))) / c;
  }

  /**
   * All that is wanted if the value at risk with it is within the limit, or less than without it;
   * else the most at which it still is, to a billionth of what is wanted. Entries under way count
   * as for the volatility.
   */
  public static Allowance valueAtRisk(
      Holdings held, Wanted wanted, MarketRisk market, PortfolioLimits limits) {
    Allowance left = valueAtRiskOf(held, wanted, market, limits);
    return held.hasEntries()
        ? left.orLess(valueAtRiskOf(held.positionsOnly(), wanted, market, limits))
        : left;
  }

  private static Allowance valueAtRiskOf(
      Holdings held, Wanted wanted, MarketRisk market, PortfolioLimits limits) {
    if (held.equity() <= 0) {
      return new Allowance(0, ExposureLimit.VALUE_AT_RISK);
    }
    double now = lossWith(0, held, wanted, market, limits);
    double then = lossWith(wanted.notional(), held, wanted, market, limits);
    if (then <= limits.valueAtRisk() || then < now) {
      return new Allowance(Double.POSITIVE_INFINITY, ExposureLimit.VALUE_AT_RISK);
    }
    double low = 0;
    double high = wanted.notional();
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      boolean fits = lossWith(middle, held, wanted, market, limits) <= limits.valueAtRisk();
      low = fits ? middle : low;
      high = fits ? high : middle;
    }
    return new Allowance(low, ExposureLimit.VALUE_AT_RISK);
  }

  private static double lossWith(
      double notional, Holdings held, Wanted wanted, MarketRisk market, PortfolioLimits limits) {
    double[] exposures = held.exposures(market.instruments());
    exposures[wanted.instrument()] += wanted.direction().sign() * notional / held.equity();
    return market.valueAtRisk(exposures, limits.level());
  }

  /** How far each limit is used by what is held, in the order of {@link ExposureLimit}. */
  public static List<LimitUse> use(
      Holdings held, Sectors sectors, MarketRisk market, PortfolioLimits limits) {
    double equity = held.equity();
    double[] exposures = held.exposures(market.instruments());
    return List.of(
        new LimitUse(ExposureLimit.OPEN_POSITIONS, held.positions(), limits.openPositions()),
        new LimitUse(ExposureLimit.SYMBOL, largestSymbol(held), limits.symbolExposure()),
        new LimitUse(ExposureLimit.SECTOR, largestSector(held, sectors), limits.sectorExposure()),
        new LimitUse(ExposureLimit.LEVERAGE, held.gross(_ -> true) / equity, limits.leverage()),
        new LimitUse(ExposureLimit.HEAT, held.risk(_ -> true) / equity, limits.heat()),
        new LimitUse(
            ExposureLimit.VOLATILITY,
            Math.sqrt(market.variance(exposures) * DAYS_A_YEAR),
            limits.yearlyVolatility()),
        new LimitUse(
            ExposureLimit.VALUE_AT_RISK,
            market.valueAtRisk(exposures, limits.level()),
            limits.valueAtRisk()));
  }

  private static double largestSymbol(Holdings held) {
    double largest = 0;
    for (Holding one : held.all()) {
      largest = Math.max(largest, held.gross(other -> other.instrument() == one.instrument()));
    }
    return largest / held.equity();
  }

  private static double largestSector(Holdings held, Sectors sectors) {
    double largest = 0;
    for (Holding one : held.all()) {
      largest =
          Math.max(
              largest, held.gross(other -> sectors.isShared(other.instrument(), one.instrument())));
    }
    return largest / held.equity();
  }
}
