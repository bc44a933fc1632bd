package io.tradewind.core.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Epoch nanoseconds, which reach from 1677 to 2262, and the calendar in UTC. */
public final class Utc {
  /** Nanoseconds of a second. */
  public static final long SECOND_NS = 1_000_000_000L;

  /** Nanoseconds of a day. */
  public static final long DAY_NS = 86_400 * SECOND_NS;

  private Utc() {}

  /** ISO 8601 with as many digits as needed, such as {@code 2024-02-01T00:00:00Z}. */
  public static String format(long timeNs) {
    return toInstant(timeNs).toString();
  }

  /** The same instant. */
  public static Instant toInstant(long timeNs) {
    return Instant.ofEpochSecond(
        Math.floorDiv(timeNs, SECOND_NS), Math.floorMod(timeNs, SECOND_NS));
  }

  /**
   * The same instant.
   *
   * @throws ArithmeticException outside of 1677 to 2262
   */
  public static long fromInstant(Instant instant) {
    // From the end of a negative second, for the start of the first one lies before all longs.
    long seconds = instant.getEpochSecond();
    long nanos = instant.getNano();
    return seconds < 0
        ? Math.addExact(Math.multiplyExact(seconds + 1, SECOND_NS), nanos - SECOND_NS)
        : Math.addExact(Math.multiplyExact(seconds, SECOND_NS), nanos);
  }

  /** Days since 1970-01-01. */
  public static long epochDay(long timeNs) {
    return Math.floorDiv(timeNs, DAY_NS);
  }

  /** The date in UTC. */
  public static LocalDate date(long timeNs) {
    return toInstant(timeNs).atZone(ZoneOffset.UTC).toLocalDate();
  }
}
