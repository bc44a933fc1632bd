package io.tradewind.core.risk.sizing;

/** What decided the leverage of a position: the smallest of all wins, of equals the first. */
public enum LeverageRule {
  /** What the signal suggests. */
  SIGNAL("the signal's leverage"),
  /** The target of volatility over that of the symbol. */
  VOLATILITY("volatility of the symbol"),
  /** Up to the cap by confidence. */
  CONFIDENCE("confidence"),
  /** The most that is ever taken. */
  HARD_CAP("risk.max-position-leverage"),
  /** The most that the venue lends on a position of its size. */
  VENUE_TIER("the venue's margin tier"),
  /** Without a stop nothing is lent. */
  NO_STOP("a position without a stop"),
  /** The liquidation must lie further than the stop. */
  LIQUIDATION("the distance from the stop to the liquidation");

  private final String text;

  LeverageRule(String text) {
    this.text = text;
  }

  /** In words, or the configuration's path. */
  public String text() {
    return text;
  }
}
