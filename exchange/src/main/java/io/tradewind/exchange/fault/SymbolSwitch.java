package io.tradewind.exchange.fault;

/** Halts and delists symbols of one market. It belongs to the exchange's one thread. */
public interface SymbolSwitch {
  /** Whether a symbol is traded or halted here; not if it is delisted. */
  boolean knows(String symbol);

  /** Halts a symbol or takes up its trade again. */
  void halt(String symbol, boolean isHalted);

  /** Ends a symbol for good; what is open expires. */
  void delist(String symbol, long timeNs);
}
