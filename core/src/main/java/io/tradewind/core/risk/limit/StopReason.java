package io.tradewind.core.risk.limit;

/** Why entries are not allowed, or everything is closed. */
public enum StopReason {
  /** A day's loss: no entries until the next UTC day. */
  DAY_LOSS("the day's loss reached its limit"),
  /** A week's loss: no entries until Monday. */
  WEEK_LOSS("the week's loss reached its limit"),
  /** A month's loss: no entries until the first of the next one. */
  MONTH_LOSS("the month's loss reached its limit"),
  /** A loss since the peak: no entries until resumed by hand. */
  DRAWDOWN("the drawdown reached its limit"),
  /** A day's loss that closes everything, until resumed by hand. */
  DAY_COLLAPSE("the day's loss reached the limit that closes everything"),
  /** A price that moved too far in a short time. */
  FLASH_CRASH("a price moved further than it may in a short time"),
  /** Losing trades, one after the other. */
  LOSING_STREAK("too many losing trades in a row"),
  /** Orders that were rejected or lost. */
  ERROR_RATE("too many orders were rejected or lost"),
  /** Fills away from the expected price. */
  SLIPPAGE("the average slippage of the last fills is too high"),
  /** Market data that is stale, missing or wrong. */
  DATA("the market data cannot be relied on"),
  /** Somebody pressed the button. */
  EMERGENCY_STOP("emergency stop");

  private final String text;

  StopReason(String text) {
    this.text = text;
  }

  /** In words. */
  public String text() {
    return text;
  }
}
