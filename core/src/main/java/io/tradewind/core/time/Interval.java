package io.tradewind.core.time;

import io.tradewind.analytics.check.Check;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The length of a candle. Candles are aligned to the epoch in UTC, weeks to Monday.
 *
 * @param durationNs at least a second, whole seconds
 */
public record Interval(long durationNs) implements Comparable<Interval> {
  private static final long SECOND = 1_000_000_000L;
  private static final long DAY = 86_400 * SECOND;
  private static final long WEEK = 7 * DAY;
  private static final long LONGEST = 1000 * WEEK;

  /** 1970-01-05, the first Monday. */
  private static final long MONDAY = 4 * DAY;

  private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,5})([smhdw])");

  /** One day. */
  public static final Interval ONE_DAY = new Interval(DAY);

  /** Checks the range. */
  public Interval {
    Check.argument(
        durationNs >= SECOND && durationNs % SECOND == 0,
        "an interval is whole seconds, at least one, was %s ns",
        durationNs);
  }

  /**
   * Reads {@code 30s}, {@code 5m}, {@code 1h}, {@code 1d}, {@code 1w}.
   *
   * @throws IllegalArgumentException naming what is allowed
   */
  public static Interval parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    Check.argument(
        matcher.matches(),
        "'%s' is no interval: write a number and s, m, h, d or w, such as 5m, 1h, 1d",
        text);
    long count = Long.parseLong(matcher.group(1));
    long unitNs = unitNs(matcher.group(2).charAt(0));
    Check.argument(
        count <= LONGEST / unitNs, "'%s' is longer than any candle: at most 1000 weeks", text);
    return new Interval(count * unitNs);
  }

  /**
   * Start of the candle that holds this time.
   *
   * @throws ArithmeticException if it lies before all times, in 1677
   */
  public long floor(long timeNs) {
    long offset = offset();
    long start = Math.floorDiv(timeNs - offset, durationNs) * durationNs + offset;
    if (start > timeNs || timeNs < Long.MIN_VALUE + offset) {
      throw new ArithmeticException(
          "no " + this + " candle that holds " + timeNs + " begins after 1677-09-21");
    }
    return start;
  }

  private long offset() {
    return durationNs % WEEK == 0 ? MONDAY : 0;
  }

  /** Whether whole candles of a shorter (or equal) interval make up one of this. */
  public boolean isMultipleOf(Interval shorter) {
    return durationNs % shorter.durationNs == 0
        && (offset() - shorter.offset()) % shorter.durationNs == 0;
  }

  @Override
  public int compareTo(Interval other) {
    return Long.compare(durationNs, other.durationNs);
  }

  /** The shortest text that {@link #parse} reads. */
  @Override
  public String toString() {
    char[] units = {'w', 'd', 'h', 'm'};
    for (char unit : units) {
      if (durationNs % unitNs(unit) == 0) {
        return durationNs / unitNs(unit) + String.valueOf(unit);
      }
    }
    return durationNs / SECOND + "s";
  }

  private static long unitNs(char unit) {
    return switch (unit) {
      case 's' -> SECOND;
      case 'm' -> 60 * SECOND;
      case 'h' -> 3_600 * SECOND;
      case 'd' -> DAY;
      case 'w' -> WEEK;
      default -> throw new IllegalArgumentException("no unit of time: " + unit);
    };
  }
}
