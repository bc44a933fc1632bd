package io.tradewind.store.importer;

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
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Times as files write them: a count since 1970 in seconds, milli-, micro- or nanoseconds, told
 * apart by magnitude, or ISO 8601 with a space or a T, UTC where no offset is given.
 *
 * <p>As seconds, numbers below 10^11 reach to the year 5138; as milliseconds, numbers from 10^11 on
 * begin in 1973; so no instant between 1973 and 5138 can be taken for another.
 */
final class Timestamps {
  private static final long FIRST = 100_000_000L;
  private static final long MILLIS = 100_000_000_000L;
  private static final long MICROS = 100_000_000_000_000L;
  private static final long NANOS = 100_000_000_000_000_000L;
  private static final int MAX_TEXT = 40;
  private static final int DATE_LENGTH = 10;

  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .optionalEnd()
          .optionalStart()
          .appendLiteral(' ')
          .optionalEnd()
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendLiteral(' ')
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH:mm", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHmm", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH", "Z")
          .optionalEnd()
          .optionalStart()
          .appendLiteral("UTC")
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  private Timestamps() {}

  /**
   * Epoch nanoseconds.
   *
   * @throws NumberFormatException with a reason for the user
   */
  static long parse(String text) {
    if (text.isEmpty() || text.length() > MAX_TEXT) {
      throw new NumberFormatException("'" + text + "' is no time");
    }
    return isCount(text) ? fromCount(text) : fromIso(text);
  }

  /** Whether this could be a time, by its first letters. */
  static boolean looksLikeTime(String text) {
    if (text.isEmpty() || text.length() > MAX_TEXT) {
      return false;
    }
    try {
      parse(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isCount(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && c != '.' && c != 'e' && c != 'E' && c != '+') {
        return false;
      }
    }
    return true;
  }

  private static long fromCount(String text) {
    BigDecimal count;
    try {
      count = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new NumberFormatException("'" + text + "' is no time");
    }
    if (count.precision() - (long) count.scale() > 19 || count.scale() > 30) {
      throw new NumberFormatException("'" + text + "' is no time");
    }
    long whole = count.setScale(0, RoundingMode.DOWN).unscaledValue().longValue();
    if (whole < FIRST) {
      throw new NumberFormatException(
          "'" + text + "' is no time: too small for a count since 1970");
    }
    BigDecimal ns = count.multiply(BigDecimal.valueOf(unitNs(whole)));
    try {
      return ns.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    } catch (ArithmeticException e) {
      throw new NumberFormatException("'" + text + "' is no time: after the year 2262");
    }
  }

  private static long unitNs(long count) {
    if (count < MILLIS) {
      return Utc.SECOND_NS;
    }
    if (count < MICROS) {
      return 1_000_000L;
    }
    return count < NANOS ? 1_000L : 1L;
  }

  private static long fromIso(String text) {
    try {
      if (text.length() == DATE_LENGTH) {
        return Math.multiplyExact(LocalDate.parse(text).toEpochDay(), Utc.DAY_NS);
      }
      TemporalAccessor parsed = ISO.parse(text);
      Instant instant =
          parsed.isSupported(ChronoField.OFFSET_SECONDS)
              ? OffsetDateTime.from(parsed).toInstant()
              : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
      return Utc.fromInstant(instant);
    } catch (DateTimeException | ArithmeticException e) {
      throw new NumberFormatException("'" + text + "' is no time");
    }
  }
}
