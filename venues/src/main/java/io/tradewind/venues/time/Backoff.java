package io.tradewind.venues.time;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.random.SplitMix;

/**
 * How long to wait before the next attempt: anything from 0 to a bound that doubles each time
 * ("full jitter", M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015).
 */
public final class Backoff {
  private static final int MOST_DOUBLINGS = 40;

  private final long baseNs;
  private final long capNs;
  private final SplitMix random;

  /**
   * From a seed, so that a run can be repeated.
   *
   * @param baseNs bound of the first wait, above 0
   * @param capNs bound of all waits, at least the base
   */
  public Backoff(long baseNs, long capNs, SplitMix random) {
    Check.argument(baseNs > 0, "baseNs must be > 0, was %s", baseNs);
    Check.argument(capNs >= baseNs, "capNs must be at least the base, was %s", capNs);
    this.baseNs = baseNs;
    this.capNs = capNs;
    this.random = random;
  }

  /** The wait after so many attempts, from 1. */
  public long delayNs(int attempts) {
    return (long) (random.nextDouble() * boundNs(attempts));
  }

  /** The bound of the wait after so many attempts, from 1. */
  public long boundNs(int attempts) {
    int doublings = Math.min(Math.max(attempts, 1) - 1, MOST_DOUBLINGS);
    return baseNs > capNs >> doublings ? capNs : baseNs << doublings;
  }
}
