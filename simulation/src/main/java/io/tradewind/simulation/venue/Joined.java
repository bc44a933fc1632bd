package io.tradewind.simulation.venue;

/** When an order came to stand at the venue, as seen from the candle that is walked. */
enum Joined {
  /** Before the candle. */
  BEFORE,
  /** At its open, in answer to a fill there. */
  OPEN,
  /** Within it, in answer to a fill that a rising price made. */
  RISING,
  /** Within it, in answer to a fill that a falling price made. */
  FALLING
}
