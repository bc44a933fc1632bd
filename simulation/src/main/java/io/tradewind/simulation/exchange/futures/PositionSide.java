package io.tradewind.simulation.exchange.futures;

/** Which position an order is of. */
public enum PositionSide {
  /** The one position of one-way mode. */
  BOTH,
  /** Of hedge mode. */
  LONG,
  /** Of hedge mode. */
  SHORT
}
