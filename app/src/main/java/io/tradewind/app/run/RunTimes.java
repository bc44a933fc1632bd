package io.tradewind.app.run;

import io.tradewind.core.time.Utc;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them, in UTC. */
public final class RunTimes {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RunTimes() {}

  /** {@code 2024-02-01 12:30}. */
  public static String minute(long timeNs) {
    return MINUTE.format(Utc.toInstant(timeNs));
  }

  /** {@code 12:30:05}. */
  public static String second(long timeNs) {
    return SECOND.format(Utc.toInstant(timeNs));
  }
}
