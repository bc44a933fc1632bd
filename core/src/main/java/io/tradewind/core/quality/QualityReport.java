package io.tradewind.core.quality;

import java.util.List;

/**
 * How good the signals of a strategy were lately. NaN is what nothing can be said of.
 *
 * @param strategy whose signals
 * @param trades that count, at most the window
 * @param hitRate share of these that earned, 0 to 1
 * @param brier mean of {@code (confidence - outcome)^2} with 1 for a trade that earned and else 0:
 *     0 is perfect, 0.25 is what an even guess gets. Source: G. W. Brier (1950), "Verification of
 *     forecasts expressed in terms of probability", Monthly Weather Review 78
 * @param calibrationError mean distance of confidence from the rate of hits over the buckets, by
 *     their trades. Source: M. P. Naeini, G. Cooper and M. Hauskrecht (2015), "Obtaining well
 *     calibrated probabilities using Bayesian binning", AAAI 29
 * @param expectancy mean profit of a trade as a ratio of what was paid at its entry
 * @param expectancyR mean profit of the trades that had a stop, in units of what it would have lost
 * @param averageWin mean of the wins as a ratio, 0 without one
 * @param averageLoss mean of the losses as a ratio of at least 0, 0 without one
 * @param buckets of confidence, the lowest first
 * @param horizons the nearest first
 */
public record QualityReport(
    String strategy,
    int trades,
    double hitRate,
    double brier,
    double calibrationError,
    double expectancy,
    double expectancyR,
    double averageWin,
    double averageLoss,
    List<Bucket> buckets,
    List<Horizon> horizons) {
  /** Keeps copies. */
  public QualityReport {
    buckets = List.copyOf(buckets);
    horizons = List.copyOf(horizons);
  }

  /**
   * Trades of like confidence.
   *
   * @param from confidence from here on
   * @param to up to here; the last bucket takes it in
   * @param trades how many
   * @param confidence their mean, NaN of none
   * @param hitRate share of them that earned, NaN of none
   */
  public record Bucket(double from, double to, int trades, double confidence, double hitRate) {}

  /**
   * What came of signals after so many bars, followed or not.
   *
   * @param bars after the close that gave them
   * @param signals that count, at most the window
   * @param meanReturn of the price in the signal's direction, a ratio, before costs; NaN of none
   * @param hitRate share of them that were right, NaN of none
   */
  public record Horizon(int bars, int signals, double meanReturn, double hitRate) {}
}
