package io.tradewind.venues.http;

import java.util.Map;

/** What became of one attempt, before anyone knows what it means. */
public sealed interface Outcome {

  /**
   * An answer came, whole.
   *
   * @param headers by their names in lower case
   */
  record Answered(int status, Map<String, String> headers, String body) implements Outcome {}

  /** None came. */
  record Unanswered(Fault fault, String text) implements Outcome {}

  /** How far it got. */
  enum Fault {
    /** No connection: the venue cannot have seen it. */
    NOT_SENT,
    /** No whole answer in time. */
    TIMEOUT,
    /** The line broke, or what came was no answer. */
    BROKEN
  }
}
