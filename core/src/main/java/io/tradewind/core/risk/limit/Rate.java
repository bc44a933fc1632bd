package io.tradewind.core.risk.limit;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;

/**
 * So many within a span of time: reached when the first and the last of {@code count} are less than
 * the span apart.
 *
 * @param count from 1 to {@value #MOST}
 * @param windowNs the span, at least 0; a span of 0 is never reached
 */
public record Rate(int count, long windowNs) {
  /** Times are kept, so there is a limit. */
  private static final int MOST = 100_000;

  /** Is never reached. */
  public static final Rate NEVER = new Rate(1, 0);

  /** Checks the ranges. */
  public Rate {
    Check.argument(count >= 1 && count <= MOST, "count must be in 1..100000, was %s", count);
    Check.argument(windowNs >= 0, "windowNs must be >= 0, was %s", windowNs);
  }

  /** So many a minute. */
  public static Rate perMinute(int count) {
    return new Rate(count, 60 * Utc.SECOND_NS);
  }
}
