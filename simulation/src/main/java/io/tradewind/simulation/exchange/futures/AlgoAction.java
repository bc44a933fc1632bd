package io.tradewind.simulation.exchange.futures;

/** What a conditional order does when its price has come. */
public sealed interface AlgoAction {
  /** Places an order; a market order where the condition trails. */
  record Place(OrderTerms terms, boolean reduceOnly) implements AlgoAction {}

  /** Closes all that the position is then, at the market; ends with the position. */
  record ClosePosition() implements AlgoAction {}
}
