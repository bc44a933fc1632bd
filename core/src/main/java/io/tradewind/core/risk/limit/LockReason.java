package io.tradewind.core.risk.limit;

/** Why entries are locked. */
public enum LockReason {
  /** A rest after an exit. */
  COOL_DOWN("cool-down after an exit"),
  /** Stops. */
  STOP_GUARD("too many stops"),
  /** Closed trades under their best moment. */
  DRAWDOWN("drawdown of closed trades"),
  /** Closed trades that earn too little. */
  LOW_PROFIT("too little profit of closed trades");

  private final String text;

  LockReason(String text) {
    this.text = text;
  }

  /** In words. */
  public String text() {
    return text;
  }
}
