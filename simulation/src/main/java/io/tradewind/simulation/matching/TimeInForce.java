package io.tradewind.simulation.matching;

/** How long an order lives. Good-till-date is {@link #GTC} with a caller who cancels in time. */
public enum TimeInForce {
  /** Good till cancelled: what does not match at once rests. */
  GTC,
  /** Immediate or cancel: what does not match at once expires. */
  IOC,
  /** Fill or kill: matches in full at once, or changes nothing at all. */
  FOK,
  /** Rests, and is refused where it would take (spot's LIMIT_MAKER, GTX of futures). */
  POST_ONLY,
  /**
   * Retail price improvement: rests beside the book, where only retail takers find it, and is
   * refused where it would take out of the book.
   */
  RPI
}
