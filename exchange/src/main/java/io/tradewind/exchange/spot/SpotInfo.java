package io.tradewind.exchange.spot;

import static io.tradewind.exchange.request.Parameters.plain;

import io.tradewind.exchange.limit.OrderLimit;
import io.tradewind.exchange.wire.Json;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.spot.Feature;
import io.tradewind.simulation.exchange.spot.Listing;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What Binance calls exchange information: limits, symbols, filters. */
final class SpotInfo {
  private SpotInfo() {}

  static ObjectNode of(List<Listing> listings, long weightLimit, OrderLimit orders, long nowMs) {
    ObjectNode json = Json.object().put("timezone", "UTC").put("serverTime", nowMs);
    ArrayNode limits = json.putArray("rateLimits");
    limits.add(Json.limit("REQUEST_WEIGHT", "MINUTE", 1, weightLimit));
    for (OrderLimit.Rule rule : orders.rules()) {
      limits.add(Json.limit("ORDERS", rule.unit(), rule.count(), rule.limit()));
    }
    json.putArray("exchangeFilters");
    ArrayNode symbols = json.putArray("symbols");
    listings.forEach(each -> symbols.add(symbol(each)));
    return json;
  }

  private static ObjectNode symbol(Listing listing) {
    ObjectNode json =
        Json.object()
            .put("symbol", listing.symbol())
            .put("status", listing.status().name())
            .put("baseAsset", listing.base())
            .put("baseAssetPrecision", 8)
            .put("quoteAsset", listing.quote())
            .put("quotePrecision", 8)
            .put("quoteAssetPrecision", 8)
            .put("baseCommissionPrecision", 8)
            .put("quoteCommissionPrecision", 8);
    ArrayNode types = json.putArray("orderTypes");
    listing.allowed().types().forEach(type -> types.add(type.name()));
    List<Feature> features = listing.allowed().features();
    json.put("icebergAllowed", features.contains(Feature.ICEBERG))
        .put("ocoAllowed", features.contains(Feature.OCO))
        .put("otoAllowed", features.contains(Feature.OTO))
        .put("opoAllowed", false)
        .put("quoteOrderQtyMarketAllowed", features.contains(Feature.QUOTE_MARKET))
        .put("allowTrailingStop", features.contains(Feature.TRAILING_STOP))
        .put("cancelReplaceAllowed", features.contains(Feature.CANCEL_REPLACE))
        .put("amendAllowed", features.contains(Feature.AMEND))
        .put("pegInstructionsAllowed", features.contains(Feature.PEG))
        .put("isSpotTradingAllowed", true)
        .put("isMarginTradingAllowed", false);
    ArrayNode filters = json.putArray("filters");
    listing.filters().forEach(filter -> filters.add(filter(filter)));
    json.putArray("permissions");
    json.putArray("permissionSets").addArray().add("SPOT");
    json.put("defaultSelfTradePreventionMode", listing.allowed().selfTradeMode().name());
    ArrayNode modes = json.putArray("allowedSelfTradePreventionModes");
    listing.allowed().selfTradeModes().forEach(mode -> modes.add(mode.name()));
    return json;
  }

  private static ObjectNode filter(Filter filter) {
    ObjectNode json = Json.object().put("filterType", filter.kind().name());
    return switch (filter) {
      case Filter.Price price ->
          json.put("minPrice", plain(price.minE8()))
              .put("maxPrice", plain(price.maxE8()))
              .put("tickSize", plain(price.tickE8()));
      case Filter.Lot lot -> lot(json, lot.minE8(), lot.maxE8(), lot.stepE8());
      case Filter.MarketLot lot -> lot(json, lot.minE8(), lot.maxE8(), lot.stepE8());
      case Filter.Notional notional ->
          json.put("minNotional", plain(notional.minE8()))
              .put("applyMinToMarket", notional.minToMarket())
              .put("maxNotional", plain(notional.maxE8()))
              .put("applyMaxToMarket", notional.maxToMarket())
              .put("avgPriceMins", notional.averageMinutes());
      case Filter.PercentPriceBySide percent ->
          json.put("bidMultiplierUp", plain(percent.bidUpE8()))
              .put("bidMultiplierDown", plain(percent.bidDownE8()))
              .put("askMultiplierUp", plain(percent.askUpE8()))
              .put("askMultiplierDown", plain(percent.askDownE8()))
              .put("avgPriceMins", percent.averageMinutes());
      case Filter.IcebergParts parts -> json.put("limit", parts.limit());
      case Filter.TrailingDelta delta ->
          json.put("minTrailingAboveDelta", delta.minAboveBps())
              .put("maxTrailingAboveDelta", delta.maxAboveBps())
              .put("minTrailingBelowDelta", delta.minBelowBps())
              .put("maxTrailingBelowDelta", delta.maxBelowBps());
      case Filter.MaxPosition position -> json.put("maxPosition", plain(position.maxE8()));
      case Filter.MaxOpen open ->
          json.put(
              switch (open.counted()) {
                case ORDERS -> "maxNumOrders";
                case ALGO_ORDERS -> "maxNumAlgoOrders";
                case ICEBERG_ORDERS -> "maxNumIcebergOrders";
                case ORDER_LISTS -> "maxNumOrderLists";
              },
              open.limit());
      case Filter.MaxAmends amends -> json.put("maxNumOrderAmends", amends.limit());
    };
  }

  private static ObjectNode lot(ObjectNode json, long minE8, long maxE8, long stepE8) {
    return json.put("minQty", plain(minE8))
        .put("maxQty", plain(maxE8))
        .put("stepSize", plain(stepE8));
  }
}
