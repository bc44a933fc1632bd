package io.tradewind.venues.http;

import io.tradewind.core.time.Utc;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;

/** The header {@code Retry-After}: seconds, or a date (RFC 9110, 10.2.3). */
final class RetryAfter {
  private static final long LONGEST_SECONDS = 30L * 86_400;

  private RetryAfter() {}

  /** How long the venue says to wait; empty where it does not, or not readably. */
  static OptionalLong waitNs(VenueResponse response, long nowNs) {
    OptionalLong seconds = response.count("retry-after");
    if (seconds.isPresent()) {
      long most = Math.min(seconds.getAsLong(), LONGEST_SECONDS);
      return OptionalLong.of(most * Utc.SECOND_NS);
    }
    return response.header("retry-after").map(text -> untilNs(text, nowNs)).orElse(NONE);
  }

  private static final OptionalLong NONE = OptionalLong.empty();

  private static OptionalLong untilNs(String text, long nowNs) {
    try {
      ZonedDateTime date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
      long seconds = date.toEpochSecond() - Math.floorDiv(nowNs, Utc.SECOND_NS);
      return OptionalLong.of(Math.clamp(seconds, 0, LONGEST_SECONDS) * Utc.SECOND_NS);
    } catch (DateTimeException unreadable) {
      return NONE;
    }
  }
}
