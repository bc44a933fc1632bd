package io.tradewind.exchange.spot;

import static io.tradewind.exchange.request.Parameters.plain;

import io.tradewind.core.order.Side;
import io.tradewind.exchange.wire.Json;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.Balance;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.spot.AccountTrade;
import io.tradewind.simulation.exchange.spot.Answer;
import io.tradewind.simulation.exchange.spot.Fill;
import io.tradewind.simulation.exchange.spot.OrderListView;
import io.tradewind.simulation.exchange.spot.OrderTerms;
import io.tradewind.simulation.exchange.spot.OrderView;
import io.tradewind.simulation.exchange.spot.Peg;
import io.tradewind.simulation.exchange.spot.PreventedMatch;
import java.util.List;
import java.util.OptionalLong;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders, lists and accounts as Binance's REST API writes them. */
final class SpotJson {
  /** The one way in which the offset of a peg is counted. */
  static final String PEG_OFFSET_TYPE = "PRICE_LEVEL";

  private static final long NONE = -1;
  private static final String ZERO = plain(0);

  private SpotJson() {}

  /** How much of an answer is wanted. */
  enum Detail {
    ACK,
    RESULT,
    FULL
  }

  /** An order that was placed. */
  static ObjectNode placed(Answer.Placed placed, Detail detail) {
    OrderView order = placed.order();
    ObjectNode json = names(order, order.clientOrderId());
    json.put("transactTime", Json.ms(order.times().updatedNs()));
    if (detail == Detail.ACK) {
      return json;
    }
    report(json, order);
    if (detail == Detail.FULL) {
      ArrayNode fills = json.putArray("fills");
      placed.fills().forEach(fill -> fills.add(fill(fill)));
      if (!placed.prevented().isEmpty()) {
        ArrayNode prevented = json.putArray("preventedMatches");
        placed.prevented().forEach(match -> prevented.add(prevented(match)));
      }
    }
    return json;
  }

  /** An order that was cancelled, under the name of the cancel. */
  static ObjectNode canceled(OrderView order, String cancelId) {
    ObjectNode json =
        Json.object()
            .put("symbol", order.order().symbol())
            .put("origClientOrderId", order.clientOrderId())
            .put("orderId", order.orderId())
            .put("orderListId", order.listId().orElse(NONE))
            .put("clientOrderId", cancelId)
            .put("transactTime", Json.ms(order.times().updatedNs()));
    return state(json, order);
  }

  /** An order within the answer to a list. */
  static ObjectNode ofList(OrderView order) {
    ObjectNode json = names(order, order.clientOrderId());
    json.put("transactTime", Json.ms(order.times().updatedNs()));
    return report(json, order);
  }

  /** An order that was asked for. */
  static ObjectNode queried(OrderView order) {
    ObjectNode json = names(order, order.clientOrderId());
    quantities(json, order, "cummulativeQuoteQty");
    json.put("stopPrice", stopPrice(order))
        .put("icebergQty", plain(order.order().terms().icebergQtyE8().orElse(0)))
        .put("time", Json.ms(order.times().createdNs()))
        .put("updateTime", Json.ms(order.times().updatedNs()))
        .put("isWorking", order.times().workingNs().isPresent())
        .put("workingTime", time(order.times().workingNs()))
        .put("origQuoteOrderQty", quoteQty(order))
        .put("selfTradePreventionMode", order.selfTradeMode().name());
    return labels(json, order);
  }

  /** An order that was amended. */
  static ObjectNode amended(Answer.Amended amended) {
    OrderView order = amended.order();
    ObjectNode inner =
        Json.object()
            .put("symbol", order.order().symbol())
            .put("orderId", order.orderId())
            .put("orderListId", order.listId().orElse(NONE))
            .put("origClientOrderId", amended.previousClientOrderId())
            .put("clientOrderId", order.clientOrderId())
            .put("price", price(order))
            .put("qty", plain(order.quantities().origE8()))
            .put("executedQty", plain(order.quantities().executedE8()))
            .put("preventedQty", plain(order.quantities().preventedE8()))
            .put("quoteOrderQty", quoteQty(order))
            .put("cumulativeQuoteQty", plain(order.quantities().quoteE8()))
            .put("status", order.status().name())
            .put("timeInForce", order.order().terms().timeInForce().name())
            .put("type", order.order().terms().type().name())
            .put("side", order.order().side().name())
            .put("workingTime", time(order.times().workingNs()))
            .put("selfTradePreventionMode", order.selfTradeMode().name());
    order.order().terms().peg().ifPresent(peg -> peg(inner, order, peg));
    ObjectNode json =
        Json.object()
            .put("transactTime", Json.ms(order.times().updatedNs()))
            .put("executionId", amended.executionId());
    json.set("amendedOrder", inner);
    return json;
  }

  private static ObjectNode names(OrderView order, String clientId) {
    return Json.object()
        .put("symbol", order.order().symbol())
        .put("orderId", order.orderId())
        .put("orderListId", order.listId().orElse(NONE))
        .put("clientOrderId", clientId);
  }

  private static ObjectNode report(ObjectNode json, OrderView order) {
    quantities(json, order, "cummulativeQuoteQty");
    json.put("origQuoteOrderQty", quoteQty(order))
        .put("workingTime", time(order.times().workingNs()))
        .put("selfTradePreventionMode", order.selfTradeMode().name());
    return conditional(json, order);
  }

  private static ObjectNode state(ObjectNode json, OrderView order) {
    quantities(json, order, "cummulativeQuoteQty");
    json.put("origQuoteOrderQty", quoteQty(order))
        .put("selfTradePreventionMode", order.selfTradeMode().name());
    return conditional(json, order);
  }

  private static void quantities(ObjectNode json, OrderView order, String cumulative) {
    json.put("price", price(order))
        .put("origQty", plain(order.quantities().origE8()))
        .put("executedQty", plain(order.quantities().executedE8()))
        .put(cumulative, plain(order.quantities().quoteE8()))
        .put("status", order.status().name())
        .put("timeInForce", order.order().terms().timeInForce().name())
        .put("type", order.order().terms().type().name())
        .put("side", order.order().side().name());
  }

  /** What is only told of orders that have it. */
  private static ObjectNode conditional(ObjectNode json, OrderView order) {
    OrderTerms terms = order.order().terms();
    terms
        .trigger()
        .flatMap(each -> each.stopPriceE8().stream().boxed().findFirst())
        .ifPresent(price -> json.put("stopPrice", plain(price)));
    terms.icebergQtyE8().ifPresent(qty -> json.put("icebergQty", plain(qty)));
    return labels(json, order);
  }

  private static ObjectNode labels(ObjectNode json, OrderView order) {
    order
        .order()
        .terms()
        .trigger()
        .ifPresent(each ->
            each.trailingDeltaBps()
                .ifPresent(delta ->
                    json.put("trailingDelta", delta)
                        .put("trailingTime", time(order.times().trailingNs()))));
    order.order().terms().peg().ifPresent(peg -> peg(json, order, peg));
    order.order().strategy().id().ifPresent(id -> json.put("strategyId", id));
    order.order().strategy().type().ifPresent(type -> json.put("strategyType", type));
    order
        .preventedMatchId()
        .ifPresent(id ->
            json.put("preventedMatchId", id)
                .put("preventedQuantity", plain(order.quantities().preventedE8())));
    order.expiry().ifPresent(reason -> json.put("expiryReason", reason.name()));
    return json;
  }

  private static void peg(ObjectNode json, OrderView order, Peg peg) {
    json.put("pegPriceType", peg.priceType().name());
    peg.offsetLevels()
        .ifPresent(
            levels -> json.put("pegOffsetType", PEG_OFFSET_TYPE).put("pegOffsetValue", levels));
    order.peggedPriceE8().ifPresent(price -> json.put("peggedPrice", plain(price)));
  }

  static String price(OrderView order) {
    return plain(order.order().terms().limitPriceE8().orElse(0));
  }

  static String stopPrice(OrderView order) {
    return order
        .order()
        .terms()
        .trigger()
        .map(each -> plain(each.stopPriceE8().orElse(0)))
        .orElse(ZERO);
  }

  static String quoteQty(OrderView order) {
    return order.order().terms() instanceof OrderTerms.MarketByQuote byQuote
        ? plain(byQuote.quoteQtyE8())
        : ZERO;
  }

  static long time(OptionalLong ns) {
    return ns.isPresent() ? Json.ms(ns.getAsLong()) : NONE;
  }

  private static ObjectNode fill(Fill fill) {
    return Json.object()
        .put("price", plain(fill.priceE8()))
        .put("qty", plain(fill.qtyE8()))
        .put("commission", plain(fill.feeE8()))
        .put("commissionAsset", fill.feeAsset())
        .put("tradeId", fill.tradeId());
  }

  private static ObjectNode prevented(PreventedMatch match) {
    ObjectNode json =
        Json.object()
            .put("preventedMatchId", match.ids().matchId())
            .put("makerOrderId", match.ids().makerOrderId())
            .put("price", plain(match.priceE8()));
    if (match.takerQtyE8() > 0) {
      json.put("takerPreventedQuantity", plain(match.takerQtyE8()));
    }
    if (match.makerQtyE8() > 0) {
      json.put("makerPreventedQuantity", plain(match.makerQtyE8()));
    }
    return json;
  }

  /** A match that was prevented, as it is asked for. */
  static ObjectNode queried(PreventedMatch match) {
    ObjectNode json =
        Json.object()
            .put("symbol", match.symbol())
            .put("preventedMatchId", match.ids().matchId())
            .put("takerOrderId", match.ids().takerOrderId())
            .put("makerSymbol", match.symbol())
            .put("makerOrderId", match.ids().makerOrderId())
            .put("tradeGroupId", match.ids().tradeGroup().orElse(NONE))
            .put("selfTradePreventionMode", match.mode().name())
            .put("price", plain(match.priceE8()));
    if (match.takerQtyE8() > 0) {
      json.put("takerPreventedQuantity", plain(match.takerQtyE8()));
    }
    if (match.makerQtyE8() > 0) {
      json.put("makerPreventedQuantity", plain(match.makerQtyE8()));
    }
    return json.put("transactTime", Json.ms(match.timeNs()));
  }

  /** A list without the orders themselves. */
  static ObjectNode list(OrderListView list, boolean isNew) {
    ObjectNode json =
        Json.object()
            .put("orderListId", list.listId())
            .put("contingencyType", list.contingency().name())
            .put("listStatusType", list.open() || isNew ? "EXEC_STARTED" : "ALL_DONE")
            .put("listOrderStatus", list.open() || isNew ? "EXECUTING" : "ALL_DONE")
            .put("listClientOrderId", list.listClientOrderId())
            .put("transactionTime", Json.ms(list.updatedNs()))
            .put("symbol", list.symbol());
    ArrayNode orders = json.putArray("orders");
    for (OrderListView.Member member : list.orders()) {
      orders.add(
          Json.object()
              .put("symbol", list.symbol())
              .put("orderId", member.orderId())
              .put("clientOrderId", member.clientOrderId()));
    }
    return json;
  }

  /** A list that was placed, with its orders. */
  static ObjectNode placed(Answer.ListPlaced placed, Detail detail) {
    ObjectNode json = list(placed.list(), true);
    if (detail != Detail.ACK) {
      ArrayNode reports = json.putArray("orderReports");
      placed.orders().forEach(order -> reports.add(ofList(order)));
    }
    return json;
  }

  /** A list that was cancelled, with those of its orders that were open. */
  static ObjectNode canceled(Answer.ListCanceled canceled, String cancelId) {
    ObjectNode json = list(canceled.list(), false);
    ArrayNode reports = json.putArray("orderReports");
    canceled.orders().forEach(order -> reports.add(canceled(order, cancelId)));
    return json;
  }

  /** What was cancelled, be it an order or a list. */
  static ObjectNode canceled(Answer.Canceled canceled, String cancelId) {
    return switch (canceled) {
      case Answer.OrderCanceled one -> canceled(one.order(), cancelId);
      case Answer.ListCanceled list -> canceled(list, cancelId);
    };
  }

  /** One side of a trade. */
  static ObjectNode trade(AccountTrade trade) {
    Fill fill = trade.fill();
    return Json.object()
        .put("symbol", trade.symbol())
        .put("id", fill.tradeId())
        .put("orderId", trade.orderId())
        .put("orderListId", trade.listId().orElse(NONE))
        .put("price", plain(fill.priceE8()))
        .put("qty", plain(fill.qtyE8()))
        .put("quoteQty", plain(fill.quoteE8()))
        .put("commission", plain(fill.feeE8()))
        .put("commissionAsset", fill.feeAsset())
        .put("time", Json.ms(trade.timeNs()))
        .put("isBuyer", trade.side() == Side.BUY)
        .put("isMaker", fill.maker())
        .put("isBestMatch", true);
  }

  /** An account with its balances. */
  static ObjectNode account(
      Account account, FeeRates fees, List<Balance> balances, long updatedMs) {
    ObjectNode json =
        Json.object()
            .put("makerCommission", fees.makerPpm() / 100)
            .put("takerCommission", fees.takerPpm() / 100)
            .put("buyerCommission", 0)
            .put("sellerCommission", 0);
    json.set("commissionRates", rates(fees));
    json.put("canTrade", true)
        .put("canWithdraw", true)
        .put("canDeposit", true)
        .put("brokered", false)
        .put("requireSelfTradePrevention", false)
        .put("preventSor", false)
        .put("updateTime", updatedMs)
        .put("accountType", "SPOT");
    ArrayNode all = json.putArray("balances");
    for (Balance each : balances) {
      all.add(
          Json.object()
              .put("asset", each.asset())
              .put("free", plain(each.freeE8()))
              .put("locked", plain(each.lockedE8())));
    }
    json.putArray("permissions").add("SPOT");
    return json.put("uid", account.accountId());
  }

  /** Rates of fees, of what is received. */
  static ObjectNode rates(FeeRates fees) {
    return Json.object()
        .put("maker", Json.rate(fees.makerPpm()))
        .put("taker", Json.rate(fees.takerPpm()))
        .put("buyer", Json.rate(0))
        .put("seller", Json.rate(0));
  }
}
