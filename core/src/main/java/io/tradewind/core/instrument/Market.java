package io.tradewind.core.instrument;

/** The kind of market, which decides how an account holds what was bought. */
public enum Market {
  /** The asset itself changes hands; nothing can be sold that is not held. */
  SPOT,
  /** A perpetual contract, settled in the quote currency; both sides can be opened. */
  PERP
}
