package io.tradewind.research.risk;

import java.util.List;

/**
 * What was held over a UTC day, by the closes of its candles; ratios of equity.
 *
 * @param epochDay the day, from 1970-01-01
 * @param samples how many closes it was looked at
 * @param heat what the stops would have lost at the last close, all of a position without one
 * @param maxHeat the most of any close
 * @param meanHeat the mean of all closes
 * @param leverage notional of all positions at the last close, longs and shorts added
 * @param maxLeverage the most of any close
 * @param meanLeverage the mean of all closes
 * @param net longs less shorts at the last close
 * @param maxPositions the most positions at any close
 * @param maxExposures the most of each symbol, in the run's order
 * @param closes the last price of each symbol in its quote, NaN before the first
 */
public record HeldDay(
    long epochDay,
    int samples,
    double heat,
    double maxHeat,
    double meanHeat,
    double leverage,
    double maxLeverage,
    double meanLeverage,
    double net,
    int maxPositions,
    List<Double> maxExposures,
    List<Double> closes) {
  /** Copies the lists. */
  public HeldDay {
    maxExposures = List.copyOf(maxExposures);
    closes = List.copyOf(closes);
  }
}
