package io.tradewind.simulation.exchange.futures;

/** Where an order stands. */
public enum OrderStatus {
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
      case NEW, PARTIALLY_FILLED -> true;
      case FILLED, CANCELED, EXPIRED, EXPIRED_IN_MATCH -> false;
    };
  }
}
