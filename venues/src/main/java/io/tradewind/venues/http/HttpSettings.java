package io.tradewind.venues.http;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;

/**
 * Bounds of what goes to one venue.
 *
 * @param bulkhead how many at once
 * @param timeoutNs of one attempt, above 0
 * @param patienceNs how long a request may wait for its turn before it is refused, above 0
 * @param attempts of a request that is safe to repeat, at least 1
 * @param breaker when nothing is sent any more
 */
public record HttpSettings(
    Bulkhead bulkhead,
    long timeoutNs,
    long patienceNs,
    int attempts,
    CircuitBreaker.Settings breaker) {
  /** 8 at once, 256 waiting, 10 s for an attempt (the venue's own limit), 60 s of patience. */
  public static final HttpSettings STANDARD =
      new HttpSettings(
          new Bulkhead(8, 256),
          10 * Utc.SECOND_NS,
          60 * Utc.SECOND_NS,
          4,
          CircuitBreaker.Settings.STANDARD);

  /** Checks the ranges. */
  public HttpSettings {
    Check.argument(timeoutNs > 0, "timeoutNs must be > 0, was %s", timeoutNs);
    Check.argument(patienceNs > 0, "patienceNs must be > 0, was %s", patienceNs);
    Check.argument(attempts >= 1, "attempts must be >= 1, was %s", attempts);
  }

  /**
   * How many at once.
   *
   * @param inFlight on their way, at least 1
   * @param waiting for their turn, at least 1
   */
  public record Bulkhead(int inFlight, int waiting) {
    /** Checks the ranges. */
    public Bulkhead {
      Check.argument(inFlight >= 1, "inFlight must be >= 1, was %s", inFlight);
      Check.argument(waiting >= 1, "waiting must be >= 1, was %s", waiting);
    }
  }
}
