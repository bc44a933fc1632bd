package io.tradewind.simulation.session;

import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.engine.Engine;

/** A run of the engine opposite a simulated venue, slice by slice. */
public sealed interface MarketSession extends Stateful permits CandleSession, TickSession {
  /** The engine, to be read. */
  Engine engine();

  /** The latest instant that the session has come to, epoch nanoseconds. */
  long timeNs();

  /** End of the latest slice, epoch nanoseconds. */
  long sliceNs();

  /** How many candles the engine has seen. */
  long candles();

  /** Goes on to the end of the next slice; false when the data has ended. */
  boolean step();

  /** Closes what is open at the last prices; the session is over. */
  void end();
}
