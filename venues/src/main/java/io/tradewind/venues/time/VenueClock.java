package io.tradewind.venues.time;

/** Where the edges get their time from: a real clock in production, a hand-turned one in tests. */
public interface VenueClock {

  /** UTC epoch nanoseconds; never goes back. */
  long nowNs();
}
