package io.tradewind.simulation.exchange.spot;

/** Why an order has expired. */
public enum ExpiryReason {
  /** It could not be placed when its turn came: a pending order, or a stop that was triggered. */
  REJECTED,
  /** The operator ended it. */
  EXCHANGE_CANCELED,
  /** The other one of its pair traded or was triggered. */
  OCO_TRIGGER,
  /** The order that it waited for ended without being filled. */
  OTO_PHASE_ONE_EXPIRED,
  UNFILLED_IOC_QUANTITY_EXPIRED,
  UNFILLED_FOK_ORDER_EXPIRED,
  /** A market order, and the book had no more. */
  INSUFFICIENT_LIQUIDITY
}
