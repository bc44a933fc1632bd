package io.tradewind.venues.binance.model;

import io.tradewind.core.market.MarketEvent;

/** What a text of a market stream says. */
public sealed interface MarketMessage {

  /**
   * Market data.
   *
   * @param venueId the venue's number of it: trade, aggregate trade or book update; -1 if it has
   *     none
   */
  record Data(MarketEvent event, long venueId) implements MarketMessage {}

  /** Changes of a book. */
  record Depth(DepthUpdate update) implements MarketMessage {}

  /** A candle that has not closed; it may change. */
  record Forming(MarketEvent.Candle candle) implements MarketMessage {}

  /** A request over the stream was done. */
  record Acknowledged(String id) implements MarketMessage {}

  /** A request over the stream was not done. */
  record Refused(int code, String text) implements MarketMessage {}

  /** The venue is about to close the connection. */
  record ServerShutdown(long eventTimeNs) implements MarketMessage {}
}
