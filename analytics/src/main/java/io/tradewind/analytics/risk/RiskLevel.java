package io.tradewind.analytics.risk;

import io.tradewind.analytics.check.Check;

/**
 * Which loss is asked for: the one that is not exceeded with a confidence, over some days.
 *
 * @param confidence above 0.5 and below 1
 * @param days the horizon, at least 1
 */
public record RiskLevel(double confidence, int days) {
  /** 95 % over one day. */
  public static final RiskLevel DEFAULT = new RiskLevel(0.95, 1);

  /** Checks both. */
  public RiskLevel {
    Check.argument(
        confidence > 0.5 && confidence < 1, "confidence must be > 0.5 and < 1, was %s", confidence);
    Check.argument(days >= 1, "days must be >= 1, was %s", days);
  }

  /** The share of outcomes that are worse, {@code 1 - confidence}. */
  double tail() {
    return 1 - confidence;
  }
}
