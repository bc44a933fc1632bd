package io.tradewind.core.status;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.execution.latency.LatencyBuckets;
import io.tradewind.core.execution.latency.LatencySummary;

/**
 * How long something took since the process began.
 *
 * @param name of a call of a venue, such as {@code GET /api/v3/order}, or of a step on the way of
 *     an order, such as {@code journal}
 * @param faults of a call, how often it was refused or not answered; of a step, how often it seemed
 *     to end before it began, as two clocks that differ make it
 * @param summary of all that were counted, refused ones too
 * @param buckets the same durations in the buckets that all have
 */
public record Timing(String name, long faults, LatencySummary summary, LatencyBuckets buckets) {
  /** Checks the count. */
  public Timing {
    Check.argument(faults >= 0, "faults must be >= 0, was %s", faults);
  }
}
