package io.tradewind.research.signalfile;

import io.tradewind.core.time.Utc;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/** Times as people write them, to epoch nanoseconds. */
final class SignalTime {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");

  private SignalTime() {}

  /**
   * Reads ISO 8601 with Z, an offset or none (which is UTC), with T or a space, or a date alone; or
   * an epoch in seconds, milli-, micro- or nanoseconds, told apart by its size.
   */
  static long parse(String text) {
    String time = text.strip();
    if (NUMBER.matcher(time).matches()) {
      return epoch(new BigDecimal(time));
    }
    try {
      return Utc.fromInstant(iso(time.replace(' ', 'T')));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("time '" + text + "' is neither ISO 8601 nor an epoch", e);
    }
  }

  private static Instant iso(String time) {
    if (time.length() == 10) {
      return LocalDate.parse(time).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    boolean zoned = time.endsWith("Z") || time.lastIndexOf('+') > 10 || time.lastIndexOf('-') > 10;
    return zoned
        ? OffsetDateTime.parse(time).toInstant()
        : LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
  }

  private static long epoch(BigDecimal number) {
    int digits = number.toBigInteger().toString().length();
    int power = digits <= 11 ? 9 : digits <= 14 ? 6 : digits <= 17 ? 3 : 0;
    return number.movePointRight(power).longValue();
  }
}
