package io.tradewind.venues.binance.rest;

import io.tradewind.analytics.check.Check;

/**
 * A time that is asked for.
 *
 * @param fromNs epoch nanoseconds, included
 * @param toNs epoch nanoseconds, not included, above fromNs
 */
public record TimeRange(long fromNs, long toNs) {
  private static final long MS_NS = 1_000_000L;

  /** Checks the order. */
  public TimeRange {
    Check.argument(fromNs < toNs, "a range must begin before it ends, began at %s", fromNs);
  }

  /** The first millisecond that lies wholly in it. */
  long firstMs() {
    return -Math.floorDiv(-fromNs, MS_NS);
  }

  /** The last millisecond that begins in it. */
  long lastMs() {
    return Math.floorDiv(toNs - 1, MS_NS);
  }

  boolean holds(long timeNs) {
    return timeNs >= fromNs && timeNs < toNs;
  }
}
