package io.tradewind.simulation.exchange.futures;

/** What the world hears of a trade. */
public record MarketTrade(
    String symbol,
    long tradeId,
    long priceE8,
    long qtyE8,
    boolean buyerIsMaker,
    Kind kind,
    long takerOrderId,
    long timeNs) {

  /** Where it came about. */
  public enum Kind {
    BOOK,
    /** A retail taker met an order of retail price improvement. */
    RPI,
    /** The insurance fund took over what was left of a liquidation. */
    INSURANCE_FUND
  }
}
