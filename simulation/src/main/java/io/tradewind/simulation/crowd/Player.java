package io.tradewind.simulation.crowd;

/** Something that happens on a market by itself, one event after the other. */
interface Player {

  /** When the next event is due; never falls. */
  long nextDueNs();

  /** Has the next event happen. */
  void perform();
}
