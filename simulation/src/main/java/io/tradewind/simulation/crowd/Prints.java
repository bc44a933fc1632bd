package io.tradewind.simulation.crowd;

import java.util.Optional;

/** Trades that are to happen again, in the order of their times. */
interface Prints {

  /** The next; empty after the last. */
  Optional<Print> next();
}
