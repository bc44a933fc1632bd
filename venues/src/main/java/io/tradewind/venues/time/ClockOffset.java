package io.tradewind.venues.time;

import io.tradewind.analytics.check.Check;
import java.util.Arrays;

/**
 * How far a venue's clock is ahead of ours: the median of the last measurements, each the venue's
 * time less the middle between sending and receiving (D. L. Mills, RFC 5905, section 8, with equal
 * ways there and back). A measurement with a long way is worse than none and is left out.
 */
public final class ClockOffset {
  private static final long MS_NS = 1_000_000L;
  private static final int SAMPLES = 5;

  private final long longestWayNs;
  private final long everyNs;
  private final long[] offsetsNs = new long[SAMPLES];
  private int count;
  private long next;
  private int failures;
  private long freshUntilNs = Long.MIN_VALUE;

  /**
   * Nothing measured yet.
   *
   * @param longestWayNs the longest way there and back that is believed, above 0
   * @param everyNs when to measure anew, above 0
   */
  public ClockOffset(long longestWayNs, long everyNs) {
    Check.argument(longestWayNs > 0, "longestWayNs must be > 0, was %s", longestWayNs);
    Check.argument(everyNs > 0, "everyNs must be > 0, was %s", everyNs);
    this.longestWayNs = longestWayNs;
    this.everyNs = everyNs;
  }

  /** Whether a measurement is due: too few, too old, or doubted. */
  public boolean isDue(long nowNs) {
    return count < SAMPLES || nowNs >= freshUntilNs;
  }

  /** Whether there is an offset at all. */
  public boolean isKnown() {
    return count > 0;
  }

  /**
   * One measurement; the venue's time is in whole milliseconds, so half of one is added.
   *
   * @return whether it was believed
   */
  public boolean measured(long sentNs, long receivedNs, long venueMs) {
    long wayNs = receivedNs - sentNs;
    // After some failures a long way is the only one that there is.
    if (wayNs < 0 || (wayNs > longestWayNs && ++failures < SAMPLES)) {
      return false;
    }
    failures = 0;
    offsetsNs[(int) (next++ % SAMPLES)] = venueMs * MS_NS + MS_NS / 2 - (sentNs + wayNs / 2);
    count = Math.min(SAMPLES, count + 1);
    if (count == SAMPLES) {
      freshUntilNs = Math.max(freshUntilNs, receivedNs + everyNs);
    }
    return true;
  }

  /** The venue said that our time is off: what was measured is no longer believed. */
  public void doubt() {
    count = Math.min(count, 1);
    offsetsNs[0] = offsetNs();
    next = 1;
    freshUntilNs = Long.MIN_VALUE;
  }

  /** Venue's time less ours; 0 if nothing is known. */
  public long offsetNs() {
    if (count == 0) {
      return 0;
    }
    long[] sorted = Arrays.copyOf(offsetsNs, count);
    Arrays.sort(sorted);
    return count % 2 == 1
        ? sorted[count / 2]
        : sorted[count / 2 - 1] + (sorted[count / 2] - sorted[count / 2 - 1]) / 2;
  }

  /** The venue's time, epoch nanoseconds. */
  public long venueNs(long nowNs) {
    return nowNs + offsetNs();
  }

  /** The venue's time in whole milliseconds. */
  public long venueMs(long nowNs) {
    return Math.floorDiv(venueNs(nowNs), MS_NS);
  }
}
