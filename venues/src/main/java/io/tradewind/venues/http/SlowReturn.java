package io.tradewind.venues.http;

/**
 * How many requests may be on their way at once after a rest that the venue has asked for: one, and
 * with each that it answers well twice as many, as slow start has it (V. Jacobson, Congestion
 * Avoidance and Control, 1988). What waited would otherwise go out in one burst, of which the first
 * may be told to wait again and the rest, which comes all the same, leads to a ban. Unlike there it
 * ends where the bulkhead holds more than it does.
 */
final class SlowReturn {
  private static final int ENOUGH = 1 << 20;

  private long restUntilNs = Long.MIN_VALUE;
  private int most = ENOUGH;

  /** The venue wants no requests until then. */
  void onRest(long untilNs) {
    restUntilNs = Math.max(restUntilNs, untilNs);
    most = 1;
  }

  /** A request was answered well; one from before the rest tells nothing of the time after it. */
  void onAnswer(long sentNs) {
    if (isSince(sentNs)) {
      most = Math.min(ENOUGH, 2 * most);
    }
  }

  /** Whether something was sent after the last rest. */
  boolean isSince(long sentNs) {
    return sentNs >= restUntilNs;
  }

  /** How many that were sent after the last rest may be on their way at once. */
  int most() {
    return most;
  }

  /** Until when nothing goes out; in the past if the venue has not asked for a rest. */
  long restUntilNs() {
    return restUntilNs;
  }
}
