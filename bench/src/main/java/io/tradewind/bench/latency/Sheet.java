package io.tradewind.bench.latency;

import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.ListingParser;
import io.tradewind.venues.time.WallClock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The symbols of the bench, as the venue lists them. */
final class Sheet {
  static final int PRICE_SCALE = 2;

  private Sheet() {}

  static String symbol(int index) {
    return "S" + String.format(Locale.ROOT, "%02d", index) + "USDT";
  }

  static List<Listing> listings(int symbols) {
    String all = IntStream.range(0, symbols).mapToObj(Sheet::text).collect(Collectors.joining(","));
    ListingParser parser =
        new ListingParser(Market.SPOT, "binance", new FaultLog(new WallClock(), report -> {}));
    return parser
        .listings(
            "{\"rateLimits\":[],\"symbols\":[" + all + "]}",
            new ListingParser.Fees(0, 0),
            Utc.FIRST_NS)
        .orElseThrow();
  }

  private static String text(int index) {
    String symbol = symbol(index);
    return "{\"symbol\":\""
        + symbol
        + "\",\"status\":\"TRADING\",\"baseAsset\":\""
        + symbol.substring(0, 3)
        + "\",\"quoteAsset\":\"USDT\",\"baseAssetPrecision\":8,\"quotePrecision\":8,"
        + "\"orderTypes\":[\"LIMIT\",\"MARKET\"],\"filters\":["
        + "{\"filterType\":\"PRICE_FILTER\",\"minPrice\":\"0.01\",\"maxPrice\":\"1000000.00\","
        + "\"tickSize\":\"0.01\"},{\"filterType\":\"LOT_SIZE\",\"minQty\":\"0.00100000\","
        + "\"maxQty\":\"9000.00000000\",\"stepSize\":\"0.00010000\"},{\"filterType\":"
        + "\"NOTIONAL\",\"minNotional\":\"5.0\",\"applyMinToMarket\":true,\"maxNotional\":"
        + "\"9000000.0\",\"applyMaxToMarket\":false}]}";
  }
}
