package io.tradewind.core.trade;

/** Why a trade ended. */
public enum ExitReason {
  /** The strategy said so. */
  SIGNAL("signal"),
  /** The stop where it was first placed. */
  STOP("stop"),
  /** The stop after it had followed the price. */
  TRAILING_STOP("trailing-stop"),
  /** A target that the signal named. */
  TARGET("target"),
  /** The return that its age asked for. */
  ROI("roi"),
  /** Its age. */
  TIME("time"),
  /** It was a hedge, and is no longer needed. */
  RELEASE("release"),
  /** A limit or a breaker closed everything. */
  BREAKER("breaker"),
  /** People closed everything. */
  EMERGENCY("emergency"),
  /** The venue took it over: its margin was used up. */
  LIQUIDATION("liquidation"),
  /** Somebody closed it at the venue, not through us. */
  OUTSIDE("outside"),
  /** The data ended. */
  END("end");

  private final String label;

  ExitReason(String label) {
    this.label = label;
  }

  /** The word that stands in reports and JSON. */
  public String label() {
    return label;
  }
}
