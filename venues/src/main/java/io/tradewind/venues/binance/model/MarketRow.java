package io.tradewind.venues.binance.model;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A row of an answer to a question for market data. Prices and quantities are in the scales of the
 * instrument that was asked for, sums of quote are exact decimals, times are epoch nanoseconds.
 */
public sealed interface MarketRow {

  /**
   * A candle; the last of a page may not have closed.
   *
   * @param closeTimeNs the first instant after it
   * @param quoteVolume price times quantity of its trades
   * @param trades how many
   * @param takerBuyScaled what of the volume was bought by takers
   */
  record Kline(
      long openTimeNs,
      long closeTimeNs,
      long openScaled,
      long highScaled,
      long lowScaled,
      long closeScaled,
      long volumeScaled,
      BigDecimal quoteVolume,
      long trades,
      long takerBuyScaled)
      implements MarketRow {}

  /**
   * What one taker got at one price.
   *
   * @param firstTradeId of the trades in it
   * @param lastTradeId of the trades in it
   */
  record AggTrade(
      long id,
      long timeNs,
      long priceScaled,
      long qtyScaled,
      long firstTradeId,
      long lastTradeId,
      boolean buyerIsAggressor)
      implements MarketRow {}

  /** A trade. */
  record Trade(long id, long timeNs, long priceScaled, long qtyScaled, boolean buyerIsAggressor)
      implements MarketRow {}

  /**
   * A funding that was exchanged.
   *
   * @param rate as a ratio of the notional; above 0 longs pay
   * @param markPrice empty where the venue no longer knows it
   */
  record Funding(long timeNs, BigDecimal rate, Optional<BigDecimal> markPrice)
      implements MarketRow {}

  /** The last 24 hours of a symbol, by the venue's name of it, in whatever digits it has. */
  record Day(
      String symbol,
      long closeTimeNs,
      BigDecimal last,
      BigDecimal high,
      BigDecimal low,
      BigDecimal volume,
      BigDecimal quoteVolume,
      long trades)
      implements MarketRow {}

  /** The best prices of a symbol, by the venue's name of it; a side without orders is 0. */
  record Best(String symbol, BigDecimal bid, BigDecimal bidQty, BigDecimal ask, BigDecimal askQty)
      implements MarketRow {}
}
