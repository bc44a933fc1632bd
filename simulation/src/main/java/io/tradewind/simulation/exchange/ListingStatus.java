package io.tradewind.simulation.exchange;

/** Whether a symbol is traded. */
public enum ListingStatus {
  /** Orders are taken and matched. */
  TRADING,
  /** No order is taken; open ones stay and may be cancelled. */
  HALT,
  /** As {@link #HALT}, for a planned pause. */
  BREAK
}
