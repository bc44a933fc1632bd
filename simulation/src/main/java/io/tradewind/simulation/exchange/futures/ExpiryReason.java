package io.tradewind.simulation.exchange.futures;

/** Why an order has expired. */
public enum ExpiryReason {
  SELF_TRADE,
  UNFILLED_IOC_QUANTITY,
  /** There is no position left that it could reduce. */
  REDUCE_ONLY,
  LIQUIDATION,
  /** A market order, and the book had no more. */
  UNFILLED_MARKET_QUANTITY,
  GOOD_TILL_DATE,
  DELISTED
}
