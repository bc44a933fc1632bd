package io.tradewind.core.execution.latency;

import io.tradewind.analytics.check.Check;
import java.util.List;

/**
 * How many durations were how long, in the same few buckets for all, so that they can be added up
 * over sessions and subtracted over time.
 *
 * @param counts of those up to each of {@link #BOUNDS_NS} and over the one before; the last one of
 *     those over all
 * @param sumNs of all durations, nanoseconds
 */
public record LatencyBuckets(List<Long> counts, long sumNs) {
  /** What lasts no longer is in the bucket, or in one before: 1 microsecond to 10 seconds. */
  public static final List<Long> BOUNDS_NS =
      List.of(
          1_000L,
          2_500L,
          5_000L,
          10_000L,
          25_000L,
          50_000L,
          100_000L,
          250_000L,
          500_000L,
          1_000_000L,
          2_500_000L,
          5_000_000L,
          10_000_000L,
          25_000_000L,
          50_000_000L,
          100_000_000L,
          250_000_000L,
          500_000_000L,
          1_000_000_000L,
          2_500_000_000L,
          5_000_000_000L,
          10_000_000_000L);

  /** Checks the counts and copies them. */
  public LatencyBuckets {
    int size = BOUNDS_NS.size() + 1;
    Check.argument(
        counts.size() == size, "there must be %s counts, there were %s", size, counts.size());
    Check.argument(
        counts.stream().allMatch(each -> each >= 0), "counts must be >= 0, were %s", counts);
    Check.argument(sumNs >= 0, "sumNs must be >= 0, was %s", sumNs);
    counts = List.copyOf(counts);
  }
}
