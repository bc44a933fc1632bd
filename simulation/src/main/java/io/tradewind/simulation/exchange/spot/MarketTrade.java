package io.tradewind.simulation.exchange.spot;

/**
 * What the world hears of a trade.
 *
 * @param tradeId rises by one with each trade of the symbol
 */
public record MarketTrade(
    String symbol, long tradeId, long priceE8, long qtyE8, Parties parties, long timeNs) {

  /** Who traded. */
  public record Parties(long buyOrderId, long sellOrderId, boolean buyerIsMaker) {}
}
