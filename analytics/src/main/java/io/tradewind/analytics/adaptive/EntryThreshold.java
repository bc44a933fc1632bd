package io.tradewind.analytics.adaptive;

import io.tradewind.analytics.check.Check;

/**
 * The confidence that an entry needs by how the last trades went: {@code base + weight * (expected
 * - winRate)}, within bounds. Who has lost of late must be surer. Pure.
 *
 * @param base where as many were won as expected, and before there are enough trades
 * @param weight of a win rate that is lower by 1
 * @param expected rate of wins
 * @param least threshold
 * @param most threshold
 * @param trades that are needed
 */
public record EntryThreshold(
    double base, double weight, double expected, double least, double most, int trades) {
  /** 70 %, five points more for ten fewer wins in 100 than 55, from 60 % to 90 %. */
  public static final EntryThreshold SHIPPED = new EntryThreshold(0.7, 0.5, 0.55, 0.6, 0.9, 20);

  /** Checks the ranges. */
  public EntryThreshold {
    Check.argument(
        least >= 0 && least <= base && base <= most && most <= 1,
        "thresholds must be 0 <= least <= base <= most <= 1, were %s, %s, %s",
        least,
        base,
        most);
    Check.argument(weight >= 0 && weight <= 100, "weight must be in [0, 100], was %s", weight);
    Check.argument(expected >= 0 && expected <= 1, "expected must be in [0, 1], was %s", expected);
    Check.argument(trades >= 1, "trades must be >= 1, was %s", trades);
  }

  /**
   * The threshold now.
   *
   * @param closed trades lately
   * @param winRate of these, 0 to 1; no number asks for the most
   */
  public double confidence(int closed, double winRate) {
    if (closed < trades) {
      return base;
    }
    double threshold = base + weight * (expected - winRate);
    return Double.isNaN(threshold) ? most : Math.clamp(threshold, least, most);
  }
}
