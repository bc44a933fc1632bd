package io.tradewind.simulation.exchange.spot;

/** Where an order stands. */
public enum OrderStatus {
  /** Waits within a list for another order to be filled; nothing is locked for it. */
  PENDING_NEW,
  NEW,
  PARTIALLY_FILLED,
  FILLED,
  CANCELED,
  EXPIRED,
  /** Ended by self-trade prevention. */
  EXPIRED_IN_MATCH;

  /** Whether anything can still happen to it. */
  public boolean isOpen() {
    return switch (this) {
      case PENDING_NEW, NEW, PARTIALLY_FILLED -> true;
      case FILLED, CANCELED, EXPIRED, EXPIRED_IN_MATCH -> false;
    };
  }
}
