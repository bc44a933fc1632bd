package io.tradewind.core.risk.sizing;

/** What decided the size of an entry: the smallest of all wins. */
public enum SizeRule {
  /** An equal share of equity for each symbol. */
  EQUAL_SHARE("equal share of equity", false),
  /** What the signal asked for. */
  SIGNAL("the signal's size", false),
  /** A fixed sum or share. */
  FIXED("fixed size", false),
  /** A ratio of equity lost at the stop. */
  PERCENT_RISK("percent risk", false),
  /** A ratio of equity lost over some average true ranges. */
  VOLATILITY("volatility", false),
  /** Kelly's share, by the strategy's own trades. */
  KELLY("Kelly's share", false),
  /** A share by confidence. */
  CONFIDENCE("confidence", false),
  /** A share damped by volatility and the square of confidence. */
  DAMPED("volatility and confidence", false),
  /** What volatility, drawdown, win rate and correlation leave of it. */
  DYNAMIC_RISK("dynamic risk", true),
  /** What is free to be spent. */
  FREE_BALANCE("free balance", false),
  /** Risk of one trade. */
  TRADE_RISK("risk.max-trade-risk", true),
  /** Exposure of one symbol. */
  SYMBOL_EXPOSURE("risk.max-symbol-exposure", true),
  /** Exposure of all symbols. */
  LEVERAGE("risk.max-leverage", true),
  /** Risk of all open trades. */
  HEAT("risk.max-heat", true),
  /** Exposure of one sector. */
  SECTOR_EXPOSURE("risk.max-sector-exposure", true),
  /** Positions that move together. */
  CORRELATION("risk.max-correlation", true),
  /** Value at risk of a day. */
  VALUE_AT_RISK("risk.max-value-at-risk", true),
  /** Volatility of all positions together. */
  VOLATILITY_TARGET("risk.max-volatility", true),
  /** The most that the venue lends on a position of its size. */
  VENUE_TIER("the venue's margin tier", true),
  /** What the allocator gives to the strategy. */
  ALLOCATION("the strategy's capital", true);

  private final String text;
  private final boolean isLimit;

  SizeRule(String text, boolean isLimit) {
    this.text = text;
    this.isLimit = isLimit;
  }

  /** In words, or the configuration's path. */
  public String text() {
    return text;
  }

  /** Whether it cuts down what was wanted, rather than being what was wanted. */
  public boolean isLimit() {
    return isLimit;
  }
}
