package io.tradewind.trader.log;

import java.util.Optional;

/**
 * A line.
 *
 * @param component whose it is, such as {@code trades} or {@code venues.http}; its level decides
 *     whether it is written
 * @param entry what it is about, as JSON; empty where the message says all
 */
public record LogLine(
    LogStream stream,
    LogLevel level,
    String component,
    long timeNs,
    String message,
    Optional<String> entry,
    Optional<Throwable> thrown) {

  /** With words alone. */
  public static LogLine of(
      LogStream stream, LogLevel level, String component, long timeNs, String message) {
    return new LogLine(
        stream, level, component, timeNs, message, Optional.empty(), Optional.empty());
  }

  /** The same about something. */
  LogLine about(String json) {
    return new LogLine(stream, level, component, timeNs, message, Optional.of(json), thrown);
  }
}
