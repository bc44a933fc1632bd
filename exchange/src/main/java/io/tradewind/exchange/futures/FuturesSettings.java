package io.tradewind.exchange.futures;

import static io.tradewind.exchange.request.WireError.badRequest;

import io.tradewind.exchange.dispatch.Call;
import io.tradewind.exchange.dispatch.Endpoint;
import io.tradewind.exchange.dispatch.Reply;
import io.tradewind.exchange.dispatch.Security;
import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.user.ListenKeys;
import io.tradewind.exchange.wire.Json;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.MarginType;
import io.tradewind.simulation.exchange.futures.PositionView;
import io.tradewind.simulation.exchange.futures.RefusalReason;
import io.tradewind.simulation.exchange.futures.Result;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** What an account sets: leverage, margin, modes; and the keys of its streams. */
final class FuturesSettings {
  private final FuturesExchange exchange;
  private final Contracts contracts;
  private final FuturesErrors errors;
  private final ListenKeys keys;
  private final BiConsumer<String, Long> ended;

  /**
   * Over an exchange.
   *
   * @param ended hears of keys that their owner ends
   */
  FuturesSettings(
      FuturesExchange exchange,
      Contracts contracts,
      FuturesErrors errors,
      ListenKeys keys,
      BiConsumer<String, Long> ended) {
    this.exchange = exchange;
    this.contracts = contracts;
    this.errors = errors;
    this.keys = keys;
    this.ended = ended;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.signed("POST", "v1/leverage", 1, this::leverage),
        Endpoint.signed("POST", "v1/marginType", 1, this::marginType),
        Endpoint.signed("POST", "v1/positionMargin", 1, this::margin),
        Endpoint.signed("GET", "v1/positionSide/dual", 30, _ -> is("dualSidePosition")),
        Endpoint.signed("POST", "v1/positionSide/dual", 1, this::dual),
        Endpoint.signed("GET", "v1/multiAssetsMargin", 30, _ -> is("multiAssetsMargin")),
        Endpoint.signed("POST", "v1/multiAssetsMargin", 1, FuturesSettings::multiAssets),
        Endpoint.signed("GET", "v1/feeBurn", 30, _ -> is("feeBurn")),
        Endpoint.signed("POST", "v1/feeBurn", 1, FuturesSettings::feeBurn),
        key("POST", this::startKey),
        key("PUT", this::keepKey),
        key("DELETE", this::endKey));
  }

  private static Endpoint key(String method, Function<Call, Reply> handler) {
    return new Endpoint(method, "v1/listenKey", Security.KEY, 0, _ -> 1, handler);
  }

  /** No account has any of these. */
  private static Reply is(String name) {
    return new Reply.Done(Json.object().put(name, false));
  }

  private Reply leverage(Call call) {
    Parameters all = call.parameters();
    String symbol = contracts.symbol(all);
    long leverage = all.count("leverage");
    if (leverage < 1 || leverage > 125) {
      all.fail(badRequest(-4028, "Leverage %s is not valid", leverage));
    }
    return FuturesErrors.when(
        all,
        () ->
            switch (exchange.setLeverage(
                call.account(), symbol, (int) leverage, FuturesTrading.ns(call))) {
              case Result.Done<PositionView>(PositionView position) ->
                  new Reply.Done(
                      Json.object()
                          .put("leverage", leverage)
                          .put(
                              "maxNotionalValue",
                              AccountJson.whole(position.config().maxNotionalE8()))
                          .put("symbol", symbol));
              case Result.Refused<PositionView>(RefusalReason reason) ->
                  new Reply.Failed(
                      reason == RefusalReason.LEVERAGE_INVALID
                          ? badRequest(-4028, "Leverage %s is not valid", leverage)
                          : errors.of(reason, symbol));
            });
  }

  private Reply marginType(Call call) {
    Parameters all = call.parameters();
    String symbol = contracts.symbol(all);
    all.text("marginType");
    Optional<MarginType> type =
        all.choice(
            "marginType",
            MarginType.class,
            badRequest(-1130, "Data sent for parameter 'marginType' is not valid."));
    return FuturesErrors.when(
        all,
        () ->
            errors.reply(
                exchange.setMarginType(
                    call.account(), symbol, type.orElseThrow(), FuturesTrading.ns(call)),
                symbol,
                _ -> FuturesJson.success()));
  }

  private Reply margin(Call call) {
    Parameters all = call.parameters();
    String symbol = contracts.symbol(all);
    long amount = all.amount("amount");
    long type = all.count("type");
    if (amount == 0) {
      all.fail(badRequest(-4055, "Amount must be positive."));
    }
    if (type != 1 && type != 2) {
      all.fail(badRequest(-1130, "Data sent for parameter 'type' is not valid."));
    }
    return FuturesErrors.when(
        all,
        () ->
            errors.reply(
                exchange.moveMargin(
                    call.account(), symbol, type == 1 ? amount : -amount, FuturesTrading.ns(call)),
                symbol,
                _ ->
                    Json.object()
                        .put("amount", BigDecimal.valueOf(amount, 8).stripTrailingZeros())
                        .put("code", 200)
                        .put("msg", "Successfully modify position margin.")
                        .put("type", type)));
  }

  private Reply dual(Call call) {
    Parameters all = call.parameters();
    all.text("dualSidePosition");
    boolean dual = all.flag("dualSidePosition", false);
    return FuturesErrors.when(
        all,
        () ->
            errors.reply(
                exchange.setHedgeMode(call.account(), dual, FuturesTrading.ns(call)),
                _ -> FuturesJson.success()));
  }

  private static Reply multiAssets(Call call) {
    Parameters all = call.parameters();
    all.text("multiAssetsMargin");
    all.fail(
        all.flag("multiAssetsMargin", false)
            ? FuturesErrors.of(RefusalReason.HEDGE_MODE_NOT_SUPPORTED)
            : badRequest(
                -4171,
                "Adjusted asset mode is currently set and does not need to be adjusted"
                    + " repeatedly."));
    return FuturesErrors.when(all, () -> new Reply.Done(FuturesJson.success()));
  }

  private static Reply feeBurn(Call call) {
    Parameters all = call.parameters();
    all.text("feeBurn");
    if (all.flag("feeBurn", false)) {
      all.fail(FuturesErrors.of(RefusalReason.HEDGE_MODE_NOT_SUPPORTED));
    }
    return FuturesErrors.when(all, () -> new Reply.Done(FuturesJson.success()));
  }

  private Reply startKey(Call call) {
    return new Reply.Done(named(keys.start(call.account(), call.nowMs())));
  }

  private static ObjectNode named(String key) {
    return Json.object().put("listenKey", key);
  }

  /** An account has one key at most, so that it need not be named. */
  private Reply keepKey(Call call) {
    return keys.of(call.account(), call.nowMs())
        .<Reply>map(_ -> startKey(call))
        .orElseGet(FuturesSettings::noKey);
  }

  private Reply endKey(Call call) {
    Optional<String> key = keys.of(call.account(), call.nowMs());
    if (key.isEmpty()) {
      return noKey();
    }
    keys.end(call.account(), key.get(), call.nowMs());
    ended.accept(key.get(), call.nowMs());
    return new Reply.Done(Json.object());
  }

  private static Reply noKey() {
    return new Reply.Failed(badRequest(-1125, "This listenKey does not exist."));
  }
}
