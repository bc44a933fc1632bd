package io.tradewind.exchange.futures;

import static io.tradewind.exchange.request.Parameters.plain;
import static io.tradewind.exchange.request.WireError.badRequest;

import io.tradewind.exchange.dispatch.Call;
import io.tradewind.exchange.dispatch.Endpoint;
import io.tradewind.exchange.dispatch.Reply;
import io.tradewind.exchange.dispatch.Security;
import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.symbol.MarketJson;
import io.tradewind.exchange.symbol.Tapes;
import io.tradewind.exchange.symbol.Tickers;
import io.tradewind.exchange.tape.Aggregate;
import io.tradewind.exchange.tape.Kline;
import io.tradewind.exchange.tape.KlineInterval;
import io.tradewind.exchange.tape.Print;
import io.tradewind.exchange.tape.Summary;
import io.tradewind.exchange.tape.Tape;
import io.tradewind.exchange.wire.Digits;
import io.tradewind.exchange.wire.Json;
import io.tradewind.exchange.wire.Slice;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.futures.FundingRate;
import io.tradewind.simulation.exchange.futures.FundingView;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.FuturesListing;
import io.tradewind.simulation.exchange.futures.MarketPrices;
import io.tradewind.simulation.exchange.futures.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What everybody may ask: times, contracts, books, trades, candles, tickers, marks, funding. */
final class FuturesMarketData {
  private static final List<Long> LEVELS = List.of(5L, 10L, 20L, 50L, 100L, 500L, 1000L);
  private static final long USUAL_LEVELS = 500;
  private static final long RPI_LEVELS = 1000;
  private static final Slice.Bounds AGGREGATES = new Slice.Bounds(1, 500, 1000);
  private static final Slice.Bounds TRADES = new Slice.Bounds(24, 500, 1000);
  private static final Slice.Bounds OLD_TRADES = new Slice.Bounds(24, 100, 500);
  private static final Slice.Bounds CANDLES = new Slice.Bounds(24, 500, 1500);
  private static final Slice.Bounds FUNDINGS = new Slice.Bounds(24, 100, 1000);
  private static final Digits LOOKS = new Digits(8, 0);

  private final FuturesExchange exchange;
  private final Contracts contracts;
  private final FuturesErrors errors;
  private final FuturesInfo info;
  private final Traded traded;

  /** The tapes of trades and of marks. */
  record Traded(Tapes tapes, MarkTapes marks) {}

  FuturesMarketData(
      FuturesExchange exchange,
      Contracts contracts,
      FuturesErrors errors,
      FuturesInfo info,
      Traded traded) {
    this.exchange = exchange;
    this.contracts = contracts;
    this.errors = errors;
    this.info = info;
    this.traded = traded;
  }

  List<Endpoint> endpoints() {
    List<Endpoint> all = new ArrayList<>(candles());
    all.addAll(
        List.of(
            Endpoint.open("v1/ping", 1, _ -> new Reply.Done(Json.object())),
            Endpoint.open("v1/time", 1, FuturesMarketData::time),
            Endpoint.open("v1/exchangeInfo", 1, call -> new Reply.Done(info.of(call.nowMs()))),
            Endpoint.open("v1/depth", FuturesMarketData::depthWeight, this::depth),
            Endpoint.open("v1/rpiDepth", 20, this::rpiDepth),
            Endpoint.open("v1/trades", 5, call -> trades(call, TRADES)),
            new Endpoint(
                "GET",
                "v1/historicalTrades",
                Security.KEY,
                0,
                _ -> 20,
                call -> trades(call, OLD_TRADES)),
            Endpoint.open("v1/aggTrades", 20, this::aggregates),
            Endpoint.open("v1/premiumIndex", all(1, 10), call -> ofEach(call, this::premium)),
            Endpoint.open("v1/fundingRate", 0, this::fundings),
            Endpoint.open("v1/fundingInfo", 0, _ -> new Reply.Done(Json.array())),
            Endpoint.open("v1/ticker/24hr", all(1, 40), call -> ofEach(call, this::day)),
            Endpoint.open("v1/ticker/price", all(1, 2), call -> ofEach(call, this::price)),
            Endpoint.open("v2/ticker/price", all(1, 2), call -> ofEach(call, this::price)),
            Endpoint.open(
                "v1/ticker/bookTicker", all(2, 5), call -> ofEach(call, this::bookTicker)),
            Endpoint.open("v1/openInterest", 1, this::openInterest)));
    return all;
  }

  private List<Endpoint> candles() {
    return List.of(
        candles("klines", "symbol", Optional.empty()),
        candles("continuousKlines", "pair", Optional.empty()),
        candles("markPriceKlines", "symbol", Optional.of(MarkTapes.Of.MARK)),
        candles("indexPriceKlines", "pair", Optional.of(MarkTapes.Of.INDEX)),
        candles("premiumIndexKlines", "symbol", Optional.of(MarkTapes.Of.PREMIUM)));
  }

  private Endpoint candles(String path, String name, Optional<MarkTapes.Of> what) {
    return Endpoint.open(
        "v1/" + path, FuturesMarketData::candleWeight, call -> klines(call, name, what));
  }

  private static ToIntFunction<Parameters> all(int ofOne, int ofAll) {
    return all -> all.has("symbol") ? ofOne : ofAll;
  }

  private static int candleWeight(Parameters all) {
    long limit = all.optionalCount("limit").orElse(500);
    if (limit < 100) {
      return 1;
    }
    return limit < 500 ? 2 : limit <= 1000 ? 5 : 10;
  }

  private static int depthWeight(Parameters all) {
    long limit = all.optionalCount("limit").orElse(USUAL_LEVELS);
    if (limit <= 50) {
      return 2;
    }
    return limit <= 100 ? 5 : limit <= 500 ? 10 : 20;
  }

  private static Reply time(Call call) {
    return new Reply.Done(Json.object().put("serverTime", call.nowMs()));
  }

  /** An object for one symbol, a list for all. */
  private Reply ofEach(Call call, BiFunction<String, Long, Optional<ObjectNode>> ticker) {
    Optional<String> symbol = contracts.anySymbol(call.parameters());
    return FuturesErrors.when(
        call.parameters(),
        () -> {
          if (symbol.isPresent()) {
            return new Reply.Done(ticker.apply(symbol.get(), call.nowMs()).orElseGet(Json::object));
          }
          ArrayNode json = Json.array();
          contracts
              .all()
              .forEach(each -> ticker.apply(each.symbol(), call.nowMs()).ifPresent(json::add));
          return new Reply.Done(json);
        });
  }

  private Reply depth(Call call) {
    return depth(call, USUAL_LEVELS, LEVELS, contracts::depth);
  }

  private Reply rpiDepth(Call call) {
    return depth(call, RPI_LEVELS, List.of(RPI_LEVELS), contracts::rpiDepth);
  }

  private Reply depth(
      Call call, long usual, List<Long> allowed, BiFunction<String, Integer, Depth> books) {
    Parameters all = call.parameters();
    String symbol = contracts.symbol(all);
    long levels = all.optionalCount("limit").orElse(usual);
    if (!allowed.contains(levels)) {
      all.fail(badRequest(-4021, "'%s' is not valid depth limit.", levels));
    }
    return FuturesErrors.when(
        all,
        () -> {
          Depth depth = books.apply(symbol, (int) levels);
          Digits digits = contracts.digits(symbol);
          ObjectNode json =
              Json.object()
                  .put("lastUpdateId", depth.lastUpdateId())
                  .put("E", call.nowMs())
                  .put("T", call.nowMs());
          MarketJson.levels(json.putArray("bids"), depth.bids(), digits);
          MarketJson.levels(json.putArray("asks"), depth.asks(), digits);
          return new Reply.Done(json);
        });
  }

  private Reply trades(Call call, Slice.Bounds bounds) {
    String symbol = contracts.symbol(call.parameters());
    Slice slice = Slice.ofIds(call.parameters(), "fromId", bounds);
    return FuturesErrors.when(
        call.parameters(),
        () -> {
          ArrayNode json = Json.array();
          Digits digits = contracts.digits(symbol);
          for (Print each :
              slice.cut(traded.tapes().of(symbol).prints(), Print::id, Print::timeMs)) {
            json.add(MarketJson.trade(each, digits).put("isRPITrade", each.rpi()));
          }
          return new Reply.Done(json);
        });
  }

  private Reply aggregates(Call call) {
    String symbol = contracts.symbol(call.parameters());
    Slice slice = Slice.of(call.parameters(), "fromId", AGGREGATES);
    return FuturesErrors.when(
        call.parameters(),
        () -> {
          ArrayNode json = Json.array();
          Digits digits = contracts.digits(symbol);
          slice
              .cut(traded.tapes().of(symbol).aggregates(), Aggregate::id, Aggregate::timeMs)
              .forEach(each -> json.add(aggregate(each, digits)));
          return new Reply.Done(json);
        });
  }

  /** With what of it was no retail price improvement. */
  static ObjectNode aggregate(Aggregate each, Digits digits) {
    return MarketJson.aggregate(each, digits).put("nq", digits.qty(each.normalE8()));
  }

  private Reply klines(Call call, String name, Optional<MarkTapes.Of> what) {
    Parameters all = call.parameters();
    String symbol = all.text(name);
    all.text("interval");
    contracts.listed(all, symbol);
    if (all.has("contractType") && !all.optional("contractType").equals(Optional.of("PERPETUAL"))) {
      all.fail(badRequest(-4104, "Invalid contract type"));
    }
    Optional<KlineInterval> interval =
        all.choice("interval", FuturesMarketData::interval, badRequest(-1120, "Invalid interval."));
    Slice slice = Slice.ofTimes(all, CANDLES);
    return FuturesErrors.when(
        all,
        () -> {
          Tape tape =
              what.map(each -> traded.marks().of(each, symbol))
                  .orElseGet(() -> traded.tapes().of(symbol));
          Digits digits = what.isPresent() ? LOOKS : contracts.digits(symbol);
          ArrayNode json = Json.array();
          slice
              .cut(tape.klines(interval.orElseThrow(), call.nowMs()), Kline::openMs, Kline::openMs)
              .forEach(each -> json.add(MarketJson.kline(each, digits)));
          return new Reply.Done(json);
        });
  }

  /** Futures have no candles of seconds. */
  private static Optional<KlineInterval> interval(String label) {
    return KlineInterval.of(label).filter(each -> each != KlineInterval.S1);
  }

  private Optional<ObjectNode> premium(String symbol, long nowMs) {
    if (!(exchange.prices(symbol) instanceof Result.Done<MarketPrices>(MarketPrices prices))
        || !(exchange.funding(symbol) instanceof Result.Done<FundingView>(FundingView funding))) {
      return Optional.empty();
    }
    return Optional.of(
        Json.object()
            .put("symbol", symbol)
            .put("markPrice", plain(prices.markE8()))
            .put("indexPrice", plain(prices.indexE8()))
            .put("estimatedSettlePrice", plain(prices.indexE8()))
            .put("lastFundingRate", plain(funding.rateE8()))
            .put("interestRate", "0.00010000")
            .put("nextFundingTime", Json.ms(funding.nextNs()))
            .put("time", nowMs));
  }

  private Reply fundings(Call call) {
    Parameters all = call.parameters();
    Optional<String> symbol = contracts.anySymbol(all);
    Slice slice = Slice.ofTimes(all, FUNDINGS);
    return FuturesErrors.when(
        all,
        () -> {
          List<ObjectNode> found = new ArrayList<>();
          for (FuturesListing each : contracts.all()) {
            if (symbol.isEmpty() || symbol.get().equals(each.symbol())) {
              found.addAll(fundings(each.symbol()));
            }
          }
          found.sort(Comparator.comparingLong(each -> each.get("fundingTime").longValue()));
          ArrayNode json = Json.array();
          slice.cut(found, _ -> 0, each -> each.get("fundingTime").longValue()).forEach(json::add);
          return new Reply.Done(json);
        });
  }

  private List<ObjectNode> fundings(String symbol) {
    return switch (exchange.fundings(symbol)) {
      case Result.Refused<List<FundingRate>> _ -> List.of();
      case Result.Done<List<FundingRate>>(List<FundingRate> fundings) ->
          fundings.stream()
              .map(each ->
                  Json.object()
                      .put("symbol", symbol)
                      .put("fundingRate", plain(each.rateE8()))
                      .put("fundingTime", Json.ms(each.timeNs()))
                      .put("markPrice", plain(each.markE8()))
                      .put("rateType", "Regular"))
              .toList();
    };
  }

  private Optional<ObjectNode> day(String symbol, long nowMs) {
    return Optional.of(day(symbol, traded.tapes().of(symbol), contracts.digits(symbol), nowMs));
  }

  /** The last 24 hours, to the minute. */
  static ObjectNode day(String symbol, Tape tape, Digits digits, long nowMs) {
    Tickers tickers = new Tickers(digits);
    Optional<Summary> all = Tickers.day(tape, nowMs);
    ObjectNode json = tickers.change(Json.object().put("symbol", symbol), all);
    tickers.lastQty(tickers.last(json, all), tape);
    return Tickers.countsOfDay(tickers.prices(json, all), all, nowMs);
  }

  private Optional<ObjectNode> price(String symbol, long nowMs) {
    return traded
        .tapes()
        .of(symbol)
        .last()
        .map(print ->
            Json.object()
                .put("symbol", symbol)
                .put("price", contracts.digits(symbol).price(print.priceE8()))
                .put("time", print.timeMs()));
  }

  private Optional<ObjectNode> bookTicker(String symbol, long nowMs) {
    Depth depth = contracts.depth(symbol, 1);
    ObjectNode json = Json.object().put("lastUpdateId", depth.lastUpdateId()).put("symbol", symbol);
    new Tickers(contracts.digits(symbol)).top(json, depth, Tickers.TopNames.LONG);
    return Optional.of(json.put("time", nowMs));
  }

  private Reply openInterest(Call call) {
    String symbol = contracts.symbol(call.parameters());
    return FuturesErrors.when(
        call.parameters(),
        () ->
            errors.reply(
                exchange.openInterestE8(symbol),
                symbol,
                open ->
                    Json.object()
                        .put("openInterest", contracts.digits(symbol).qty(open))
                        .put("symbol", symbol)
                        .put("time", call.nowMs())));
  }
}
