package io.tradewind.exchange.spot;

import static io.tradewind.exchange.request.WireError.badRequest;

import io.tradewind.core.time.Utc;
import io.tradewind.exchange.dispatch.Call;
import io.tradewind.exchange.dispatch.Endpoint;
import io.tradewind.exchange.dispatch.Reply;
import io.tradewind.exchange.dispatch.Security;
import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.request.WireError;
import io.tradewind.exchange.spot.SpotErrors.Of;
import io.tradewind.exchange.spot.SpotJson.Detail;
import io.tradewind.exchange.wire.ClientIds;
import io.tradewind.exchange.wire.Json;
import io.tradewind.exchange.wire.Slice;
import io.tradewind.simulation.exchange.spot.Answer;
import io.tradewind.simulation.exchange.spot.Command;
import io.tradewind.simulation.exchange.spot.Command.CancelReplaceMode;
import io.tradewind.simulation.exchange.spot.Command.CancelRestriction;
import io.tradewind.simulation.exchange.spot.NewOrder;
import io.tradewind.simulation.exchange.spot.OrderRef;
import io.tradewind.simulation.exchange.spot.OrderType;
import io.tradewind.simulation.exchange.spot.OrderView;
import io.tradewind.simulation.exchange.spot.Result;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Placing, changing, cancelling and asking for orders. */
final class SpotTrading {
  private static final long MILLI_NS = Utc.SECOND_NS / 1000;
  private static final int ALL_SYMBOLS_WEIGHT = 80;

  private final SpotExchange exchange;
  private final ClientIds ids;

  SpotTrading(SpotExchange exchange, ClientIds ids) {
    this.exchange = exchange;
    this.ids = ids;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.placing("POST", "order", 1, 1, this::place),
        Endpoint.signed("POST", "order/test", 1, this::test),
        Endpoint.signed("GET", "order", 4, this::order),
        Endpoint.signed("DELETE", "order", 1, this::cancel),
        Endpoint.signed("DELETE", "openOrders", 1, this::cancelAll),
        new Endpoint(
            "GET",
            "openOrders",
            Security.SIGNED,
            0,
            all -> all.has("symbol") ? 6 : ALL_SYMBOLS_WEIGHT,
            this::openOrders),
        Endpoint.signed("GET", "allOrders", 20, this::allOrders),
        Endpoint.placing("POST", "order/cancelReplace", 1, 1, this::cancelReplace),
        Endpoint.signed("PUT", "order/amend/keepPriority", 4, this::amend));
  }

  static long ns(Call call) {
    return call.nowMs() * MILLI_NS;
  }

  static Detail detail(Parameters all, Detail usual) {
    return all.choice(
            "newOrderRespType", Detail.class, badRequest(-1136, "Invalid newOrderRespType."))
        .orElse(usual);
  }

  /** Orders that usually trade at once are told in full. */
  private static Detail usual(NewOrder order) {
    OrderType type = order.terms().type();
    return type == OrderType.MARKET || type == OrderType.LIMIT ? Detail.FULL : Detail.ACK;
  }

  private Reply place(Call call) {
    Parameters all = call.parameters();
    Optional<NewOrder> order = new OrderForm(all, ids).order();
    Detail detail = detail(all, order.map(SpotTrading::usual).orElse(Detail.ACK));
    return Asked.when(
        all,
        () ->
            switch (exchange.place(call.account(), order.orElseThrow(), ns(call))) {
              case Result.Done<Answer.Placed>(Answer.Placed placed) ->
                  new Reply.Placed(SpotJson.placed(placed, detail), 1);
              case Result.Refused<Answer.Placed>(var reason) ->
                  new Reply.Failed(SpotErrors.of(Of.NEW_ORDER, reason));
            });
  }

  private Reply test(Call call) {
    Parameters all = call.parameters();
    Optional<NewOrder> order = new OrderForm(all, ids).order();
    detail(all, Detail.ACK);
    all.flag("computeCommissionRates", false);
    return Asked.when(
        all,
        () ->
            Asked.reply(
                exchange.test(call.account(), order.orElseThrow(), ns(call)),
                Of.NEW_ORDER,
                _ -> Json.object()));
  }

  private Reply order(Call call) {
    Parameters all = call.parameters();
    String symbol = all.text("symbol");
    OrderRef ref = Asked.order(all, "orderId", "origClientOrderId");
    return Asked.when(
        all,
        () ->
            Asked.reply(exchange.order(call.account(), symbol, ref), Of.QUERY, SpotJson::queried));
  }

  private Reply cancel(Call call) {
    Parameters all = call.parameters();
    String symbol = all.text("symbol");
    OrderRef ref = Asked.order(all, "orderId", "origClientOrderId");
    Command.Cancel cancel = cancel(all, symbol, ref, "newClientOrderId");
    return Asked.when(
        all,
        () ->
            Asked.reply(
                exchange.cancel(call.account(), cancel, ns(call)),
                Of.CANCEL,
                canceled -> SpotJson.canceled(canceled, cancel.cancelClientOrderId())));
  }

  private Command.Cancel cancel(Parameters all, String symbol, OrderRef ref, String idName) {
    String cancelId = OrderForm.clientId(all, idName, ids);
    CancelRestriction restriction =
        all.choice(
                "cancelRestrictions",
                CancelRestriction.class,
                badRequest(-1145, "Invalid cancelRestrictions"))
            .orElse(CancelRestriction.NONE);
    return new Command.Cancel(symbol, ref, cancelId, restriction);
  }

  private Reply cancelAll(Call call) {
    Parameters all = call.parameters();
    String symbol = all.text("symbol");
    String cancelId = ids.next();
    return Asked.when(
        all,
        () ->
            Asked.reply(
                exchange.cancelAll(call.account(), symbol, cancelId, ns(call)),
                Of.CANCEL,
                canceled -> {
                  ArrayNode json = Json.array();
                  canceled.forEach(each -> json.add(SpotJson.canceled(each, cancelId)));
                  return json;
                }));
  }

  private Reply openOrders(Call call) {
    Parameters all = call.parameters();
    Optional<String> symbol = all.optional("symbol");
    return Asked.when(
        all,
        () ->
            Asked.reply(
                symbol
                    .map(each -> exchange.openOrders(call.account(), each))
                    .orElseGet(() -> exchange.openOrders(call.account())),
                Of.QUERY,
                SpotTrading::orders));
  }

  private Reply allOrders(Call call) {
    Parameters all = call.parameters();
    String symbol = all.text("symbol");
    Slice range = Slice.of(all, "orderId", Asked.BOUNDS);
    return Asked.when(
        all,
        () ->
            Asked.reply(
                exchange.allOrders(call.account(), symbol),
                Of.QUERY,
                found ->
                    orders(
                        range.cut(
                            found,
                            OrderView::orderId,
                            each -> Json.ms(each.times().createdNs())))));
  }

  private static ArrayNode orders(List<OrderView> orders) {
    ArrayNode json = Json.array();
    orders.forEach(each -> json.add(SpotJson.queried(each)));
    return json;
  }

  private Reply amend(Call call) {
    Parameters all = call.parameters();
    String symbol = all.text("symbol");
    OrderRef ref = Asked.order(all, "orderId", "origClientOrderId");
    long qty = all.amount("newQty");
    String clientId = OrderForm.clientId(all, "newClientOrderId", ids);
    return Asked.when(
        all,
        () ->
            Asked.reply(
                exchange.amendKeepPriority(
                    call.account(), new Command.Amend(symbol, ref, qty, clientId), ns(call)),
                Of.AMEND,
                SpotJson::amended));
  }

  private Reply cancelReplace(Call call) {
    Parameters all = call.parameters();
    Optional<NewOrder> order = new OrderForm(all, ids).order();
    Detail detail = detail(all, order.map(SpotTrading::usual).orElse(Detail.ACK));
    all.text("cancelReplaceMode");
    Optional<CancelReplaceMode> mode =
        all.choice(
            "cancelReplaceMode",
            CancelReplaceMode.class,
            badRequest(-1130, "Data sent for parameter 'cancelReplaceMode' is not valid."));
    OrderRef ref = Asked.order(all, "cancelOrderId", "cancelOrigClientOrderId");
    Command.Cancel cancel = cancel(all, all.text("symbol"), ref, "cancelNewClientOrderId");
    all.optional("orderRateLimitExceededMode");
    return Asked.when(
        all,
        () ->
            replaced(
                exchange.cancelReplace(
                    call.account(),
                    new Command.CancelReplace(cancel, order.orElseThrow(), mode.orElseThrow()),
                    ns(call)),
                cancel.cancelClientOrderId(),
                detail));
  }

  private static Reply replaced(Result<Answer.Replaced> result, String cancelId, Detail detail) {
    return switch (result) {
      case Result.Refused<Answer.Replaced>(var reason) ->
          new Reply.Failed(SpotErrors.of(Of.NEW_ORDER, reason));
      case Result.Done<Answer.Replaced>(Answer.Replaced replaced) ->
          replaced(replaced, cancelId, detail);
    };
  }

  private static Reply replaced(Answer.Replaced replaced, String cancelId, Detail detail) {
    ObjectNode json = Json.object();
    Optional<ObjectNode> canceled =
        switch (replaced.cancel()) {
          case Result.Done<Answer.Canceled>(Answer.Canceled value) ->
              Optional.of(SpotJson.canceled(value, cancelId));
          case Result.Refused<Answer.Canceled> _ -> Optional.empty();
        };
    Optional<Result<Answer.Placed>> tried =
        switch (replaced.replacement()) {
          case Answer.Attempted attempted -> Optional.of(attempted.placed());
          case Answer.NotAttempted _ -> Optional.empty();
        };
    boolean isPlaced = tried.isPresent() && tried.get() instanceof Result.Done<Answer.Placed>;
    json.put("cancelResult", canceled.isPresent() ? "SUCCESS" : "FAILURE");
    json.put(
        "newOrderResult", tried.isEmpty() ? "NOT_ATTEMPTED" : isPlaced ? "SUCCESS" : "FAILURE");
    if (replaced.cancel() instanceof Result.Refused<Answer.Canceled>(var reason)) {
      json.set("cancelResponse", error(SpotErrors.of(Of.CANCEL, reason)));
    } else {
      json.set("cancelResponse", canceled.orElseThrow());
    }
    if (tried.isEmpty()) {
      json.putNull("newOrderResponse");
    } else {
      json.set("newOrderResponse", half(tried.get(), detail));
    }
    if (canceled.isPresent() && isPlaced) {
      return new Reply.Placed(json, 1);
    }
    boolean isHalf = canceled.isPresent() || isPlaced;
    return new Reply.Partly(
        isHalf
            ? new WireError(409, -2021, "Order cancel-replace partially failed.")
            : new WireError(400, -2022, "Order cancel-replace failed."),
        json);
  }

  private static ObjectNode half(Result<Answer.Placed> placed, Detail detail) {
    return switch (placed) {
      case Result.Done<Answer.Placed>(Answer.Placed value) -> SpotJson.placed(value, detail);
      case Result.Refused<Answer.Placed>(var reason) -> error(SpotErrors.of(Of.NEW_ORDER, reason));
    };
  }

  private static ObjectNode error(WireError error) {
    return Json.object().put("code", error.code()).put("msg", error.message());
  }
}
