package io.tradewind.exchange.fault;

import java.util.Locale;

/** What is counted on the way. */
public enum Count {
  /** Requests over HTTP and over sockets of the API. */
  CALLS,
  /** Of these, answered with what was asked for. */
  SUCCESSES,
  /** Of these, all others. */
  FAILURES,
  /** Calls on which the dice had 429, and those that came too early after one. */
  THROTTLED,
  /** Calls of who is banned. */
  BANNED,
  /** Calls that were failed on purpose. */
  FAILED,
  /** Calls whose connection was cut on purpose. */
  DROPPED,
  /** Calls that were not answered on purpose. */
  TIMED_OUT,
  /** Calls that were carried out and answered otherwise. */
  ANSWERS_LOST,
  /** Calls of a time of maintenance. */
  MAINTENANCE,
  /** Sockets that were opened. */
  SOCKETS,
  /** Messages of streams, whatever became of them. */
  MESSAGES,
  MESSAGES_LOST,
  MESSAGES_DUPLICATED,
  MESSAGES_REORDERED,
  /** Messages of books that stand still. */
  MESSAGES_STALE,
  SOCKETS_CUT,
  SOCKETS_HALF_OPEN,
  /** Sockets that were closed since no pong came. */
  SOCKETS_SILENT,
  /** Sockets that were closed for their age. */
  SOCKETS_OLD;

  /** Its name in JSON. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
