package io.tradewind.trader.log;

/** How much a line matters, rising. */
public enum LogLevel {
  /** For whoever looks for a fault. */
  DEBUG,
  /** What happens. */
  INFO,
  /** To be looked at. */
  WARNING,
  /** Something did not work. */
  ERROR,
  /** Trading is held up or at risk. */
  CRITICAL
}
