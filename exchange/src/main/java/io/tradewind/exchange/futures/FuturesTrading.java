package io.tradewind.exchange.futures;

import static io.tradewind.exchange.request.WireError.badRequest;

import io.tradewind.core.order.Side;
import io.tradewind.exchange.dispatch.Call;
import io.tradewind.exchange.dispatch.Dispatcher;
import io.tradewind.exchange.dispatch.Endpoint;
import io.tradewind.exchange.dispatch.Reply;
import io.tradewind.exchange.dispatch.Security;
import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.request.WireError;
import io.tradewind.exchange.wire.ClientIds;
import io.tradewind.exchange.wire.Json;
import io.tradewind.exchange.wire.Slice;
import io.tradewind.simulation.exchange.futures.AccountTrade;
import io.tradewind.simulation.exchange.futures.Amendment;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.FuturesListing;
import io.tradewind.simulation.exchange.futures.NewOrder;
import io.tradewind.simulation.exchange.futures.OrderRef;
import io.tradewind.simulation.exchange.futures.OrderTerms;
import io.tradewind.simulation.exchange.futures.OrderType;
import io.tradewind.simulation.exchange.futures.OrderView;
import io.tradewind.simulation.exchange.futures.PriceMatch;
import io.tradewind.simulation.exchange.futures.RefusalReason;
import io.tradewind.simulation.exchange.futures.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Placing, changing, cancelling and asking for orders. */
final class FuturesTrading {
  private static final long MILLI_NS = 1_000_000;
  private static final int MOST_PLACED = 5;
  private static final int MOST_CANCELED = 10;
  private static final int ALL_SYMBOLS_WEIGHT = 40;
  private static final Slice.Bounds ORDERS = new Slice.Bounds(7 * 24, 500, 1000);
  private static final Slice.Bounds FEW = new Slice.Bounds(7 * 24, 50, 100);

  private final FuturesExchange exchange;
  private final Contracts contracts;
  private final FuturesErrors errors;
  private final FuturesJson json;
  private final ClientIds ids;

  FuturesTrading(
      FuturesExchange exchange, Contracts contracts, FuturesErrors errors, ClientIds ids) {
    this.exchange = exchange;
    this.contracts = contracts;
    this.errors = errors;
    this.json = new FuturesJson(contracts);
    this.ids = ids;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.placing("POST", "v1/order", 1, 0, this::place),
        Endpoint.placing("POST", "v1/order/test", 1, 0, this::test),
        Endpoint.placing("PUT", "v1/order", 1, 1, this::modify),
        Endpoint.signed("DELETE", "v1/order", 1, this::cancel),
        Endpoint.signed("GET", "v1/order", 1, this::order),
        Endpoint.signed("GET", "v1/openOrder", 1, this::openOrder),
        Endpoint.placing("POST", "v1/batchOrders", MOST_PLACED, 5, this::placeAll),
        Endpoint.placing("PUT", "v1/batchOrders", MOST_PLACED, 5, this::modifyAll),
        Endpoint.signed("DELETE", "v1/batchOrders", 1, this::cancelSome),
        Endpoint.signed("DELETE", "v1/allOpenOrders", 1, this::cancelAll),
        Endpoint.signed("POST", "v1/countdownCancelAll", 10, this::countdown),
        new Endpoint(
            "GET",
            "v1/openOrders",
            Security.SIGNED,
            0,
            all -> all.has("symbol") ? 1 : ALL_SYMBOLS_WEIGHT,
            this::openOrders),
        Endpoint.signed("GET", "v1/allOrders", 5, this::allOrders),
        Endpoint.signed("GET", "v1/userTrades", 5, this::trades),
        Endpoint.signed("GET", "v1/orderAmendment", 1, this::amendments),
        Endpoint.signed("GET", "v1/forceOrders", 20, this::forced));
  }

  static long ns(Call call) {
    return call.nowMs() * MILLI_NS;
  }

  /** Each of a list is asked for by itself, on the same account. */
  private static Call part(Call call, Parameters parameters) {
    return new Call(parameters, call.account(), call.nowMs());
  }

  private Reply place(Call call) {
    Parameters all = call.parameters();
    Optional<NewOrder> order = new OrderForm(all, contracts, ids).order();
    boolean wantsResult = OrderForm.wantsResult(all);
    return FuturesErrors.when(
        all,
        () ->
            placed(
                exchange.place(call.account(), order.orElseThrow(), ns(call)),
                order.orElseThrow().symbol(),
                wantsResult ? json::placed : json::acknowledged));
  }

  private Reply placed(
      Result<OrderView> result, String symbol, Function<OrderView, ObjectNode> written) {
    return switch (result) {
      case Result.Done<OrderView>(OrderView order) -> new Reply.Placed(written.apply(order), 1);
      case Result.Refused<OrderView>(RefusalReason reason) ->
          new Reply.Failed(errors.of(reason, symbol));
    };
  }

  private Reply test(Call call) {
    Parameters all = call.parameters();
    Optional<NewOrder> order = new OrderForm(all, contracts, ids).order();
    OrderForm.wantsResult(all);
    return FuturesErrors.when(
        all,
        () -> {
          String symbol = order.orElseThrow().symbol();
          return switch (exchange.test(call.account(), order.orElseThrow(), ns(call))) {
            case Result.Refused<Optional<RefusalReason>>(RefusalReason reason) ->
                new Reply.Failed(errors.of(reason, symbol));
            case Result.Done<Optional<RefusalReason>>(Optional<RefusalReason> refusal) ->
                refusal
                    .<Reply>map(reason -> new Reply.Failed(errors.of(reason, symbol)))
                    .orElseGet(() -> new Reply.Placed(Json.object(), 1));
          };
        });
  }

  /** Which order; a stand-in if none is named, which the parameters tell. */
  private static OrderRef ref(Parameters all) {
    OptionalLong id = all.optionalCount("orderId");
    Optional<String> client = all.optional("origClientOrderId");
    if (id.isEmpty() && client.isEmpty()) {
      all.fail(WireError.missingBoth("orderid", "origclientorderid"));
    }
    return id.isPresent()
        ? new OrderRef.ById(id.getAsLong())
        : new OrderRef.ByClientId(client.orElse(""));
  }

  private Reply modify(Call call) {
    Parameters all = call.parameters();
    OrderForm form = new OrderForm(all, contracts, ids);
    String symbol = contracts.symbol(all);
    OrderRef ref = ref(all);
    Optional<Side> side = all.side("side");
    PriceMatch match = form.priceMatch(true);
    Optional<OrderTerms.Limit> terms = side.flatMap(known -> form.limit(symbol, known, match));
    return FuturesErrors.when(
        all,
        () ->
            placed(
                exchange.modify(
                    call.account(),
                    new FuturesExchange.Modify(
                        symbol, ref, terms.orElseThrow().qtyE8(), terms.orElseThrow().priceE8()),
                    ns(call)),
                symbol,
                order -> json.placed(order).put("pair", symbol).put("cumBase", "0")));
  }

  private Reply ofOrder(Call call, BiFunction<String, OrderRef, Reply> act) {
    Parameters all = call.parameters();
    String symbol = contracts.symbol(all);
    OrderRef ref = ref(all);
    return FuturesErrors.when(all, () -> act.apply(symbol, ref));
  }

  private Reply cancel(Call call) {
    return ofOrder(call, (symbol, ref) -> cancel(call, symbol, ref));
  }

  private Reply cancel(Call call, String symbol, OrderRef ref) {
    return errors.reply(
        exchange.cancel(call.account(), symbol, ref, ns(call)), symbol, json::canceled);
  }

  private Reply order(Call call) {
    return ofOrder(
        call,
        (symbol, ref) ->
            errors.reply(exchange.order(call.account(), symbol, ref), symbol, json::queried));
  }

  /** What is not open does not exist here. */
  private Reply openOrder(Call call) {
    return ofOrder(
        call,
        (symbol, ref) ->
            switch (exchange.openOrder(call.account(), symbol, ref)) {
              case Result.Done<OrderView>(OrderView order) -> new Reply.Done(json.queried(order));
              case Result.Refused<OrderView> _ ->
                  new Reply.Failed(errors.of(RefusalReason.NO_SUCH_ORDER, symbol));
            });
  }

  private Reply placeAll(Call call) {
    return each(call, part -> place(part(call, part)));
  }

  private Reply modifyAll(Call call) {
    return each(call, part -> modify(part(call, part)));
  }

  /** Carries out one after the other, and tells of each what came of it. */
  private static Reply each(Call call, Function<Parameters, Reply> act) {
    Parameters all = call.parameters();
    List<JsonNode> parts = list(all, all.text("batchOrders"), "batchOrders");
    if (all.error().isEmpty() && (parts.isEmpty() || parts.size() > MOST_PLACED)) {
      all.fail(badRequest(-4082, "Invalid number of batch place orders."));
    }
    return FuturesErrors.when(
        all,
        () -> {
          ArrayNode answers = Json.array();
          parts.forEach(part -> answers.add(body(act.apply(parameters(part)))));
          return new Reply.Placed(answers, parts.size());
        });
  }

  private static Parameters parameters(JsonNode part) {
    Map<String, String> values = new LinkedHashMap<>();
    part.propertyStream().forEach(each -> values.put(each.getKey(), each.getValue().asString()));
    return Parameters.of(values);
  }

  private static List<JsonNode> list(Parameters all, String text, String name) {
    try {
      JsonNode parts = JsonMapper.shared().readTree(text);
      if (parts.isArray()) {
        return parts.valueStream().toList();
      }
    } catch (JacksonException broken) {
      // Told below, as what is no list.
    }
    all.fail(badRequest(-1130, "Data sent for parameter '%s' is not valid.", name));
    return List.of();
  }

  private static JsonNode body(Reply reply) {
    return switch (reply) {
      case Reply.Done done -> done.body();
      case Reply.Placed placed -> placed.body();
      case Reply.Failed failed -> Dispatcher.body(failed.error());
      case Reply.Partly partly -> partly.data();
    };
  }

  /** Some clients write the names of the lists in small letters. */
  private Reply cancelSome(Call call) {
    Parameters all = call.parameters();
    String symbol = contracts.symbol(all);
    Optional<String> idList = all.optional("orderIdList").or(() -> all.optional("orderidlist"));
    Optional<String> nameList =
        all.optional("origClientOrderIdList").or(() -> all.optional("origclientorderidlist"));
    if (idList.isEmpty() && nameList.isEmpty()) {
      all.fail(WireError.missingBoth("orderIdList", "origClientOrderIdList"));
    }
    List<OrderRef> refs = new ArrayList<>();
    idList.ifPresent(text ->
        list(all, text, "orderIdList")
            .forEach(each -> refs.add(new OrderRef.ById(each.asLong(0)))));
    nameList.ifPresent(text ->
        list(all, text, "origClientOrderIdList")
            .forEach(each -> refs.add(new OrderRef.ByClientId(each.asString()))));
    if (refs.size() > MOST_CANCELED) {
      all.fail(badRequest(-4032, "Exceed maximum cancel order size."));
    }
    return FuturesErrors.when(
        all,
        () -> {
          ArrayNode answers = Json.array();
          refs.forEach(ref -> answers.add(body(cancel(call, symbol, ref))));
          return new Reply.Done(answers);
        });
  }

  private Reply cancelAll(Call call) {
    String symbol = contracts.symbol(call.parameters());
    return FuturesErrors.when(
        call.parameters(),
        () ->
            errors.reply(
                exchange.cancelAll(call.account(), symbol, ns(call)),
                symbol,
                _ -> FuturesJson.allCanceled()));
  }

  private Reply countdown(Call call) {
    Parameters all = call.parameters();
    String symbol = contracts.symbol(all);
    long ms = Math.min(all.count("countdownTime"), Integer.MAX_VALUE);
    return FuturesErrors.when(
        all,
        () ->
            errors.reply(
                exchange.countdown(
                    call.account(),
                    symbol,
                    ms == 0 ? OptionalLong.empty() : OptionalLong.of(ns(call) + ms * MILLI_NS),
                    ns(call)),
                symbol,
                _ -> Json.object().put("symbol", symbol).put("countdownTime", Long.toString(ms))));
  }

  private Reply openOrders(Call call) {
    Optional<String> symbol = contracts.anySymbol(call.parameters());
    return FuturesErrors.when(
        call.parameters(),
        () ->
            errors.reply(
                symbol
                    .map(each -> exchange.openOrders(call.account(), each))
                    .orElseGet(() -> exchange.openOrders(call.account())),
                orders -> json.orders(orders, json::queried)));
  }

  private Reply allOrders(Call call) {
    Parameters all = call.parameters();
    String symbol = contracts.symbol(all);
    Slice slice = Slice.of(all, "orderId", ORDERS);
    return FuturesErrors.when(
        all,
        () ->
            errors.reply(
                exchange.allOrders(call.account(), symbol),
                symbol,
                found ->
                    json.orders(
                        slice.cut(
                            found, OrderView::orderId, each -> Json.ms(each.times().createdNs())),
                        json::listed)));
  }

  private Reply trades(Call call) {
    Parameters all = call.parameters();
    String symbol = contracts.symbol(all);
    OptionalLong order = all.optionalCount("orderId");
    Slice slice = Slice.of(all, "fromId", ORDERS);
    if (slice.isMixed()) {
      all.fail(badRequest(-1128, "Combination of optional parameters invalid."));
    }
    return FuturesErrors.when(
        all,
        () ->
            errors.reply(
                exchange.trades(call.account(), symbol),
                symbol,
                trades -> {
                  ArrayNode answer = Json.array();
                  List<AccountTrade> wanted =
                      trades.stream()
                          .filter(each -> order.isEmpty() || each.orderId() == order.getAsLong())
                          .toList();
                  slice
                      .cut(wanted, each -> each.fill().tradeId(), each -> Json.ms(each.timeNs()))
                      .forEach(each -> answer.add(json.trade(each)));
                  return answer;
                }));
  }

  /** The newest first. */
  private Reply amendments(Call call) {
    Parameters all = call.parameters();
    Slice slice = Slice.ofTimes(all, FEW);
    return ofOrder(
        call,
        (symbol, ref) ->
            errors.reply(
                exchange
                    .order(call.account(), symbol, ref)
                    .then(order ->
                        exchange
                            .amendments(call.account(), symbol)
                            .then(changes -> new Result.Done<>(of(order, changes, slice)))),
                symbol,
                answer -> answer));
  }

  private ArrayNode of(OrderView order, List<Amendment> changes, Slice slice) {
    List<Amendment> own =
        changes.stream().filter(each -> each.orderId() == order.orderId()).toList();
    ArrayNode answer = Json.array();
    slice
        .cut(own, Amendment::amendmentId, each -> Json.ms(each.timeNs()))
        .reversed()
        .forEach(each -> answer.add(json.amendment(order, each)));
    return answer;
  }

  /** What liquidations have sold or bought of an account; nobody is deleveraged here. */
  private Reply forced(Call call) {
    Parameters all = call.parameters();
    Optional<String> symbol = contracts.anySymbol(all);
    Slice slice = Slice.ofTimes(all, FEW);
    boolean isAdl = all.optional("autoCloseType").equals(Optional.of("ADL"));
    return FuturesErrors.when(
        all,
        () -> {
          List<OrderView> found = new ArrayList<>();
          for (String each : symbol.map(List::of).orElseGet(this::symbols)) {
            if (exchange.allOrders(call.account(), each)
                instanceof Result.Done<List<OrderView>>(List<OrderView> orders)) {
              orders.stream()
                  .filter(order -> order.type() == OrderType.LIQUIDATION && !isAdl)
                  .forEach(found::add);
            }
          }
          found.sort(Comparator.comparingLong(order -> order.times().createdNs()));
          return new Reply.Done(
              json.orders(
                  slice.cut(found, OrderView::orderId, order -> Json.ms(order.times().createdNs())),
                  json::listed));
        });
  }

  private List<String> symbols() {
    return contracts.all().stream().map(FuturesListing::symbol).toList();
  }
}
