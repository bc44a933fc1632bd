package io.tradewind.store.quality;

import io.tradewind.analytics.check.Check;
import java.math.BigDecimal;

/**
 * From where on something is a finding.
 *
 * @param maxGapNs longest time from one open to the next; never less than one interval
 * @param minQuoteVolume smallest close times volume of a candle, in quote
 * @param maxJump largest change from one close to the next, as a fraction of the former
 * @param frozenCandles how many candles in a row without any change of price are frozen
 * @param maxFindings how many findings are listed; all are counted
 */
public record QualityThresholds(
    long maxGapNs,
    BigDecimal minQuoteVolume,
    BigDecimal maxJump,
    int frozenCandles,
    int maxFindings) {
  /** 5 minutes, 1000, 10 %, 12 candles, 1000 findings. */
  public static final QualityThresholds DEFAULT =
      new QualityThresholds(
          300_000_000_000L, BigDecimal.valueOf(1000), new BigDecimal("0.1"), 12, 1000);

  /** Checks the ranges. */
  public QualityThresholds {
    Check.argument(maxGapNs > 0, "maxGapNs must be > 0, was %s", maxGapNs);
    Check.argument(
        minQuoteVolume.signum() >= 0, "minQuoteVolume must be >= 0, was %s", minQuoteVolume);
    Check.argument(maxJump.signum() > 0, "maxJump must be > 0, was %s", maxJump);
    Check.argument(frozenCandles >= 2, "frozenCandles must be >= 2, was %s", frozenCandles);
    Check.argument(maxFindings >= 0, "maxFindings must be >= 0, was %s", maxFindings);
  }
}
