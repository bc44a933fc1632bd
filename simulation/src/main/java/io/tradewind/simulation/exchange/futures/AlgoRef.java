package io.tradewind.simulation.exchange.futures;

/** Which conditional order of an account. */
public sealed interface AlgoRef {
  /** By the exchange's id. */
  record ById(long algoId) implements AlgoRef {}

  /** By the client's, the latest that was called so. */
  record ByClientId(String clientAlgoId) implements AlgoRef {}
}
