package io.tradewind.simulation.exchange.futures;

/** The kinds of conditional orders. */
public enum AlgoType {
  STOP,
  STOP_MARKET,
  TAKE_PROFIT,
  TAKE_PROFIT_MARKET,
  TRAILING_STOP_MARKET
}
