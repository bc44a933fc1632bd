package io.tradewind.simulation.matching;

/** Why an order has ended. */
public enum DoneReason {
  /** All of its quantity has traded, or its budget buys no further lot. */
  FILLED,
  /** By command. */
  CANCELLED,
  /** The book had no more for an order that does not rest. */
  EXPIRED,
  /** Fill or kill, and could not be filled. Nothing has changed. */
  KILLED,
  /** Post only, and would have taken. Nothing has traded. */
  WOULD_TAKE,
  /** What was left of it would have traded with its own owner. */
  SELF_TRADE,
  /** A budget that does not pay for a single lot at the best price. Nothing has traded. */
  UNDER_LOT
}
