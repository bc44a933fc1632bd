package io.tradewind.core.execution.slippage;

/** Why the guard says what it says. */
public enum SlippageReason {
  /** It may go as it is. */
  WITHIN("the expected slippage is within the limit"),
  /** Too much at once. */
  OVER_LIMIT("the expected slippage is over the limit"),
  /** The book ends before the order does, or nothing is known of the volume. */
  TOO_THIN("there is not enough liquidity for all of it"),
  /** Even the smallest part would lose too much. */
  SPREAD_TOO_WIDE("the spread alone is over the limit"),
  /** More parts than are allowed, or parts under the venue's minimum. */
  TOO_MANY_PARTS("it would take too many parts, or parts that are too small");

  private final String text;

  SlippageReason(String text) {
    this.text = text;
  }

  /** In words. */
  public String text() {
    return text;
  }
}
