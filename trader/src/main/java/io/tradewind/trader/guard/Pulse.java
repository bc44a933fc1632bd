package io.tradewind.trader.guard;

import java.util.concurrent.atomic.AtomicLong;

/** How often a duty cycle has gone round: its thread counts, another one looks. */
public final class Pulse {
  private final AtomicLong count = new AtomicLong();

  /** Once more; only the cycle's own thread. */
  public void beat() {
    count.setRelease(count.getPlain() + 1);
  }

  /** How often so far; any thread. */
  public long count() {
    return count.getAcquire();
  }
}
