package io.tradewind.exchange.spot;

import io.tradewind.exchange.dispatch.Call;
import io.tradewind.exchange.dispatch.Endpoint;
import io.tradewind.exchange.dispatch.Reply;
import io.tradewind.exchange.dispatch.Security;
import io.tradewind.exchange.limit.OrderLimit;
import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.request.WireError;
import io.tradewind.exchange.spot.SpotErrors.Of;
import io.tradewind.exchange.user.ListenKeys;
import io.tradewind.exchange.wire.Json;
import io.tradewind.exchange.wire.Slice;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.Balance;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.spot.AccountTrade;
import io.tradewind.simulation.exchange.spot.Listing;
import io.tradewind.simulation.exchange.spot.PreventedMatch;
import io.tradewind.simulation.exchange.spot.Result;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Balances, trades, fees and limits of an account, and the names of its streams. */
final class SpotAccounts {
  private static final int TRADES_WEIGHT = 20;

  private final SpotExchange exchange;
  private final OrderLimit orders;
  private final ListenKeys keys;

  SpotAccounts(SpotExchange exchange, OrderLimit orders, ListenKeys keys) {
    this.exchange = exchange;
    this.orders = orders;
    this.keys = keys;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.signed("GET", "account", 20, this::account),
        new Endpoint(
            "GET",
            "myTrades",
            Security.SIGNED,
            0,
            all -> all.has("orderId") ? 5 : TRADES_WEIGHT,
            this::trades),
        Endpoint.signed("GET", "account/commission", 20, this::commission),
        Endpoint.signed("GET", "rateLimit/order", 40, this::limits),
        Endpoint.signed("GET", "myPreventedMatches", 20, this::prevented),
        key("POST", this::startKey),
        key("PUT", this::keepKey),
        key("DELETE", this::endKey));
  }

  private static Endpoint key(String method, Function<Call, Reply> handler) {
    return new Endpoint(method, "userDataStream", Security.KEY, 0, all -> 2, handler);
  }

  private Reply account(Call call) {
    Parameters all = call.parameters();
    boolean omitsZero = all.flag("omitZeroBalances", false);
    return Asked.when(
        all,
        () ->
            Asked.reply(
                exchange.account(call.account()),
                Of.QUERY,
                account ->
                    SpotJson.account(
                        account,
                        fees(account, Optional.empty()),
                        balances(account, omitsZero),
                        call.nowMs())));
  }

  /** Also of assets that it never had. */
  private List<Balance> balances(Account account, boolean omitsZero) {
    return exchange.listings().stream()
        .flatMap(each -> Stream.of(each.base(), each.quote()))
        .distinct()
        .sorted()
        .map(account::balance)
        .filter(each -> !omitsZero || each.freeE8() != 0 || each.lockedE8() != 0)
        .toList();
  }

  private FeeRates fees(Account account, Optional<Listing> listing) {
    return account
        .terms()
        .fees()
        .or(() -> listing.or(() -> exchange.listings().stream().findFirst()).map(Listing::fees))
        .orElse(FeeRates.NONE);
  }

  private Reply trades(Call call) {
    Parameters all = call.parameters();
    String symbol = all.text("symbol");
    OptionalLong order = all.optionalCount("orderId");
    Slice range = Slice.of(all, "fromId", Asked.BOUNDS);
    if (range.fromId().isPresent() && (range.startMs().isPresent() || range.endMs().isPresent())) {
      all.fail(WireError.badRequest(-1128, "Combination of optional parameters invalid."));
    }
    return Asked.when(
        all,
        () ->
            Asked.reply(
                exchange.trades(call.account(), symbol),
                Of.QUERY,
                trades -> {
                  List<AccountTrade> wanted =
                      trades.stream()
                          .filter(each -> order.isEmpty() || each.orderId() == order.getAsLong())
                          .toList();
                  ArrayNode json = Json.array();
                  range
                      .cut(wanted, each -> each.fill().tradeId(), each -> Json.ms(each.timeNs()))
                      .forEach(each -> json.add(SpotJson.trade(each)));
                  return json;
                }));
  }

  private Reply commission(Call call) {
    Parameters all = call.parameters();
    String symbol = all.text("symbol");
    return Asked.when(
        all,
        () ->
            Asked.reply(
                exchange
                    .account(call.account())
                    .then(account ->
                        exchange
                            .listing(symbol)
                            .then(
                                listing -> new Result.Done<>(fees(account, Optional.of(listing))))),
                Of.QUERY,
                fees -> {
                  ObjectNode json = Json.object().put("symbol", symbol);
                  json.set("standardCommission", SpotJson.rates(fees));
                  json.set("specialCommission", SpotJson.rates(FeeRates.NONE));
                  json.set("taxCommission", SpotJson.rates(FeeRates.NONE));
                  json.set(
                      "discount",
                      Json.object()
                          .put("enabledForAccount", false)
                          .put("enabledForSymbol", false)
                          .put("discountAsset", "BNB")
                          .put("discount", "0.75000000"));
                  return json;
                }));
  }

  private Reply limits(Call call) {
    return Asked.when(
        call.parameters(),
        () -> {
          ArrayNode json = Json.array();
          for (OrderLimit.Use use : orders.use(call.account(), call.nowMs())) {
            OrderLimit.Rule rule = use.rule();
            json.add(
                Json.limit("ORDERS", rule.unit(), rule.count(), rule.limit())
                    .put("count", use.used()));
          }
          return new Reply.Done(json);
        });
  }

  private Reply prevented(Call call) {
    Parameters all = call.parameters();
    String symbol = all.text("symbol");
    OptionalLong match = all.optionalCount("preventedMatchId");
    OptionalLong order = all.optionalCount("orderId");
    OptionalLong from = all.optionalCount("fromPreventedMatchId");
    int limit = Asked.BOUNDS.limit(all);
    if (match.isEmpty() && order.isEmpty()) {
      all.fail(WireError.missingBoth("preventedMatchId", "orderId"));
    }
    return Asked.when(
        all,
        () ->
            Asked.reply(
                exchange.preventedMatches(call.account(), symbol),
                Of.QUERY,
                matches -> {
                  ArrayNode json = Json.array();
                  matches.stream()
                      .filter(each -> match.isEmpty() || id(each) == match.getAsLong())
                      .filter(each -> order.isEmpty() || isOf(each, order.getAsLong()))
                      .filter(each -> from.isEmpty() || id(each) >= from.getAsLong())
                      .limit(limit)
                      .forEach(each -> json.add(SpotJson.queried(each)));
                  return json;
                }));
  }

  private static long id(PreventedMatch match) {
    return match.ids().matchId();
  }

  private static boolean isOf(PreventedMatch match, long orderId) {
    return match.ids().takerOrderId() == orderId || match.ids().makerOrderId() == orderId;
  }

  private Reply startKey(Call call) {
    String key = keys.start(call.account(), call.nowMs());
    return new Reply.Done(Json.object().put("listenKey", key));
  }

  private Reply keepKey(Call call) {
    return ofKey(call, key -> keys.keep(call.account(), key, call.nowMs()));
  }

  private Reply endKey(Call call) {
    return ofKey(call, key -> keys.end(call.account(), key, call.nowMs()));
  }

  private static Reply ofKey(Call call, Predicate<String> act) {
    Parameters all = call.parameters();
    String key = all.text("listenKey");
    if (all.error().isPresent()) {
      return new Reply.Failed(all.error().get());
    }
    return act.test(key)
        ? new Reply.Done(Json.object())
        : new Reply.Failed(WireError.badRequest(-1125, "This listenKey does not exist."));
  }
}
