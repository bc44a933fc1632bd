package io.tradewind.simulation.exchange.spot;

/** Which list of an account. */
public sealed interface ListRef {
  /** By the exchange's id. */
  record ById(long listId) implements ListRef {}

  /** By the client's, the latest that was called so. */
  record ByClientId(String listClientOrderId) implements ListRef {}
}
