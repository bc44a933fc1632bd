package io.tradewind.simulation.exchange.spot;

/** What an account can ask about an order that stands, beside placing one. */
public sealed interface Command {

  /**
   * Takes an order out, with its list if it has one.
   *
   * @param cancelClientOrderId what the cancel is called
   */
  record Cancel(
      String symbol, OrderRef order, String cancelClientOrderId, CancelRestriction restriction)
      implements Command {
    /** Whatever its status. */
    public Cancel(String symbol, OrderRef order, String cancelClientOrderId) {
      this(symbol, order, cancelClientOrderId, CancelRestriction.NONE);
    }
  }

  /** Takes an order out, and places another. */
  record CancelReplace(Cancel cancel, NewOrder order, CancelReplaceMode mode) implements Command {}

  /** Makes an order smaller, which keeps its place, and gives it another client id. */
  record Amend(String symbol, OrderRef order, long newQtyE8, String newClientOrderId)
      implements Command {}

  /** Takes a list out. */
  record CancelList(String symbol, ListRef list, String cancelClientOrderId) implements Command {}

  /** Of which status an order must be to be cancelled. */
  enum CancelRestriction {
    NONE,
    ONLY_NEW,
    ONLY_PARTIALLY_FILLED
  }

  /** Whether the new order is placed though the old could not be cancelled. */
  enum CancelReplaceMode {
    STOP_ON_FAILURE,
    ALLOW_FAILURE
  }
}
