package io.tradewind.exchange.futures;

import io.tradewind.exchange.wire.Digits;
import io.tradewind.exchange.wire.Json;
import io.tradewind.simulation.exchange.futures.AlgoAction;
import io.tradewind.simulation.exchange.futures.AlgoCondition;
import io.tradewind.simulation.exchange.futures.AlgoView;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.NewAlgoOrder;
import io.tradewind.simulation.exchange.futures.OrderRef;
import io.tradewind.simulation.exchange.futures.OrderTerms;
import io.tradewind.simulation.exchange.futures.OrderView;
import io.tradewind.simulation.exchange.futures.PriceSource;
import io.tradewind.simulation.exchange.futures.Result;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Conditional orders as REST and streams write them. */
final class AlgoJson {
  private final FuturesExchange exchange;
  private final Contracts contracts;

  AlgoJson(FuturesExchange exchange, Contracts contracts) {
    this.exchange = exchange;
    this.contracts = contracts;
  }

  private static Optional<OrderTerms> terms(NewAlgoOrder order) {
    return switch (order.action()) {
      case AlgoAction.Place place -> Optional.of(place.terms());
      case AlgoAction.ClosePosition _ -> Optional.empty();
    };
  }

  static String timeInForce(NewAlgoOrder order) {
    return terms(order).map(FuturesJson::timeInForce).orElse("GTE_GTC");
  }

  static boolean closes(NewAlgoOrder order) {
    return order.action() instanceof AlgoAction.ClosePosition;
  }

  static boolean reducesOnly(NewAlgoOrder order) {
    return switch (order.action()) {
      case AlgoAction.Place place -> place.reduceOnly();
      case AlgoAction.ClosePosition _ -> true;
    };
  }

  String qty(NewAlgoOrder order) {
    return contracts.digits(order.symbol()).qty(terms(order).map(OrderTerms::qtyE8).orElse(0L));
  }

  String price(NewAlgoOrder order) {
    return contracts
        .digits(order.symbol())
        .price(terms(order).map(each -> each.limitPriceE8().orElse(0)).orElse(0L));
  }

  String trigger(NewAlgoOrder order) {
    Digits digits = contracts.digits(order.symbol());
    return switch (order.condition()) {
      case AlgoCondition.Stop stop -> digits.average(stop.triggerPriceE8());
      case AlgoCondition.TakeProfit profit -> digits.average(profit.triggerPriceE8());
      case AlgoCondition.Trailing _ -> digits.price(0);
    };
  }

  static String workingType(NewAlgoOrder order) {
    return order.source() == PriceSource.MARK ? "MARK_PRICE" : "CONTRACT_PRICE";
  }

  static String orderId(AlgoView algo) {
    return algo.orderId().isPresent() ? Long.toString(algo.orderId().getAsLong()) : "";
  }

  String selfTradeMode(NewAlgoOrder order) {
    return order
        .selfTradeMode()
        .or(() -> contracts.find(order.symbol()).map(each -> each.terms().selfTradeMode()))
        .map(Enum::name)
        .orElse("NONE");
  }

  /** The order that it has placed, if any. */
  Optional<OrderView> born(AlgoView algo) {
    if (algo.orderId().isEmpty()) {
      return Optional.empty();
    }
    OrderRef ref = new OrderRef.ById(algo.orderId().getAsLong());
    return exchange.order(algo.accountId(), algo.order().symbol(), ref)
            instanceof Result.Done<OrderView>(OrderView order)
        ? Optional.of(order)
        : Optional.empty();
  }

  /** One that was placed. */
  ObjectNode placed(AlgoView algo) {
    NewAlgoOrder order = algo.order();
    ObjectNode json =
        Json.object()
            .put("algoId", algo.algoId())
            .put("clientAlgoId", order.clientAlgoId())
            .put("algoType", "CONDITIONAL")
            .put("orderType", order.type().name())
            .put("symbol", order.symbol())
            .put("side", order.side().name())
            .put("positionSide", order.positionSide().name())
            .put("timeInForce", timeInForce(order))
            .put("quantity", qty(order))
            .put("algoStatus", algo.status().name())
            .put("triggerPrice", trigger(order))
            .put("price", price(order))
            .putNull("icebergQuantity")
            .put("selfTradePreventionMode", selfTradeMode(order))
            .put("workingType", workingType(order))
            .put("priceMatch", "NONE")
            .put("closePosition", closes(order))
            .put("priceProtect", order.priceProtect())
            .put("reduceOnly", reducesOnly(order))
            .put("activatePrice", "")
            .put("callbackRate", "");
    if (order.condition() instanceof AlgoCondition.Trailing trailing) {
      json.put("callbackRate", Digits.cut(trailing.callbackBps() * 1_000_000L, 2));
      trailing
          .activatePriceE8()
          .ifPresent(
              price -> json.put("activatePrice", contracts.digits(order.symbol()).average(price)));
    }
    return json.put("createTime", Json.ms(algo.times().createdNs()))
        .put("updateTime", Json.ms(algo.times().updatedNs()))
        .put("triggerTime", Json.ms(algo.triggeredNs().orElse(0)))
        .put("goodTillDate", terms(order).map(FuturesJson::goodTillMs).orElse(0L));
  }

  /** One that was asked for. */
  ObjectNode queried(AlgoView algo) {
    Digits digits = contracts.digits(algo.order().symbol());
    Optional<OrderView> born = born(algo);
    ObjectNode json = placed(algo);
    json.remove("activatePrice");
    json.remove("callbackRate");
    for (String zero : List.of("tpTriggerPrice", "tpPrice", "slTriggerPrice", "slPrice")) {
      json.put(zero, digits.price(0));
    }
    return json.put("tpOrderType", "")
        .put("actualOrderId", orderId(algo))
        .put("actualType", born.map(FuturesJson::type).orElse(""))
        .put(
            "actualPrice",
            digits.average(born.map(each -> each.quantities().averagePriceE8()).orElse(0L)))
        .put("actualQty", digits.qty(born.map(each -> each.quantities().executedE8()).orElse(0L)));
  }
}
