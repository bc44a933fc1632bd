package io.tradewind.core.risk.limit;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;

/**
 * How an emergency stop keeps at it.
 *
 * @param cancelWaitNs how long cancels have before positions are closed all the same
 * @param firstPauseNs pause before what is still there is asked for again
 * @param growth factor of each further pause, at least 1
 * @param longestPauseNs where pauses stop growing
 * @param deadlineNs by when a healthy venue is flat
 */
public record StopPlan(
    long cancelWaitNs, long firstPauseNs, double growth, long longestPauseNs, long deadlineNs) {
  private static final long MS = Utc.SECOND_NS / 1000;

  /** What ships: five seconds are the specification's, the pauses our own choice. */
  public static final StopPlan SHIPPED =
      new StopPlan(1000 * MS, 500 * MS, 2, 30_000 * MS, 5000 * MS);

  /** Checks the ranges. */
  public StopPlan {
    Check.argument(cancelWaitNs >= 0, "cancelWaitNs must be >= 0, was %s", cancelWaitNs);
    Check.argument(firstPauseNs >= 1, "firstPauseNs must be >= 1, was %s", firstPauseNs);
    Check.argument(growth >= 1, "growth must be >= 1, was %s", growth);
    Check.argument(
        longestPauseNs >= firstPauseNs,
        "longestPauseNs must be >= firstPauseNs, was %s",
        longestPauseNs);
    Check.argument(deadlineNs >= 1, "deadlineNs must be >= 1, was %s", deadlineNs);
  }

  /** The pause after an attempt, counted from 1. */
  long pauseNs(int attempt) {
    double pause = firstPauseNs;
    for (int i = 1; i < attempt && pause < longestPauseNs; i++) {
      pause *= growth;
    }
    return Math.min((long) pause, longestPauseNs);
  }
}
