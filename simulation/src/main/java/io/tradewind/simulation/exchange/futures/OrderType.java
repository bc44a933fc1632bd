package io.tradewind.simulation.exchange.futures;

/** The kinds of orders that come to the book. */
public enum OrderType {
  LIMIT,
  MARKET,
  /** The exchange's own, at the bankruptcy price. */
  LIQUIDATION
}
