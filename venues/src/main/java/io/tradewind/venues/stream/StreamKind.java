package io.tradewind.venues.stream;

/** What may be done with a text when there are too many. */
public enum StreamKind {
  /** Data of a market: a newer text may replace an older one, and some may be dropped, counted. */
  MARKET,
  /** Orders and balances: nothing is dropped, the venue is held back instead. */
  ACCOUNT
}
