package io.tradewind.bench.kill;

import io.tradewind.venues.time.VenueClock;
import io.tradewind.venues.time.WallClock;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The machine's time, some times as fast, from a moment that all processes of a run know: all that
 * waits by a clock, here and at the exchange, waits as much less, and nothing else is changed.
 */
final class KillClock implements VenueClock, InstantSource {
  private final WallClock wall = new WallClock();
  private final long wallBaseNs;
  private final long baseNs;
  private final int speed;

  /** It is {@code baseNs} when the machine's time is {@code wallBaseNs}. */
  KillClock(long wallBaseNs, long baseNs, int speed) {
    this.wallBaseNs = wallBaseNs;
    this.baseNs = baseNs;
    this.speed = speed;
  }

  @Override
  public long nowNs() {
    return baseNs + (wall.nowNs() - wallBaseNs) * speed;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochSecond(0, nowNs());
  }
}
