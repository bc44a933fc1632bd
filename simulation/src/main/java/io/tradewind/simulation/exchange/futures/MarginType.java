package io.tradewind.simulation.exchange.futures;

/** What stands behind a position. */
public enum MarginType {
  /** The wallet, with all other cross positions of the asset. */
  CROSSED,
  /** A part of the wallet of its own. */
  ISOLATED
}
