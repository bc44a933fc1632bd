package io.tradewind.exchange.spot;

import io.tradewind.core.order.Side;
import io.tradewind.exchange.dispatch.Call;
import io.tradewind.exchange.dispatch.Endpoint;
import io.tradewind.exchange.dispatch.Reply;
import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.request.WireError;
import io.tradewind.exchange.spot.SpotErrors.Of;
import io.tradewind.exchange.spot.SpotJson.Detail;
import io.tradewind.exchange.wire.ClientIds;
import io.tradewind.exchange.wire.Json;
import io.tradewind.exchange.wire.Slice;
import io.tradewind.simulation.exchange.spot.Answer;
import io.tradewind.simulation.exchange.spot.Command;
import io.tradewind.simulation.exchange.spot.ListRef;
import io.tradewind.simulation.exchange.spot.NewOrder;
import io.tradewind.simulation.exchange.spot.NewOrderList;
import io.tradewind.simulation.exchange.spot.OrderListView;
import io.tradewind.simulation.exchange.spot.OrderTerms;
import io.tradewind.simulation.exchange.spot.Result;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import io.tradewind.simulation.exchange.spot.StopCondition;
import io.tradewind.simulation.exchange.spot.StopKind;
import io.tradewind.simulation.exchange.spot.Strategy;
import io.tradewind.simulation.matching.SelfTradeMode;
import io.tradewind.simulation.matching.TimeInForce;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;

/** Lists of orders: OCO, OTO and OTOCO. */
final class SpotLists {
  private final SpotExchange exchange;
  private final ClientIds ids;

  SpotLists(SpotExchange exchange, ClientIds ids) {
    this.exchange = exchange;
    this.ids = ids;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.placing("POST", "orderList/oco", 2, 1, call -> place(call, this::oco)),
        Endpoint.placing("POST", "orderList/oto", 2, 1, call -> place(call, this::oto)),
        Endpoint.placing("POST", "orderList/otoco", 3, 1, call -> place(call, this::otoco)),
        Endpoint.placing("POST", "order/oco", 2, 1, call -> place(call, this::legacyOco)),
        Endpoint.signed("GET", "orderList", 4, this::list),
        Endpoint.signed("DELETE", "orderList", 1, this::cancel),
        Endpoint.signed("GET", "openOrderList", 6, this::open),
        Endpoint.signed("GET", "allOrderList", 20, this::all));
  }

  /** Reads a list; empty if anything is wrong. */
  private interface Form {
    Optional<? extends NewOrderList> read(Parameters all, String symbol, String listId);
  }

  private Reply place(Call call, Form form) {
    Parameters all = call.parameters();
    String symbol = all.text("symbol");
    String listId = OrderForm.clientId(all, "listClientOrderId", ids);
    Optional<? extends NewOrderList> list = form.read(all, symbol, listId);
    Detail detail = SpotTrading.detail(all, Detail.RESULT);
    return Asked.when(
        all,
        () ->
            switch (exchange.placeList(call.account(), list.orElseThrow(), SpotTrading.ns(call))) {
              case Result.Done<Answer.ListPlaced>(Answer.ListPlaced placed) ->
                  new Reply.Placed(SpotJson.placed(placed, detail), placed.orders().size());
              case Result.Refused<Answer.ListPlaced>(var reason) ->
                  new Reply.Failed(SpotErrors.of(Of.NEW_ORDER, reason));
            });
  }

  private Optional<NewOrder> part(
      Parameters all, String part, String symbol, Optional<Side> side, OptionalLong qty) {
    return side.flatMap(known -> new OrderForm(all, part, ids).order(symbol, known, qty));
  }

  private Optional<NewOrderList.Oco> oco(Parameters all, String symbol, String listId) {
    Optional<Side> side = all.side("side");
    OptionalLong qty = OptionalLong.of(all.amount("quantity"));
    Optional<NewOrder> above = part(all, "above", symbol, side, qty);
    Optional<NewOrder> below = part(all, "below", symbol, side, qty);
    return sound(all, () -> new NewOrderList.Oco(listId, above.orElseThrow(), below.orElseThrow()));
  }

  private Optional<NewOrderList.Oto> oto(Parameters all, String symbol, String listId) {
    Optional<NewOrder> working = working(all, symbol);
    Optional<Side> side = all.side("pendingSide");
    OptionalLong qty = OptionalLong.of(all.amount("pendingQuantity"));
    Optional<NewOrder> pending = part(all, "pending", symbol, side, qty);
    return sound(
        all, () -> new NewOrderList.Oto(listId, working.orElseThrow(), pending.orElseThrow()));
  }

  private Optional<NewOrderList.Otoco> otoco(Parameters all, String symbol, String listId) {
    Optional<NewOrder> working = working(all, symbol);
    Optional<Side> side = all.side("pendingSide");
    OptionalLong qty = OptionalLong.of(all.amount("pendingQuantity"));
    Optional<NewOrder> above = part(all, "pendingAbove", symbol, side, qty);
    Optional<NewOrder> below = part(all, "pendingBelow", symbol, side, qty);
    return sound(
        all,
        () ->
            new NewOrderList.Otoco(
                listId, working.orElseThrow(), above.orElseThrow(), below.orElseThrow()));
  }

  private Optional<NewOrder> working(Parameters all, String symbol) {
    Optional<Side> side = all.side("workingSide");
    OptionalLong qty = OptionalLong.of(all.amount("workingQuantity"));
    return part(all, "working", symbol, side, qty);
  }

  /** The older form: a limit maker at the price, and a stop, with or without a limit of its own. */
  private Optional<NewOrderList.Oco> legacyOco(Parameters all, String symbol, String listId) {
    Optional<Side> side = all.side("side");
    long qty = all.amount("quantity");
    long price = all.amount("price");
    long stopPrice = all.amount("stopPrice");
    OptionalLong stopLimit = all.optionalAmount("stopLimitPrice");
    Optional<TimeInForce> time = OrderForm.timeInForce(all, "stopLimitTimeInForce");
    if (stopLimit.isPresent() && time.isEmpty()) {
      all.fail(
          WireError.badRequest(
              -1128,
              "Combination of optional parameters invalid. Recommendation:"
                  + " 'stopLimitTimeInForce' should also be sent."));
    }
    OptionalLong delta = all.optionalCount("trailingDelta");
    String limitId = OrderForm.clientId(all, "limitClientOrderId", ids);
    String stopId = OrderForm.clientId(all, "stopClientOrderId", ids);
    Optional<SelfTradeMode> mode = OrderForm.selfTradeMode(all);
    if (qty == 0 || price == 0 || stopPrice == 0) {
      all.fail(WireError.badRequest(-1013, "Invalid quantity."));
    }
    return sound(
        all,
        () -> {
          StopCondition condition =
              new StopCondition(
                  OptionalLong.of(stopPrice),
                  delta.isPresent()
                      ? OptionalInt.of((int) Math.min(9999, Math.max(1, delta.getAsLong())))
                      : OptionalInt.empty());
          OrderTerms stop =
              stopLimit.isPresent()
                  ? new OrderTerms.StopLimit(
                      StopKind.STOP_LOSS,
                      new OrderTerms.Limit(qty, stopLimit.getAsLong(), time.orElseThrow()),
                      condition)
                  : new OrderTerms.StopMarket(StopKind.STOP_LOSS, qty, condition);
          NewOrder limitLeg =
              new NewOrder(
                  symbol,
                  limitId,
                  side.orElseThrow(),
                  new OrderTerms.LimitMaker(qty, price),
                  mode,
                  Strategy.NONE);
          NewOrder stopLeg =
              new NewOrder(symbol, stopId, side.orElseThrow(), stop, mode, Strategy.NONE);
          return side.orElseThrow() == Side.SELL
              ? new NewOrderList.Oco(listId, limitLeg, stopLeg)
              : new NewOrderList.Oco(listId, stopLeg, limitLeg);
        });
  }

  private static <T> Optional<T> sound(Parameters all, Supplier<T> made) {
    return all.error().isPresent() ? Optional.empty() : Optional.of(made.get());
  }

  private Reply list(Call call) {
    Parameters all = call.parameters();
    ListRef ref = Asked.list(all, "origClientOrderId");
    return Asked.when(
        all,
        () ->
            Asked.reply(
                exchange.orderList(call.account(), ref),
                Of.QUERY,
                found -> SpotJson.list(found, false)));
  }

  private Reply cancel(Call call) {
    Parameters all = call.parameters();
    String symbol = all.text("symbol");
    ListRef ref = Asked.list(all, "listClientOrderId");
    String cancelId = OrderForm.clientId(all, "newClientOrderId", ids);
    return Asked.when(
        all,
        () ->
            Asked.reply(
                exchange.cancelList(
                    call.account(),
                    new Command.CancelList(symbol, ref, cancelId),
                    SpotTrading.ns(call)),
                Of.CANCEL,
                canceled -> SpotJson.canceled(canceled, cancelId)));
  }

  private Reply open(Call call) {
    return Asked.when(
        call.parameters(),
        () -> Asked.reply(exchange.openOrderLists(call.account()), Of.QUERY, SpotLists::lists));
  }

  private Reply all(Call call) {
    Parameters all = call.parameters();
    Slice range = Slice.of(all, "fromId", Asked.BOUNDS);
    return Asked.when(
        all,
        () ->
            Asked.reply(
                exchange.orderLists(call.account()),
                Of.QUERY,
                found ->
                    lists(
                        range.cut(
                            found, OrderListView::listId, each -> Json.ms(each.updatedNs())))));
  }

  private static ArrayNode lists(List<OrderListView> lists) {
    ArrayNode json = Json.array();
    lists.forEach(each -> json.add(SpotJson.list(each, false)));
    return json;
  }
}
