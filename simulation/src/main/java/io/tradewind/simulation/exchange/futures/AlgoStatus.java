package io.tradewind.simulation.exchange.futures;

/** Where a conditional order stands. */
public enum AlgoStatus {
  NEW,
  CANCELED,
  /** Its price has come, its order not yet. */
  TRIGGERING,
  /** Its order was taken. */
  TRIGGERED,
  /** Its order has ended. */
  FINISHED,
  /** Its order was refused. */
  REJECTED,
  EXPIRED;

  /** Whether it still waits for its price. */
  public boolean isOpen() {
    return this == NEW;
  }
}
