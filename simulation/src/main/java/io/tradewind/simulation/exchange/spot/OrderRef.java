package io.tradewind.simulation.exchange.spot;

/** Which order of an account on a symbol. */
public sealed interface OrderRef {
  /** By the exchange's id. */
  record ById(long orderId) implements OrderRef {}

  /** By the client's, the latest that was called so. */
  record ByClientId(String clientOrderId) implements OrderRef {}

  /** By the exchange's, and it must be called so. */
  record ByBoth(long orderId, String clientOrderId) implements OrderRef {}
}
