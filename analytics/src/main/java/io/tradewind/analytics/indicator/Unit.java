package io.tradewind.analytics.indicator;

import java.util.Locale;

/**
 * What an output is counted in, and so how it changes with the scale of its inputs: if all prices
 * are multiplied by {@code p} and all volumes by {@code v}, the output is by {@code p^priceExponent
 * v^volumeExponent}. An indicator of one series counts that series as prices.
 */
public enum Unit {
  /** As the prices, or the series, it is of. */
  PRICE(1, 0),
  /** A price squared, such as a variance. */
  PRICE_SQUARED(2, 0),
  /** Base traded or resting. */
  VOLUME(0, 1),
  /** A price times a volume: quote traded. */
  MONEY(1, 1),
  /** A move of the price for each unit of volume. */
  PRICE_PER_VOLUME(1, -1),
  /** A number for each unit of quote traded. */
  PER_MONEY(-1, -1),
  /** Bars counted. */
  BARS(0, 0),
  /** Hundredths. */
  PERCENT(0, 0),
  /** A number without unit, such as a ratio, an angle or a yes. */
  NUMBER(0, 0),
  /** A function that keeps no scale, such as a logarithm. */
  UNSCALED(Double.NaN, Double.NaN);

  private final double priceExponent;
  private final double volumeExponent;

  Unit(double priceExponent, double volumeExponent) {
    this.priceExponent = priceExponent;
    this.volumeExponent = volumeExponent;
  }

  /** Power of the factor of all prices, NaN if there is no law. */
  public double priceExponent() {
    return priceExponent;
  }

  /** Power of the factor of all volumes, NaN if there is no law. */
  public double volumeExponent() {
    return volumeExponent;
  }

  /** Lower case words with dashes. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
