package io.tradewind.venues;

import io.tradewind.venues.time.VenueClock;

/** Time that goes on when it is told to. */
public final class ManualClock implements VenueClock {
  private long nowNs;

  /** Begins somewhere. */
  public ManualClock(long startNs) {
    this.nowNs = startNs;
  }

  @Override
  public synchronized long nowNs() {
    return nowNs;
  }

  /** Later. */
  public synchronized void advance(long byNs) {
    nowNs += byNs;
  }
}
