package io.tradewind.exchange.futures;

import static io.tradewind.exchange.request.Parameters.plain;

import io.tradewind.core.order.Side;
import io.tradewind.exchange.wire.Digits;
import io.tradewind.exchange.wire.Json;
import io.tradewind.simulation.exchange.futures.AccountTrade;
import io.tradewind.simulation.exchange.futures.Amendment;
import io.tradewind.simulation.exchange.futures.Fill;
import io.tradewind.simulation.exchange.futures.OrderStatus;
import io.tradewind.simulation.exchange.futures.OrderTerms;
import io.tradewind.simulation.exchange.futures.OrderType;
import io.tradewind.simulation.exchange.futures.OrderView;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders, trades and conditional orders as REST writes them. */
final class FuturesJson {
  private final Contracts contracts;

  FuturesJson(Contracts contracts) {
    this.contracts = contracts;
  }

  /** That something was done which has no answer of its own. */
  static ObjectNode success() {
    return Json.object().put("code", 200).put("msg", "success");
  }

  /** That orders were cancelled. */
  static ObjectNode allCanceled() {
    return Json.object()
        .put("code", 200)
        .put("msg", "The operation of cancel all open order is done.");
  }

  /** How long an order lives, in Binance's words. */
  static String timeInForce(OrderTerms terms) {
    return switch (terms) {
      case OrderTerms.Market _ -> "GTC";
      case OrderTerms.Limit limit ->
          switch (limit.timeInForce()) {
            case GTC -> limit.goodTillNs().isPresent() ? "GTD" : "GTC";
            case IOC -> "IOC";
            case FOK -> "FOK";
            case POST_ONLY -> "GTX";
            case RPI -> "RPI";
          };
    };
  }

  static long goodTillMs(OrderTerms terms) {
    return terms instanceof OrderTerms.Limit limit ? Json.ms(limit.goodTillNs().orElse(0)) : 0;
  }

  /** The exchange's own orders are limit orders here. */
  static String type(OrderView order) {
    return order.type() == OrderType.MARKET ? "MARKET" : "LIMIT";
  }

  /** An order as it was taken, whatever it has done since. */
  ObjectNode acknowledged(OrderView order) {
    Digits digits = contracts.digits(order.order().symbol());
    return placed(order)
        .put("status", OrderStatus.NEW.name())
        .put("avgPrice", digits.price(0))
        .put("executedQty", digits.qty(0))
        .put("cumQty", digits.qty(0))
        .put("cumQuote", digits.quote(0));
  }

  /** An order as it stands. */
  ObjectNode placed(OrderView order) {
    Digits digits = contracts.digits(order.order().symbol());
    OrderTerms terms = order.order().terms();
    return Json.object()
        .put("orderId", order.orderId())
        .put("symbol", order.order().symbol())
        .put("status", order.status().name())
        .put("clientOrderId", order.order().clientOrderId())
        .put("price", digits.price(terms.limitPriceE8().orElse(0)))
        .put("avgPrice", digits.average(order.quantities().averagePriceE8()))
        .put("origQty", digits.qty(order.quantities().origE8()))
        .put("executedQty", digits.qty(order.quantities().executedE8()))
        .put("cumQty", digits.qty(order.quantities().executedE8()))
        .put("cumQuote", digits.quote(order.quantities().quoteE8()))
        .put("timeInForce", timeInForce(terms))
        .put("type", type(order))
        .put("reduceOnly", order.order().reduceOnly())
        .put("closePosition", false)
        .put("side", order.order().side().name())
        .put("positionSide", order.order().positionSide().name())
        .put("stopPrice", digits.price(0))
        .put("workingType", "CONTRACT_PRICE")
        .put("priceProtect", false)
        .put("origType", type(order))
        .put("priceMatch", order.order().priceMatch().name())
        .put("selfTradePreventionMode", order.selfTradeMode().name())
        .put("goodTillDate", goodTillMs(terms))
        .put("updateTime", Json.ms(order.times().updatedNs()));
  }

  /** An order that was asked for. */
  ObjectNode queried(OrderView order) {
    ObjectNode json = placed(order);
    json.remove("cumQty");
    return json.put("time", Json.ms(order.times().createdNs()));
  }

  /** An order that was cancelled. */
  ObjectNode canceled(OrderView order) {
    ObjectNode json = placed(order);
    json.remove("avgPrice");
    return json;
  }

  /** An order of a list that goes back in time. */
  ObjectNode listed(OrderView order) {
    return queried(order).put("pair", order.order().symbol()).put("cumBase", "0");
  }

  ArrayNode orders(List<OrderView> orders, Function<OrderView, ObjectNode> json) {
    ArrayNode all = Json.array();
    orders.forEach(each -> all.add(json.apply(each)));
    return all;
  }

  /** One side of a trade. */
  ObjectNode trade(AccountTrade trade) {
    Digits digits = contracts.digits(trade.symbol());
    Fill fill = trade.fill();
    return Json.object()
        .put("symbol", trade.symbol())
        .put("id", fill.tradeId())
        .put("orderId", trade.orderId())
        .put("side", trade.side().name())
        .put("price", digits.price(fill.priceE8()))
        .put("qty", digits.qty(fill.qtyE8()))
        .put("realizedPnl", plain(fill.realisedE8()))
        .put("quoteQty", digits.quote(fill.quoteE8()))
        .put("baseQty", "0")
        .put("marginAsset", fill.feeAsset())
        .put("pair", trade.symbol())
        .put("commission", plain(fill.feeE8()))
        .put("commissionAsset", fill.feeAsset())
        .put("time", Json.ms(trade.timeNs()))
        .put("positionSide", "BOTH")
        .put("buyer", trade.side() == Side.BUY)
        .put("maker", fill.maker());
  }

  /** A change of an order. */
  ObjectNode amendment(OrderView order, Amendment amendment) {
    Digits digits = contracts.digits(order.order().symbol());
    ObjectNode json =
        Json.object()
            .put("amendmentId", amendment.amendmentId())
            .put("symbol", order.order().symbol())
            .put("pair", order.order().symbol())
            .put("orderId", amendment.orderId())
            .put("clientOrderId", order.order().clientOrderId())
            .put("time", Json.ms(amendment.timeNs()));
    ObjectNode inner = json.putObject("amendment");
    inner
        .putObject("price")
        .put("before", digits.price(amendment.price().beforeE8()))
        .put("after", digits.price(amendment.price().afterE8()));
    inner
        .putObject("origQty")
        .put("before", digits.qty(amendment.qty().beforeE8()))
        .put("after", digits.qty(amendment.qty().afterE8()));
    inner.put("count", amendment.count());
    return json;
  }
}
