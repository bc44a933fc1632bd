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

  /**
   * From here to {@link #LAST_NS} times can be reckoned with: a candle of any interval that holds
   * one begins and ends within what a {@code long} holds. 1700-01-01.
   */
  public static final long FIRST_NS = LocalDate.of(1700, 1, 1).toEpochDay() * DAY_NS;

  /** 2200-01-01. */
  public static final long LAST_NS = LocalDate.of(2200, 1, 1).toEpochDay() * DAY_NS;

  private static final Instant EARLIEST = toInstant(Long.MIN_VALUE);
  private static final Instant LATEST = toInstant(Long.MAX_VALUE);

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
   * @throws ArithmeticException outside of 1677 to 2262, naming the instant
   */
  public static long fromInstant(Instant instant) {
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw new ArithmeticException(
          "a time must lie within 1677-09-21 and 2262-04-11, was " + instant);
    }
    // From the end of a negative second, for the start of the first one lies before all longs.
    long seconds = instant.getEpochSecond();
    long nanos = instant.getNano();
    return seconds < 0
        ? Math.addExact(Math.multiplyExact(seconds + 1, SECOND_NS), nanos - SECOND_NS)
        : Math.addExact(Math.multiplyExact(seconds, SECOND_NS), nanos);
  }

  /** A time later by a duration, which may be negative; stays at the end of all times. */
  public static long plus(long timeNs, long durationNs) {
    long sum = timeNs + durationNs;
    boolean overflows = ((timeNs ^ sum) & (durationNs ^ sum)) < 0;
    return overflows ? (durationNs < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
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
