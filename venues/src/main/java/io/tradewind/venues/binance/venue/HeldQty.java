package io.tradewind.venues.binance.venue;

import java.util.OptionalLong;

/**
 * How much books hold by their own ledgers. An account may hold more: what its owner has beside a
 * session is not the session's to sell.
 */
@FunctionalInterface
public interface HeldQty {
  /** Nothing is known: what the account holds is taken for the book's. */
  HeldQty UNKNOWN = (book, instrument) -> OptionalLong.empty();

  /**
   * What a book holds of an instrument, in its quantity scale; negative of a short; empty where no
   * ledger is kept.
   *
   * @param instrument its place in the session
   */
  OptionalLong heldScaled(int book, int instrument);
}
