package io.tradewind.exchange.futures;

import io.tradewind.exchange.limit.OrderLimit;
import io.tradewind.exchange.wire.Digits;
import io.tradewind.exchange.wire.Json;
import io.tradewind.simulation.exchange.Amounts;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.exchange.futures.FuturesListing;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What Binance calls exchange information: limits, assets, contracts, filters. */
final class FuturesInfo {
  /** Perpetual contracts have this day of delivery. */
  private static final long NEVER_MS = 4_133_404_800_000L;

  private static final long LISTED_MS = 1_569_398_400_000L;
  private static final String PERPETUAL = "PERPETUAL";
  private static final List<String> TYPES =
      List.of(
          "LIMIT",
          "MARKET",
          "STOP",
          "STOP_MARKET",
          "TAKE_PROFIT",
          "TAKE_PROFIT_MARKET",
          "TRAILING_STOP_MARKET");
  private static final List<String> TIMES = List.of("GTC", "IOC", "FOK", "GTX", "GTD");

  /** Retail price improvement, as a time in force and as a permission. */
  private static final String RPI = "RPI";

  private final Contracts contracts;
  private final long weightLimit;
  private final OrderLimit orders;

  FuturesInfo(Contracts contracts, long weightLimit, OrderLimit orders) {
    this.contracts = contracts;
    this.weightLimit = weightLimit;
    this.orders = orders;
  }

  ObjectNode of(long nowMs) {
    ObjectNode json =
        Json.object()
            .put("timezone", "UTC")
            .put("serverTime", nowMs)
            .put("futuresType", "U_MARGINED");
    ArrayNode limits = json.putArray("rateLimits");
    limits.add(Json.limit("REQUEST_WEIGHT", "MINUTE", 1, weightLimit));
    orders.rules().forEach(each -> limits.add(limit(each)));
    json.putArray("exchangeFilters");
    ArrayNode assets = json.putArray("assets");
    contracts.all().stream()
        .map(FuturesListing::marginAsset)
        .distinct()
        .forEach(asset ->
            assets
                .addObject()
                .put("asset", asset)
                .put("marginAvailable", true)
                .put("autoAssetExchange", "-10000"));
    ArrayNode symbols = json.putArray("symbols");
    contracts.all().forEach(each -> symbols.add(symbol(each)));
    return json;
  }

  static ObjectNode limit(OrderLimit.Rule rule) {
    return Json.limit("ORDERS", rule.unit(), rule.count(), rule.limit());
  }

  private ObjectNode symbol(FuturesListing listing) {
    Digits digits = contracts.digits(listing.symbol());
    ObjectNode json =
        Json.object()
            .put("symbol", listing.symbol())
            .put("pair", listing.symbol())
            .put("contractType", PERPETUAL)
            .put("deliveryDate", NEVER_MS)
            .put("onboardDate", LISTED_MS)
            .put("status", status(listing.status()))
            .put("maintMarginPercent", "2.5000")
            .put("requiredMarginPercent", "5.0000")
            .put("baseAsset", listing.base())
            .put("quoteAsset", listing.marginAsset())
            .put("marginAsset", listing.marginAsset())
            .put("pricePrecision", digits.price())
            .put("quantityPrecision", digits.qty())
            .put("baseAssetPrecision", 8)
            .put("quotePrecision", 8)
            .put("underlyingType", "COIN");
    json.putArray("underlyingSubType");
    json.put("settlePlan", 0)
        .put("triggerProtect", Digits.cut(listing.terms().triggerProtectE8(), 4))
        .put("liquidationFee", Digits.cut(listing.margin().liquidationFeePpm() * 100, 6))
        .put("marketTakeBound", Digits.cut(listing.filters().band().upE8() - Amounts.ONE_E8, 2))
        .put("maxMoveOrderLimit", 10_000);
    filters(json.putArray("filters"), listing.filters(), digits);
    ArrayNode types = json.putArray("orderTypes");
    TYPES.forEach(types::add);
    ArrayNode times = json.putArray("timeInForce");
    TIMES.forEach(times::add);
    ArrayNode permissions = json.putArray("permissionSets");
    if (listing.terms().rpi()) {
      times.add(RPI);
      permissions.add(RPI);
    }
    return json;
  }

  private static String status(ListingStatus status) {
    return switch (status) {
      case TRADING -> "TRADING";
      case HALT -> "TRADING_HALT";
      case BREAK -> "CLOSE";
    };
  }

  private static void filters(ArrayNode json, FuturesListing.Filters filters, Digits digits) {
    json.addObject()
        .put("filterType", "PRICE_FILTER")
        .put("minPrice", digits.price(filters.price().minE8()))
        .put("maxPrice", digits.price(filters.price().maxE8()))
        .put("tickSize", digits.price(filters.price().tickE8()));
    json.addObject()
        .put("filterType", "LOT_SIZE")
        .put("minQty", digits.qty(filters.lot().minE8()))
        .put("maxQty", digits.qty(filters.lot().maxE8()))
        .put("stepSize", digits.qty(filters.lot().stepE8()));
    json.addObject()
        .put("filterType", "MARKET_LOT_SIZE")
        .put("minQty", digits.qty(filters.marketLot().minE8()))
        .put("maxQty", digits.qty(filters.marketLot().maxE8()))
        .put("stepSize", digits.qty(filters.marketLot().stepE8()));
    json.addObject().put("filterType", "MAX_NUM_ORDERS").put("limit", filters.maxOrders());
    json.addObject()
        .put("filterType", "MIN_NOTIONAL")
        .put("notional", new Digits(0, 0).average(filters.minNotionalE8()));
    json.addObject()
        .put("filterType", "PERCENT_PRICE")
        .put("multiplierUp", Digits.cut(filters.band().upE8(), 4))
        .put("multiplierDown", Digits.cut(filters.band().downE8(), 4))
        .put("multiplierDecimal", "4");
    json.addObject().put("filterType", "POSITION_RISK_CONTROL").put("positionControlSide", "NONE");
  }
}
