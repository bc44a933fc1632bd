package io.tradewind.exchange.dispatch;

/** What a request must bring. */
public enum Security {
  /** Nothing. */
  NONE,
  /** A key. */
  KEY,
  /** A key, a time and a signature. */
  SIGNED
}
