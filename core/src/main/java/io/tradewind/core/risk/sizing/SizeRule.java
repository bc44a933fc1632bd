package io.tradewind.core.risk.sizing;

/** What decided the size of an entry: the smallest of all wins. */
public enum SizeRule {
  /** An equal share of equity for each symbol. */
  EQUAL_SHARE("equal share of equity"),
  /** What the signal asked for. */
  SIGNAL("the signal's size"),
  /** What is free to be spent. */
  FREE_BALANCE("free balance"),
  /** Risk of one trade. */
  TRADE_RISK("risk.max-trade-risk"),
  /** Exposure of one symbol. */
  SYMBOL_EXPOSURE("risk.max-symbol-exposure"),
  /** Exposure of all symbols. */
  LEVERAGE("risk.max-leverage");

  private final String text;

  SizeRule(String text) {
    this.text = text;
  }

  /** In words, or the configuration's path. */
  public String text() {
    return text;
  }
}
