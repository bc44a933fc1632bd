package io.tradewind.app.exchange;

import io.tradewind.core.time.Utc;
import java.time.Instant;
import java.time.InstantSource;

/**
 * How the time of a recording and that of the wall go together. Either the exchange has the wall's
 * time and the recording is moved there by whole days, so that hours of the day are what they were;
 * or the exchange has the recording's time, which passes so and so many times as fast.
 *
 * @param exchange the exchange's clock
 * @param shiftNs by how much the recording is moved
 * @param startNs when the exchange begins, in its time
 * @param speed how fast its time passes
 */
public record ReplayClock(InstantSource exchange, long shiftNs, long startNs, double speed) {
  private static final long HOUR_NS = 3_600 * Utc.SECOND_NS;
  private static final long MINUTE_NS = 60 * Utc.SECOND_NS;

  /**
   * The wall's time. A recording that has less than two days left is moved by whole hours, minutes
   * or seconds, so that most of it is left to happen.
   *
   * @param fromNs the first time of the recording that may be the beginning
   * @param endNs its end
   */
  public static ReplayClock ofTheWall(InstantSource wall, long fromNs, long endNs) {
    long nowNs = wall.millis() * 1_000_000;
    long shiftNs = Math.floorDiv(nowNs - fromNs, unitNs(endNs - fromNs)) * unitNs(endNs - fromNs);
    return new ReplayClock(wall, shiftNs, nowNs, 1);
  }

  private static long unitNs(long leftNs) {
    for (long unitNs : new long[] {Utc.DAY_NS, HOUR_NS, MINUTE_NS}) {
      if (leftNs >= 2 * unitNs) {
        return unitNs;
      }
    }
    return Utc.SECOND_NS;
  }

  /**
   * The recording's time. It passes slower where the exchange, which asks for it a hundred times a
   * second, is too busy to ask: who trades there waits for an answer no longer than that.
   *
   * @param fromNs the beginning
   */
  public static ReplayClock ofTheData(InstantSource wall, long fromNs, double speed) {
    return new ReplayClock(new Patient(wall, fromNs / 1_000_000, speed), 0, fromNs, speed);
  }

  /** Of the wall's time that passed between two questions counts so much at most. */
  private static final class Patient implements InstantSource {
    private static final long MOST_MS = 200;

    private final InstantSource wall;
    private final long fromMs;
    private final double speed;
    private long askedMs;
    private long passedMs;

    Patient(InstantSource wall, long fromMs, double speed) {
      this.wall = wall;
      this.fromMs = fromMs;
      this.speed = speed;
      this.askedMs = wall.millis();
    }

    @Override
    public synchronized Instant instant() {
      long nowMs = wall.millis();
      passedMs += Math.clamp(nowMs - askedMs, 0, MOST_MS);
      askedMs = nowMs;
      return Instant.ofEpochMilli(fromMs + (long) (passedMs * speed));
    }
  }

  /** Where in the recording the beginning is. */
  public long positionNs() {
    return startNs - shiftNs;
  }

  /** Milliseconds of the wall until the exchange has a time. */
  public long wallMsUntil(long exchangeNs) {
    return Math.max(0, (long) ((exchangeNs / 1_000_000 - exchange.millis()) / speed));
  }
}
