package io.tradewind.core.allocation;

import io.tradewind.analytics.check.Check;

/**
 * When a challenger is told to be better or worse.
 *
 * @param minDays shorter records say nothing
 * @param confidence of the interval that must leave 0 out
 * @param meanBlock mean length in days of the blocks that are drawn, so that days which go together
 *     stay together
 * @param resamples how many records are drawn
 * @param seed of the draws
 */
public record RivalrySettings(
    int minDays, double confidence, double meanBlock, int resamples, long seed) {
  /** Sixty days, 95 %, blocks of five days. */
  public static final RivalrySettings DEFAULT = new RivalrySettings(60, 0.95, 5, 10_000, 1);

  /** Checks the ranges. */
  public RivalrySettings {
    Check.argument(minDays >= 2, "minDays must be >= 2, was %s", minDays);
    Check.argument(
        confidence > 0.5 && confidence < 1, "confidence must be > 0.5 and < 1, was %s", confidence);
    Check.argument(meanBlock >= 1, "meanBlock must be >= 1, was %s", meanBlock);
    Check.argument(
        resamples >= 100 && resamples <= 10_000_000,
        "resamples must be 100 to 10000000, was %s",
        resamples);
  }
}
