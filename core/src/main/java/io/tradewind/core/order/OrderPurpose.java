package io.tradewind.core.order;

/** What an order is for. */
public enum OrderPurpose {
  /** Opens a position. */
  ENTRY,
  /** Adds to one, or opens it where there is none. */
  ADD,
  /** Opens a hedge, or adds to it. */
  HEDGE,
  /** Closes a hedge, or a part of it, that is no longer needed. */
  RELEASE,
  /** Closes a part of it because the strategy says so. */
  REDUCE,
  /** Closes it because the strategy says so. */
  SIGNAL_EXIT,
  /** Closes it at a loss limit, fixed or trailing. */
  STOP,
  /** Closes it, or a part, at a price that the signal named. */
  TARGET,
  /** Closes it at the return that its age asks for. */
  ROI,
  /** Closes it for its age. */
  TIME_EXIT,
  /** Closes it because a limit or a breaker says so. */
  BREAKER,
  /** Closes it because people say so. */
  EMERGENCY,
  /** Closes it because the session ends. */
  END;

  /** Whether an order for it may open a position. */
  public boolean opens() {
    return this == ENTRY || this == ADD || this == HEDGE;
  }
}
