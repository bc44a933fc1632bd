package io.tradewind.research.signalfile;

import io.tradewind.core.time.Utc;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Times as people write them, to epoch nanoseconds. */
final class SignalTime {
  private static final Pattern NUMBER =
      Pattern.compile("[0-9]{1,25}(\\.[0-9]{1,25})?(E\\+?[0-9]{1,2})?");
  private static final Pattern BASIC_DATE = Pattern.compile("(19|20)[0-9]{6}");
  private static final Pattern BASIC_OFFSET = Pattern.compile(".*:.*[+-][0-9]{4}");

  private SignalTime() {}

  /**
   * Reads ISO 8601 with Z, an offset or none (which is UTC), with T or a space, or a date alone; or
   * an epoch in seconds, milli-, micro- or nanoseconds, told apart by its size.
   *
   * @throws IllegalArgumentException saying what is wrong
   */
  static long parse(String text) {
    String time = text.strip().toUpperCase(Locale.ROOT);
    try {
      if (BASIC_DATE.matcher(time).matches()) {
        return date(LocalDate.parse(time, DateTimeFormatter.BASIC_ISO_DATE));
      }
      return NUMBER.matcher(time).matches() ? epoch(new BigDecimal(time)) : iso(time);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("time '" + text + "' is neither ISO 8601 nor an epoch", e);
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("time '" + text + "' lies outside of 1677 to 2262", e);
    }
  }

  static boolean isTime(String text) {
    try {
      parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static long iso(String text) {
    String time = text.replaceFirst("\\s+", "T").replaceAll("\\s+", "").replaceFirst("UTC$", "Z");
    if (time.length() == 10) {
      return date(LocalDate.parse(time));
    }
    if (BASIC_OFFSET.matcher(time).matches()) {
      int minutes = time.length() - 2;
      time = time.substring(0, minutes) + ":" + time.substring(minutes);
    }
    boolean zoned = time.endsWith("Z") || time.lastIndexOf('+') > 10 || time.lastIndexOf('-') > 10;
    Instant instant =
        zoned
            ? OffsetDateTime.parse(time).toInstant()
            : LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
    return Utc.fromInstant(instant);
  }

  private static long date(LocalDate date) {
    return Utc.fromInstant(date.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private static long epoch(BigDecimal number) {
    int digits = number.toBigInteger().toString().length();
    int power = digits <= 11 ? 9 : digits <= 14 ? 6 : digits <= 17 ? 3 : 0;
    return number.movePointRight(power).setScale(0, RoundingMode.FLOOR).longValueExact();
  }
}
