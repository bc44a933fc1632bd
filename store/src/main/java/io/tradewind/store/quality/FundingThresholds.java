package io.tradewind.store.quality;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;
import java.math.BigDecimal;

/**
 * From where on something about fundings is a finding.
 *
 * @param longestNs longest time between two fundings that is usual
 * @param maxRate largest rate, either way, as a share of the notional
 * @param maxFindings how many findings are listed; all are counted
 */
public record FundingThresholds(long longestNs, BigDecimal maxRate, int maxFindings) {
  /** 8 hours; 4 %, for venues cap their rates at a few percent; 1000 findings. */
  public static final FundingThresholds DEFAULT =
      new FundingThresholds(8 * 3_600 * Utc.SECOND_NS, new BigDecimal("0.04"), 1000);

  /** Checks the ranges. */
  public FundingThresholds {
    Check.argument(longestNs > 0, "longestNs must be > 0, was %s", longestNs);
    Check.argument(maxRate.signum() > 0, "maxRate must be > 0, was %s", maxRate);
    Check.argument(maxFindings >= 0, "maxFindings must be >= 0, was %s", maxFindings);
  }
}
