package io.tradewind.exchange.futures;

import io.tradewind.exchange.dispatch.Call;
import io.tradewind.exchange.dispatch.Endpoint;
import io.tradewind.exchange.dispatch.Reply;
import io.tradewind.exchange.dispatch.Security;
import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.request.WireError;
import io.tradewind.exchange.wire.ClientIds;
import io.tradewind.exchange.wire.Json;
import io.tradewind.exchange.wire.Slice;
import io.tradewind.simulation.exchange.futures.AlgoRef;
import io.tradewind.simulation.exchange.futures.AlgoView;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.NewAlgoOrder;
import io.tradewind.simulation.exchange.futures.RefusalReason;
import io.tradewind.simulation.exchange.futures.Result;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;

/** Placing, cancelling and asking for conditional orders. */
final class FuturesAlgos {
  private static final int ALL_SYMBOLS_WEIGHT = 40;
  private static final Slice.Bounds BOUNDS = new Slice.Bounds(7 * 24, 500, 1000);

  private final FuturesExchange exchange;
  private final Contracts contracts;
  private final FuturesErrors errors;
  private final AlgoJson json;
  private final ClientIds ids;

  FuturesAlgos(FuturesExchange exchange, Contracts contracts, FuturesErrors errors, ClientIds ids) {
    this.exchange = exchange;
    this.contracts = contracts;
    this.errors = errors;
    this.json = new AlgoJson(exchange, contracts);
    this.ids = ids;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.placing("POST", "v1/algoOrder", 1, 0, this::place),
        Endpoint.signed("GET", "v1/algoOrder", 1, this::order),
        Endpoint.signed("DELETE", "v1/algoOrder", 1, this::cancel),
        Endpoint.signed("DELETE", "v1/algoOpenOrders", 1, this::cancelAll),
        new Endpoint(
            "GET",
            "v1/openAlgoOrders",
            Security.SIGNED,
            0,
            all -> all.has("symbol") ? 1 : ALL_SYMBOLS_WEIGHT,
            this::open),
        Endpoint.signed("GET", "v1/allAlgoOrders", 5, this::all));
  }

  private Reply place(Call call) {
    Parameters all = call.parameters();
    Optional<NewAlgoOrder> order = new AlgoForm(all, contracts, ids).order();
    OrderForm.wantsResult(all);
    return FuturesErrors.when(
        all,
        () ->
            switch (exchange.placeAlgo(
                call.account(), order.orElseThrow(), FuturesTrading.ns(call))) {
              case Result.Done<AlgoView>(AlgoView algo) -> new Reply.Placed(json.placed(algo), 1);
              case Result.Refused<AlgoView>(RefusalReason reason) ->
                  new Reply.Failed(errors.of(reason, order.orElseThrow().symbol()));
            });
  }

  private Reply ofAlgo(Call call, Function<AlgoRef, Reply> act) {
    Parameters all = call.parameters();
    OptionalLong id = all.optionalCount("algoId");
    Optional<String> client = all.optional("clientAlgoId");
    if (id.isEmpty() && client.isEmpty()) {
      all.fail(WireError.missingBoth("algoId", "clientAlgoId"));
    }
    AlgoRef ref =
        id.isPresent()
            ? new AlgoRef.ById(id.getAsLong())
            : new AlgoRef.ByClientId(client.orElse(""));
    return FuturesErrors.when(all, () -> act.apply(ref));
  }

  private Reply order(Call call) {
    return ofAlgo(call, ref -> errors.reply(exchange.algo(call.account(), ref), json::queried));
  }

  /** The code of the answer is a text. */
  private Reply cancel(Call call) {
    return ofAlgo(
        call,
        ref ->
            errors.reply(
                exchange.cancelAlgo(call.account(), ref, FuturesTrading.ns(call)),
                algo ->
                    Json.object()
                        .put("algoId", algo.algoId())
                        .put("clientAlgoId", algo.order().clientAlgoId())
                        .put("code", "200")
                        .put("msg", "success")));
  }

  private Reply cancelAll(Call call) {
    String symbol = contracts.symbol(call.parameters());
    return FuturesErrors.when(
        call.parameters(),
        () ->
            errors.reply(
                exchange.cancelAllAlgos(call.account(), symbol, FuturesTrading.ns(call)),
                symbol,
                _ -> FuturesJson.allCanceled()));
  }

  private Reply open(Call call) {
    Parameters all = call.parameters();
    Optional<String> symbol = contracts.anySymbol(all);
    OptionalLong id = all.optionalCount("algoId");
    return FuturesErrors.when(
        all,
        () ->
            errors.reply(
                exchange.openAlgos(call.account()),
                algos ->
                    list(
                        algos.stream()
                            .filter(each ->
                                symbol.isEmpty() || symbol.get().equals(each.order().symbol()))
                            .filter(each -> id.isEmpty() || each.algoId() == id.getAsLong())
                            .toList())));
  }

  private Reply all(Call call) {
    Parameters all = call.parameters();
    String symbol = contracts.symbol(all);
    Slice slice = Slice.of(all, "algoId", BOUNDS);
    return FuturesErrors.when(
        all,
        () ->
            errors.reply(
                exchange.allAlgos(call.account(), symbol),
                algos ->
                    list(
                        slice.cut(
                            algos, AlgoView::algoId, each -> Json.ms(each.times().createdNs())))));
  }

  private ArrayNode list(List<AlgoView> algos) {
    ArrayNode answer = Json.array();
    algos.forEach(each -> answer.add(json.queried(each)));
    return answer;
  }
}
