package io.tradewind.trader.feed;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Interval;
import io.tradewind.venues.binance.model.Listing;
import java.util.List;
import java.util.Optional;

/**
 * What a session wants to hear.
 *
 * @param listings by the places of their instruments in the session, all of one market
 * @param candles the length of the candles that are asked of the venue; longer ones are made of
 *     these; empty where all are made of the trades
 * @param trades whether single trades are wanted
 * @param books whether order books are wanted
 */
public record FeedSpec(
    Market market,
    List<Listing> listings,
    Optional<Interval> candles,
    boolean trades,
    boolean books) {
  /** Copies the list. */
  public FeedSpec {
    listings = List.copyOf(listings);
    Check.argument(!listings.isEmpty(), "a feed needs an instrument");
  }
}
