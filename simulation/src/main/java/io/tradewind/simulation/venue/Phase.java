package io.tradewind.simulation.venue;

/** What is looked for in one pass over the orders of a candle. */
enum Phase {
  /** Market orders that close, at the open. */
  OPEN_EXIT,
  /** Stops that the open has passed. */
  OPEN_STOP,
  /** Limits and targets that the open has passed. */
  OPEN_LIMIT,
  /** Market orders that open a position, at the open. */
  OPEN_ENTRY,
  /** Stops as they stand. */
  STOP,
  /** Positions whose margin is used up. */
  LIQUIDATION,
  /** Limits and targets. */
  TARGET,
  /** Trailing stops as the candle's best price has moved them. */
  TRAIL;

  /** Whether it is about the open. */
  boolean isAtOpen() {
    return compareTo(OPEN_ENTRY) <= 0;
  }

  /** Whether it is about prices that are good for the order. */
  boolean isPassive() {
    return this == OPEN_LIMIT || this == TARGET;
  }
}
