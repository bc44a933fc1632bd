package io.tradewind.core.execution.slippage;

import io.tradewind.analytics.check.Check;

/**
 * How far an order moves the price: {@code coefficient * volatility * sqrt(qty / volume)}, with
 * volatility and volume of one day.
 *
 * <p>Source: B. Tóth et al. (2011), "Anomalous price impact and the critical nature of liquidity in
 * financial markets", Physical Review X 1, with a coefficient near 1. R. Almgren, C. Thum, E.
 * Hauptmann and H. Li (2005), "Direct estimation of equity market impact", find the power 3/5 for
 * the temporary part.
 *
 * @param coefficient above 0
 */
public record SquareRootImpact(double coefficient) {
  /** A coefficient of 1. */
  public static final SquareRootImpact DEFAULT = new SquareRootImpact(1);

  /** Checks the range. */
  public SquareRootImpact {
    Check.argument(
        coefficient > 0 && Double.isFinite(coefficient),
        "coefficient must be finite and > 0, was %s",
        coefficient);
  }

  /** As a ratio of the price; quantity and volume in one unit, the volume above 0. */
  public double ratio(double dailyVolatility, double qty, double dailyVolume) {
    return coefficient * dailyVolatility * Math.sqrt(qty / dailyVolume);
  }

  /** The quantity that moves the price by a ratio; without volatility there is no such quantity. */
  public double qty(double ratio, double dailyVolatility, double dailyVolume) {
    double root = ratio / (coefficient * dailyVolatility);
    return dailyVolume * root * root;
  }
}
