package io.tradewind.venues.time;

import io.tradewind.core.time.Utc;
import java.time.Instant;

/**
 * The machine's time when it was made, carried on by the machine's monotonic clock: it neither goes
 * back nor jumps when somebody sets the time.
 */
public final class WallClock implements VenueClock {
  private final long offsetNs = Utc.fromInstant(Instant.now()) - System.nanoTime();

  @Override
  public long nowNs() {
    return System.nanoTime() + offsetNs;
  }
}
