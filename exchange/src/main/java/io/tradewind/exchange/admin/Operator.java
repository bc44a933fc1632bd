package io.tradewind.exchange.admin;

import io.tradewind.simulation.fault.FaultPlan;

/** Does to the exchange what is asked of it; may be called by any thread. */
public interface Operator {
  /** Has another plan hold, which was not refused. */
  void change(FaultPlan plan);

  /**
   * Bans everybody.
   *
   * @param seconds none to let all in again
   * @return until when, epoch milliseconds
   */
  long ban(long seconds);

  /**
   * Does something to all sockets that are open.
   *
   * @return how many there were
   */
  int sockets(SocketAction action);

  /** How many orders were placed. */
  long orders();

  /** What may be done to sockets. */
  enum SocketAction {
    /** They are closed with a farewell. */
    CLOSE,
    /** They end without a word. */
    CUT,
    /** They stay open and are dead. */
    HALF_OPEN
  }
}
