package io.tradewind.venues.time;

import io.tradewind.core.time.Utc;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The machine's time when it was made, carried on by the machine's monotonic clock: it never goes
 * back, nor does it follow when somebody sets the time back. Where it has fallen behind the
 * machine's time, as on a machine that slept, for which the monotonic clock may stand still, it
 * goes forward to it.
 */
public final class WallClock implements VenueClock {
  private static final long BEHIND_NS = Utc.SECOND_NS;
  private static final long LOOK_NS = Utc.SECOND_NS / 2;

  private final LongSupplier monotonicNs;
  private final LongSupplier machineNs;
  private volatile long offsetNs;
  private volatile long lookedNs;

  /** Begins with the machine's time. */
  public WallClock() {
    this(System::nanoTime, () -> Utc.fromInstant(Instant.now()));
  }

  WallClock(LongSupplier monotonicNs, LongSupplier machineNs) {
    this.monotonicNs = monotonicNs;
    this.machineNs = machineNs;
    this.lookedNs = monotonicNs.getAsLong();
    this.offsetNs = machineNs.getAsLong() - lookedNs;
  }

  @Override
  public long nowNs() {
    long nowNs = monotonicNs.getAsLong();
    if (nowNs - lookedNs >= LOOK_NS) {
      look(nowNs);
    }
    return nowNs + offsetNs;
  }

  /** Whichever thread comes first. */
  private synchronized void look(long nowNs) {
    lookedNs = nowNs;
    long behindNs = machineNs.getAsLong() - (nowNs + offsetNs);
    if (behindNs > BEHIND_NS) {
      offsetNs += behindNs;
    }
  }
}
