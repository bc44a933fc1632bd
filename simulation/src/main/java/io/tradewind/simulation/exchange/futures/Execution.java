package io.tradewind.simulation.exchange.futures;

/** What has just happened to an order. */
public sealed interface Execution {

  /** It was taken. */
  record Accepted() implements Execution {}

  /** It traded; of a liquidation, with the book or with the insurance fund. */
  record Traded(Fill fill) implements Execution {}

  /** It was cancelled. */
  record Canceled() implements Execution {}

  /** Price or quantity were changed. */
  record Amended(Amendment amendment) implements Execution {}

  /** It expired; the order says why. */
  record Expired() implements Execution {}
}
