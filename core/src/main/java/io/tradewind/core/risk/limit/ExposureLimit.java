package io.tradewind.core.risk.limit;

/** A limit of what is held, each of which says how much notional a new entry may have. */
public enum ExposureLimit {
  /** Positions at a time. */
  OPEN_POSITIONS("the number of open positions"),
  /** Notional of one symbol. */
  SYMBOL("the exposure of the symbol"),
  /** Notional of the symbols of one sector. */
  SECTOR("the exposure of the sector"),
  /** Notional of all symbols. */
  LEVERAGE("the exposure of all symbols"),
  /** What the stop of the trade would lose. */
  TRADE_RISK("the risk of the trade"),
  /** What all stops together would lose. */
  HEAT("the heat of the portfolio"),
  /** How much the portfolio moves. */
  VOLATILITY("the volatility of the portfolio"),
  /** What is lost on a bad day. */
  VALUE_AT_RISK("the value at risk of a day"),
  /** Positions that move together, counted as one. */
  CORRELATION("the exposure of positions that move together"),
  /** Orders of a minute. */
  ORDER_RATE("the number of orders a minute");

  private final String text;

  ExposureLimit(String text) {
    this.text = text;
  }

  /** In words. */
  public String text() {
    return text;
  }
}
