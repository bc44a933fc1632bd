package io.tradewind.analytics.session;

import io.tradewind.analytics.parameter.Parameter;
import io.tradewind.analytics.parameter.Parameter.ChoiceParameter;
import java.util.Locale;

/**
 * A stretch of the calendar in UTC, after which levels and averages begin anew. Plain arithmetic on
 * whole numbers, exact for every time a {@code long} of nanoseconds can hold but the first and last
 * year of them, and nothing is allocated.
 *
 * <p>Source of the calendar: H. Hinnant (2013), "chrono-Compatible Low-Level Date Algorithms":
 * years are counted from March, so that the leap day is the last one, in eras of 400 years.
 */
public enum Session {
  /** From midnight. */
  DAY {
    @Override
    long firstDay(long day) {
      return day;
    }

    @Override
    long days(long firstDay) {
      return 1;
    }
  },
  /** From Monday, as ISO 8601 has it. */
  WEEK {
    @Override
    long firstDay(long day) {
      return Math.floorDiv(day + DAYS_FROM_MONDAY_TO_EPOCH, 7L) * 7 - DAYS_FROM_MONDAY_TO_EPOCH;
    }

    @Override
    long days(long firstDay) {
      return 7;
    }
  },
  /** From the first of the month. */
  MONTH {
    @Override
    long firstDay(long day) {
      long dayOfYear = dayOfYear(day);
      long month = month(dayOfYear);
      return day - dayOfYear + dayOfMonthStart(month);
    }

    @Override
    long days(long firstDay) {
      return firstDay(firstDay + 31) - firstDay;
    }
  },
  /** From the first of January. */
  YEAR {
    @Override
    long firstDay(long day) {
      long dayOfYear = dayOfYear(day);
      long yearStart = day - dayOfYear;
      return dayOfYear >= MARCH_TO_JANUARY
          ? yearStart + MARCH_TO_JANUARY
          : yearStart - dayOfYear(yearStart - 1) - 1 + MARCH_TO_JANUARY;
    }

    @Override
    long days(long firstDay) {
      return firstDay(firstDay + 366) - firstDay;
    }
  };

  /** Nanoseconds of a day; UTC as computers count it has no leap seconds. */
  private static final long DAY_NS = 86_400_000_000_000L;

  /** 1970-01-01 was a Thursday. */
  private static final long DAYS_FROM_MONDAY_TO_EPOCH = 3;

  /** Days from 0000-03-01 to 1970-01-01. */
  private static final long DAYS_FROM_MARCH_OF_YEAR_0 = 719_468;

  private static final long DAYS_OF_ERA = 146_097;

  /** Days from the first of March to the first of January. */
  private static final long MARCH_TO_JANUARY = 306;

  /** First day of the session that a day is in, days since 1970-01-01. */
  abstract long firstDay(long day);

  /** How many days the session has that begins with a day. */
  abstract long days(long firstDay);

  /**
   * When the session began that a time is in.
   *
   * @param timeNs epoch nanoseconds UTC
   */
  public long startNs(long timeNs) {
    return firstDay(Math.floorDiv(timeNs, DAY_NS)) * DAY_NS;
  }

  /**
   * When the session ends, and the next one begins, that a time is in.
   *
   * @param timeNs epoch nanoseconds UTC
   */
  public long endNs(long timeNs) {
    long first = firstDay(Math.floorDiv(timeNs, DAY_NS));
    return (first + days(first)) * DAY_NS;
  }

  /** Lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The one with a label.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Session of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  /** A parameter {@code session}, the day by default. */
  public static ChoiceParameter parameter() {
    return Parameter.choice("session", DAY.label(), WEEK.label(), MONTH.label(), YEAR.label());
  }

  /** Days since the first of March before, 0 to 365. */
  private static long dayOfYear(long day) {
    long dayOfEra = Math.floorMod(day + DAYS_FROM_MARCH_OF_YEAR_0, DAYS_OF_ERA);
    long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    return dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  }

  /** Months since March, 0 to 11. */
  private static long month(long dayOfYear) {
    return (5 * dayOfYear + 2) / 153;
  }

  private static long dayOfMonthStart(long month) {
    return (153 * month + 2) / 5;
  }
}
