package io.tradewind.simulation.exchange.futures;

/** Which price a conditional order waits for. */
public enum PriceSource {
  /** The last trade's. */
  CONTRACT,
  MARK
}
