package io.tradewind.exchange.futures;

import static io.tradewind.exchange.request.Parameters.plain;

import io.tradewind.core.instrument.MarginTier;
import io.tradewind.exchange.dispatch.Call;
import io.tradewind.exchange.dispatch.Endpoint;
import io.tradewind.exchange.dispatch.Reply;
import io.tradewind.exchange.limit.OrderLimit;
import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.wire.Json;
import io.tradewind.exchange.wire.Slice;
import io.tradewind.simulation.exchange.futures.AssetView;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.FuturesListing;
import io.tradewind.simulation.exchange.futures.Income;
import io.tradewind.simulation.exchange.futures.MarginChange;
import io.tradewind.simulation.exchange.futures.OrderView;
import io.tradewind.simulation.exchange.futures.PositionView;
import io.tradewind.simulation.exchange.futures.Result;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What an account asks about itself: wallets, positions, money earned and paid, rates. */
final class FuturesAccounts {
  private static final int WEIGHT = 5;
  private static final long MOST_BRACKETS_E8 = Long.MAX_VALUE;
  private static final Slice.Bounds INCOMES = new Slice.Bounds(7 * 24, 100, 1000);
  private static final Slice.Bounds MARGINS = new Slice.Bounds(30 * 24, 500, 500);

  private final FuturesExchange exchange;
  private final Contracts contracts;
  private final FuturesErrors errors;
  private final AccountJson json;
  private final OrderLimit orders;

  FuturesAccounts(
      FuturesExchange exchange, Contracts contracts, FuturesErrors errors, OrderLimit orders) {
    this.exchange = exchange;
    this.contracts = contracts;
    this.errors = errors;
    this.json = new AccountJson(exchange, contracts);
    this.orders = orders;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.signed("GET", "v2/account", WEIGHT, this::oldAccount),
        Endpoint.signed("GET", "v3/account", WEIGHT, this::account),
        Endpoint.signed("GET", "v2/balance", WEIGHT, this::balance),
        Endpoint.signed("GET", "v3/balance", WEIGHT, this::balance),
        Endpoint.signed(
            "GET", "v2/positionRisk", WEIGHT, call -> risks(call, false, json::oldRisk)),
        Endpoint.signed("GET", "v3/positionRisk", WEIGHT, call -> risks(call, true, json::risk)),
        Endpoint.signed("GET", "v1/income", 30, this::incomes),
        Endpoint.signed("GET", "v1/positionMargin/history", 1, this::margins),
        Endpoint.signed("GET", "v1/commissionRate", 20, this::commission),
        Endpoint.signed("GET", "v1/accountConfig", WEIGHT, this::config),
        Endpoint.signed("GET", "v1/symbolConfig", WEIGHT, this::symbols),
        Endpoint.signed("GET", "v1/leverageBracket", 1, this::brackets),
        Endpoint.signed("GET", "v1/rateLimit/order", 1, this::limits),
        Endpoint.signed("GET", "v1/adlQuantile", WEIGHT, this::quantiles),
        Endpoint.signed("GET", "v1/apiTradingStatus", 1, this::status));
  }

  /** Of each margin asset, be it that the account never had it. */
  private List<AssetView> assets(long account) {
    return contracts.all().stream()
        .map(FuturesListing::marginAsset)
        .distinct()
        .sorted()
        .flatMap(asset ->
            exchange.asset(account, asset) instanceof Result.Done<AssetView>(AssetView found)
                ? Stream.of(found)
                : Stream.empty())
        .toList();
  }

  private List<PositionView> positions(long account, Optional<String> symbol) {
    return contracts.all().stream()
        .map(FuturesListing::symbol)
        .filter(each -> symbol.isEmpty() || symbol.get().equals(each))
        .flatMap(each ->
            exchange.positionOf(account, each) instanceof Result.Done<PositionView>(var found)
                ? Stream.of(found)
                : Stream.empty())
        .toList();
  }

  private List<PositionView> used(long account, Optional<String> symbol) {
    return positions(account, symbol).stream()
        .filter(each -> each.amountE8() != 0 || hasOrders(account, each.symbol()))
        .toList();
  }

  private boolean hasOrders(long account, String symbol) {
    return exchange.openOrders(account, symbol)
            instanceof Result.Done<List<OrderView>>(List<OrderView> open)
        && !open.isEmpty();
  }

  private long updatedMs(long account) {
    return exchange.incomes(account) instanceof Result.Done<List<Income>>(List<Income> all)
            && !all.isEmpty()
        ? Json.ms(all.getLast().timeNs())
        : 0;
  }

  private Reply known(Call call, Supplier<JsonNode> answer) {
    return FuturesErrors.when(
        call.parameters(), () -> errors.reply(exchange.assets(call.account()), _ -> answer.get()));
  }

  private Reply oldAccount(Call call) {
    long account = call.account();
    return known(
        call,
        () -> json.old(assets(account), positions(account, Optional.empty()), updatedMs(account)));
  }

  private Reply account(Call call) {
    long account = call.account();
    return known(
        call,
        () -> json.account(assets(account), used(account, Optional.empty()), updatedMs(account)));
  }

  private Reply balance(Call call) {
    return known(call, () -> list(assets(call.account()), this::balance, call.account()));
  }

  private ObjectNode balance(AssetView asset, long account) {
    return AccountJson.balance(asset, updatedMs(account));
  }

  private static <T> ArrayNode list(
      List<T> all, BiFunction<T, Long, ObjectNode> written, long account) {
    ArrayNode answer = Json.array();
    all.forEach(each -> answer.add(written.apply(each, account)));
    return answer;
  }

  private Reply risks(Call call, boolean onlyUsed, Function<PositionView, ObjectNode> written) {
    Optional<String> symbol = contracts.anySymbol(call.parameters());
    return known(
        call,
        () ->
            list(
                onlyUsed ? used(call.account(), symbol) : positions(call.account(), symbol),
                (position, _) -> written.apply(position),
                call.account()));
  }

  private Reply incomes(Call call) {
    Parameters all = call.parameters();
    Optional<String> symbol = contracts.anySymbol(all);
    Optional<String> type = all.optional("incomeType");
    Slice slice = Slice.ofTimes(all, INCOMES);
    OptionalLong page = all.optionalCount("page");
    return FuturesErrors.when(
        all,
        () ->
            errors.reply(
                exchange.incomes(call.account()),
                incomes ->
                    list(
                        cut(
                            incomes.stream()
                                .filter(each -> symbol.isEmpty() || symbol.equals(each.symbol()))
                                .filter(
                                    each -> type.isEmpty() || type.get().equals(each.type().name()))
                                .toList(),
                            slice,
                            page),
                        (income, _) -> income(income),
                        call.account())));
  }

  /** The newest, or the first from a beginning on; where a page is named, that one. */
  private static List<Income> cut(List<Income> incomes, Slice slice, OptionalLong page) {
    return page.isPresent() && page.getAsLong() > 0
        ? slice.page(incomes, page.getAsLong(), each -> Json.ms(each.timeNs()))
        : slice.cut(incomes, Income::transactionId, each -> Json.ms(each.timeNs()));
  }

  private static ObjectNode income(Income income) {
    String trade = income.tradeId().isPresent() ? Long.toString(income.tradeId().getAsLong()) : "";
    return Json.object()
        .put("symbol", income.symbol().orElse(""))
        .put("incomeType", income.type().name())
        .put("income", plain(income.amountE8()))
        .put("asset", income.asset())
        .put("info", trade.isEmpty() ? income.type().name() : trade)
        .put("time", Json.ms(income.timeNs()))
        .put("tranId", income.transactionId())
        .put("tradeId", trade);
  }

  private Reply margins(Call call) {
    Parameters all = call.parameters();
    String symbol = contracts.symbol(all);
    OptionalLong type = all.optionalCount("type");
    Slice slice = Slice.ofTimes(all, MARGINS);
    return FuturesErrors.when(
        all,
        () ->
            errors.reply(
                exchange.marginChanges(call.account()),
                changes ->
                    list(
                        slice.cut(
                            changes.stream()
                                .filter(each -> each.symbol().equals(symbol))
                                .filter(each ->
                                    type.isEmpty() || type.getAsLong() == typeOf(each.amountE8()))
                                .toList(),
                            _ -> 0,
                            each -> Json.ms(each.timeNs())),
                        (change, _) -> margin(change),
                        call.account())));
  }

  /** One adds, two takes out. */
  private static int typeOf(long amountE8) {
    return amountE8 > 0 ? 1 : 2;
  }

  private static ObjectNode margin(MarginChange change) {
    return Json.object()
        .put("symbol", change.symbol())
        .put("type", typeOf(change.amountE8()))
        .put("deltaType", "USER_ADJUST")
        .put("amount", plain(Math.abs(change.amountE8())))
        .put("asset", change.asset())
        .put("time", Json.ms(change.timeNs()))
        .put("positionSide", "BOTH");
  }

  private Reply commission(Call call) {
    String symbol = contracts.symbol(call.parameters());
    return FuturesErrors.when(
        call.parameters(),
        () ->
            errors.reply(
                exchange.listing(symbol),
                symbol,
                listing ->
                    Json.object()
                        .put("symbol", symbol)
                        .put("makerCommissionRate", Json.rate(listing.fees().makerPpm()))
                        .put("takerCommissionRate", Json.rate(listing.fees().takerPpm()))
                        .put("rpiCommissionRate", Json.rate(FuturesListing.RPI_COMMISSION_PPM))));
  }

  private Reply config(Call call) {
    return known(
        call,
        () -> {
          ObjectNode answer = Json.object().put("feeTier", 0).put("dualSidePosition", false);
          return AccountJson.rights(answer, updatedMs(call.account()));
        });
  }

  private Reply symbols(Call call) {
    Optional<String> symbol = contracts.anySymbol(call.parameters());
    return known(
        call,
        () ->
            list(
                positions(call.account(), symbol),
                (position, _) ->
                    Json.object()
                        .put("symbol", position.symbol())
                        .put("marginType", position.config().marginType().name())
                        .put("isAutoAddMargin", false)
                        .put("leverage", position.config().leverage())
                        .put(
                            "maxNotionalValue",
                            AccountJson.whole(position.config().maxNotionalE8())),
                call.account()));
  }

  private Reply brackets(Call call) {
    Optional<String> symbol = contracts.anySymbol(call.parameters());
    return known(
        call,
        () ->
            list(
                contracts.all().stream()
                    .filter(each -> symbol.isEmpty() || symbol.get().equals(each.symbol()))
                    .toList(),
                (listing, _) -> brackets(listing),
                call.account()));
  }

  private static ObjectNode brackets(FuturesListing listing) {
    ObjectNode answer = Json.object().put("symbol", listing.symbol());
    ArrayNode brackets = answer.putArray("brackets");
    for (MarginTier tier : listing.margin().tiers()) {
      brackets
          .addObject()
          .put("bracket", brackets.size())
          .put("initialLeverage", tier.maxLeverage())
          .put("notionalCap", number(tier.capScaled()))
          .put("notionalFloor", number(tier.floorScaled()))
          .put(
              "maintMarginRatio", BigDecimal.valueOf(tier.maintenancePpm(), 6).stripTrailingZeros())
          .put("cum", number(tier.deductionScaled()));
    }
    return answer;
  }

  private static BigDecimal number(long e8) {
    BigDecimal exact = BigDecimal.valueOf(e8 == MOST_BRACKETS_E8 ? e8 - e8 % 100_000_000 : e8, 8);
    return exact.stripTrailingZeros().scale() <= 0 ? exact.setScale(0) : exact.stripTrailingZeros();
  }

  private Reply limits(Call call) {
    return known(
        call, () -> list(orders.rules(), (rule, _) -> FuturesInfo.limit(rule), call.account()));
  }

  private Reply quantiles(Call call) {
    Optional<String> symbol = contracts.anySymbol(call.parameters());
    return known(
        call,
        () ->
            list(
                used(call.account(), symbol),
                (position, _) -> {
                  ObjectNode answer = Json.object().put("symbol", position.symbol());
                  answer.putObject("adlQuantile").put("LONG", 0).put("SHORT", 0).put("BOTH", 0);
                  return answer;
                },
                call.account()));
  }

  private Reply status(Call call) {
    return known(
        call,
        () -> {
          ObjectNode answer = Json.object();
          answer.putObject("indicators");
          return answer.put("updateTime", call.nowMs());
        });
  }
}
