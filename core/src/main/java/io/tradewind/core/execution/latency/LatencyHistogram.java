package io.tradewind.core.execution.latency;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.Resettable;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import java.util.Arrays;
import java.util.List;

/**
 * Counts of durations in buckets whose width grows with the duration, so that every quantile is
 * known to one part in {@value #PARTS} whatever its size, in 30 kB. Below {@code 2 * PARTS}
 * nanoseconds it is exact; above, each power of two is cut into {@code PARTS} equal buckets.
 *
 * <p>Source: the log-linear buckets are those of G. Tene's HdrHistogram; here one precision serves,
 * and a quantile is the upper end of its bucket, never more than the maximum, so that it is at or
 * up to 1.6 % above the exact one.
 */
public final class LatencyHistogram implements Resettable {
  private static final int PART_BITS = 6;

  /** Buckets in each power of two. */
  public static final int PARTS = 1 << PART_BITS;

  private static final int BUCKETS = (Long.SIZE - PART_BITS) * PARTS;

  private final long[] counts = new long[BUCKETS];
  private long count;
  private long maxNs;
  private long sumNs;

  /** Empty. */
  public LatencyHistogram() {}

  /**
   * Counts a duration.
   *
   * @param durationNs at least 0
   */
  public void record(long durationNs) {
    Check.argument(durationNs >= 0, "durationNs must be >= 0, was %s", durationNs);
    counts[bucket(durationNs)]++;
    count++;
    maxNs = Math.max(maxNs, durationNs);
    long sum = sumNs + durationNs;
    sumNs = sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** Durations of one bucket differ in none of the first {@code PART_BITS + 1} digits. */
  private static int bucket(long ns) {
    int shift = Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(ns) - PART_BITS - 1);
    return shift * PARTS + (int) (ns >>> shift);
  }

  /** The largest duration of a bucket. */
  private static long highest(int bucket) {
    int shift = Math.max(0, bucket / PARTS - 1);
    long part = bucket - (long) shift * PARTS;
    return (part << shift) + (1L << shift) - 1;
  }

  /** How many were counted. */
  public long count() {
    return count;
  }

  /** The longest, exact; 0 where there is none. */
  public long maxNs() {
    return maxNs;
  }

  /** The mean, exact up to rounding; NaN where there is none. */
  public double meanNs() {
    return count == 0 ? Double.NaN : (double) sumNs / count;
  }

  /**
   * The smallest duration that at least a part of all do not exceed, up to its bucket's width; 0
   * where there is none.
   *
   * @param part within [0, 1]: 0.99 is the 99th percentile
   */
  public long quantileNs(double part) {
    Check.argument(part >= 0 && part <= 1, "part must be in [0, 1], was %s", part);
    long rank = Math.max(1, (long) Math.ceil(part * count));
    long seen = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      seen += counts[bucket];
      if (seen >= rank) {
        return Math.min(highest(bucket), maxNs);
      }
    }
    return maxNs;
  }

  /** Counts all that another has counted, too. */
  public void add(LatencyHistogram other) {
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      counts[bucket] += other.counts[bucket];
    }
    count += other.count;
    maxNs = Math.max(maxNs, other.maxNs);
    long sum = sumNs + other.sumNs;
    sumNs = sum < 0 ? Long.MAX_VALUE : sum;
  }

  /** The usual quantiles. */
  public LatencySummary summary() {
    return new LatencySummary(
        count, quantileNs(0.5), quantileNs(0.9), quantileNs(0.99), quantileNs(0.999), maxNs);
  }

  /**
   * In the buckets that all have. A duration is counted by the upper end of its own bucket, so that
   * one within 1.6 % under a bound may stand over it.
   */
  public LatencyBuckets buckets() {
    List<Long> bounds = LatencyBuckets.BOUNDS_NS;
    long[] coarse = new long[bounds.size() + 1];
    int at = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      while (at < bounds.size() && highest(bucket) > bounds.get(at)) {
        at++;
      }
      coarse[at] += counts[bucket];
    }
    return new LatencyBuckets(Arrays.stream(coarse).boxed().toList(), sumNs);
  }

  @Override
  public void reset() {
    Arrays.fill(counts, 0);
    count = 0;
    maxNs = 0;
    sumNs = 0;
  }

  /** Writes the buckets that are not empty. */
  @Override
  public void save(StateWriter out) {
    int used = 0;
    for (long inBucket : counts) {
      used += inBucket > 0 ? 1 : 0;
    }
    out.section("latency-histogram", 1).writeLong(maxNs).writeLong(sumNs).writeInt(used);
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      if (counts[bucket] > 0) {
        out.writeInt(bucket).writeLong(counts[bucket]);
      }
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("latency-histogram", 1);
    reset();
    maxNs = in.readLong();
    sumNs = in.readLong();
    int used = in.readCount(BUCKETS);
    for (int i = 0; i < used; i++) {
      int bucket = in.readCount(BUCKETS - 1);
      counts[bucket] = in.readLong();
      if (counts[bucket] <= 0) {
        throw new StateException("a bucket that is written has a count above 0");
      }
      count += counts[bucket];
    }
  }
}
