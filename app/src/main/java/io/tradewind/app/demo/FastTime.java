package io.tradewind.app.demo;

import io.tradewind.core.time.Utc;
import io.tradewind.venues.time.VenueClock;
import java.time.Instant;
import java.time.InstantSource;

/** Time that begins now and passes many times as fast, the same for exchange and trader. */
final class FastTime implements VenueClock, InstantSource {
  private final long beganNs = Utc.fromInstant(Instant.now());
  private final long startNs = System.nanoTime();
  private final double speed;

  FastTime(double speed) {
    this.speed = speed;
  }

  @Override
  public long nowNs() {
    return beganNs + (long) ((System.nanoTime() - startNs) * speed);
  }

  @Override
  public Instant instant() {
    return Utc.toInstant(nowNs());
  }
}
