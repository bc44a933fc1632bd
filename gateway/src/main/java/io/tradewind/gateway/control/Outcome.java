package io.tradewind.gateway.control;

/** What became of a wish. */
public sealed interface Outcome {
  /**
   * It is on disk; the session does it.
   *
   * @param timeNs when it was taken, epoch nanoseconds
   */
  record Taken(long timeNs) implements Outcome {}

  /** It was handed over, and nobody knows yet whether it is on disk. */
  record Waiting() implements Outcome {}

  /** Too many wait; it was not handed over. */
  record TooMany() implements Outcome {}

  /** Nothing like that is there. */
  record Missing(String what) implements Outcome {}

  /** The session could not write it down. */
  record Failed() implements Outcome {}

  /** The process ends now. */
  record Ending() implements Outcome {}
}
