package io.tradewind.simulation.exchange.spot;

/** What has just happened to an order. */
public sealed interface Execution {

  /** It was taken, came to the book after it was triggered, or waits in its list. */
  record Accepted() implements Execution {}

  /** It traded. */
  record Traded(Fill fill, long counterOrderId) implements Execution {}

  /** It would have traded with its own owner. */
  record Prevented(PreventedMatch match) implements Execution {}

  /** It was cancelled, by a command of that name. */
  record Canceled(String cancelClientOrderId) implements Execution {}

  /** It was amended, and was called so before. */
  record Replaced(String previousClientOrderId) implements Execution {}

  /** It expired; the order says why. */
  record Expired() implements Execution {}
}
