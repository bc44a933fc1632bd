package io.tradewind.venues.binance.order;

import io.tradewind.core.instrument.Market;
import io.tradewind.venues.ManualClock;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.ListingParser;
import java.util.List;

/** What exchangeInfo looks like, in the shapes of the venue's documentation. */
public final class Sheets {
  /** Spot with one symbol. */
  public static final String SPOT =
      """
      {"timezone":"UTC","serverTime":1565246363776,"rateLimits":[{"rateLimitType":"REQUEST_WEIGHT",
      "interval":"MINUTE","intervalNum":1,"limit":6000}],"exchangeFilters":[],"symbols":[{
      "symbol":"BTCUSDT","status":"TRADING","baseAsset":"BTC","baseAssetPrecision":8,
      "quoteAsset":"USDT","quotePrecision":8,"orderTypes":["LIMIT","LIMIT_MAKER","MARKET",
      "STOP_LOSS","STOP_LOSS_LIMIT","TAKE_PROFIT","TAKE_PROFIT_LIMIT"],"icebergAllowed":true,
      "filters":[{"filterType":"PRICE_FILTER","minPrice":"0.01000000",
      "maxPrice":"1000000.00000000","tickSize":"0.01000000"},{"filterType":"LOT_SIZE",
      "minQty":"0.00100000","maxQty":"9000.00000000","stepSize":"0.00010000"},
      {"filterType":"MARKET_LOT_SIZE","minQty":"0.00000000","maxQty":"100.00000000",
      "stepSize":"0.00000000"},{"filterType":"TRAILING_DELTA","minTrailingAboveDelta":10,
      "maxTrailingAboveDelta":2000,"minTrailingBelowDelta":10,"maxTrailingBelowDelta":2000},
      {"filterType":"PERCENT_PRICE_BY_SIDE","bidMultiplierUp":"5","bidMultiplierDown":"0.2",
      "askMultiplierUp":"5","askMultiplierDown":"0.2","avgPriceMins":5},{"filterType":"NOTIONAL",
      "minNotional":"5.00000000","applyMinToMarket":true,"maxNotional":"90000.00000000",
      "applyMaxToMarket":false,"avgPriceMins":5}],"permissions":[],
      "permissionSets":[["SPOT","MARGIN"],["TRD"]]}]}
      """;

  /** Futures with a perpetual and a quarterly contract. */
  public static final String FUTURES =
      """
      {"timezone":"UTC","serverTime":1565613908500,"rateLimits":[{"rateLimitType":"ORDERS",
      "interval":"SECOND","intervalNum":10,"limit":300}],"assets":[{"asset":"USDT",
      "marginAvailable":true}],"symbols":[{"symbol":"BTCUSDT","pair":"BTCUSDT",
      "contractType":"PERPETUAL","status":"TRADING","baseAsset":"BTC","quoteAsset":"USDT",
      "marginAsset":"USDT","filters":[{"filterType":"PRICE_FILTER","minPrice":"556.80",
      "maxPrice":"4529764","tickSize":"0.10"},{"filterType":"LOT_SIZE","minQty":"0.001",
      "maxQty":"1000","stepSize":"0.001"},{"filterType":"MARKET_LOT_SIZE","minQty":"0.001",
      "maxQty":"120","stepSize":"0.001"},{"filterType":"MIN_NOTIONAL","notional":"50"},
      {"filterType":"PERCENT_PRICE","multiplierUp":"1.0500","multiplierDown":"0.9500",
      "multiplierDecimal":"4"}],"orderTypes":["LIMIT","MARKET","STOP"]},{"symbol":"BTCUSDT_261225",
      "contractType":"CURRENT_QUARTER"}]}
      """;

  private Sheets() {}

  /** The first that is listed, at fees of 0.1 %. */
  public static Listing listing(Market market) {
    FaultLog faults = new FaultLog(new ManualClock(0), report -> {});
    List<Listing> all =
        new ListingParser(market, "binance", faults)
            .listings(
                market == Market.SPOT ? SPOT : FUTURES, new ListingParser.Fees(1_000, 1_000), 0)
            .orElseThrow();
    return all.getFirst();
  }
}
