package io.tradewind.trader.feed;

import io.tradewind.venues.binance.model.Listing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The names of the streams that a feed hears, in as many connections as they need. */
final class StreamNames {
  /** Both markets take 200 and more; a name has at most some 40 letters, and an address 8,000. */
  private static final int MOST = 150;

  private StreamNames() {}

  /** Names for each connection, joined as they stand in its address. */
  static List<String> of(FeedSpec spec) {
    List<String> names = new ArrayList<>();
    for (Listing listing : spec.listings()) {
      String symbol = listing.symbol().toLowerCase(Locale.ROOT);
      spec.candles().ifPresent(length -> names.add(symbol + "@kline_" + length));
      if (spec.trades()) {
        names.add(symbol + "@aggTrade");
      }
      if (spec.books()) {
        names.add(symbol + "@depth@100ms");
      }
    }
    List<String> connections = new ArrayList<>();
    for (int from = 0; from < names.size(); from += MOST) {
      connections.add(String.join("/", names.subList(from, Math.min(names.size(), from + MOST))));
    }
    return connections;
  }
}
