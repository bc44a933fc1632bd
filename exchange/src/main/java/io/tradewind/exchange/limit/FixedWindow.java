package io.tradewind.exchange.limit;

import io.tradewind.analytics.check.Check;

/** Counts within windows that begin at whole multiples of their length. */
final class FixedWindow {
  private final long lengthMs;
  private final long limit;
  private long window = Long.MIN_VALUE;
  private long used;

  FixedWindow(long lengthMs, long limit) {
    Check.argument(lengthMs > 0, "lengthMs must be > 0, was %s", lengthMs);
    Check.argument(limit > 0, "limit must be > 0, was %s", limit);
    this.lengthMs = lengthMs;
    this.limit = limit;
  }

  long limit() {
    return limit;
  }

  long used(long nowMs) {
    roll(nowMs);
    return used;
  }

  void add(long nowMs, long count) {
    roll(nowMs);
    used = Math.max(0, used + count);
  }

  boolean isOver(long nowMs) {
    return used(nowMs) > limit;
  }

  boolean isFull(long nowMs) {
    return used(nowMs) >= limit;
  }

  /** Seconds until the next window, at least one. */
  long secondsLeft(long nowMs) {
    long left = lengthMs - Math.floorMod(nowMs, lengthMs);
    return Math.max(1, (left + 999) / 1000);
  }

  private void roll(long nowMs) {
    long current = Math.floorDiv(nowMs, lengthMs);
    if (current > window) {
      window = current;
      used = 0;
    }
  }
}
