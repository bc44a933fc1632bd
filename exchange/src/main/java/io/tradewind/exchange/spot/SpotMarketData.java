package io.tradewind.exchange.spot;

import static io.tradewind.exchange.request.Parameters.plain;
import static io.tradewind.exchange.request.WireError.badRequest;

import io.tradewind.exchange.dispatch.Call;
import io.tradewind.exchange.dispatch.Endpoint;
import io.tradewind.exchange.dispatch.Reply;
import io.tradewind.exchange.limit.OrderLimit;
import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.request.WireError;
import io.tradewind.exchange.spot.SpotErrors.Of;
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
import io.tradewind.simulation.exchange.spot.Listing;
import io.tradewind.simulation.exchange.spot.Result;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What everybody may ask: times, symbols, books, trades, candles, tickers. */
final class SpotMarketData {
  private static final int MOST_LEVELS = 5000;
  private static final int USUAL_LEVELS = 100;
  private static final int DAY_MINUTES = 1440;
  private static final long MINUTE_MS = 60_000;
  private static final long DAY_MS = DAY_MINUTES * MINUTE_MS;

  private final SpotExchange exchange;
  private final Tapes tapes;
  private final long weightLimit;
  private final OrderLimit orders;

  SpotMarketData(SpotExchange exchange, Tapes tapes, long weightLimit, OrderLimit orders) {
    this.exchange = exchange;
    this.tapes = tapes;
    this.weightLimit = weightLimit;
    this.orders = orders;
  }

  List<Endpoint> endpoints() {
    return List.of(
        Endpoint.open("ping", 1, call -> Asked.when(call.parameters(), this::nothing)),
        Endpoint.open("time", 1, this::time),
        Endpoint.open("exchangeInfo", 20, this::info),
        Endpoint.open("depth", SpotMarketData::depthWeight, this::depth),
        Endpoint.open("trades", 25, this::trades),
        Endpoint.open("historicalTrades", 25, this::trades),
        Endpoint.open("aggTrades", 4, this::aggregates),
        Endpoint.open("klines", 2, this::klines),
        Endpoint.open("uiKlines", 2, this::klines),
        Endpoint.open("avgPrice", 2, this::averagePrice),
        Endpoint.open(
            "ticker/24hr", all -> weight(all, 2, 80), call -> ofEach(call, true, this::day)),
        Endpoint.open(
            "ticker/tradingDay",
            all -> weight(all, 4, 200),
            call -> ofEach(call, false, this::tradingDay)),
        Endpoint.open("ticker", all -> weight(all, 4, 200), this::windows),
        Endpoint.open(
            "ticker/price", all -> weight(all, 2, 4), call -> ofEach(call, true, this::price)),
        Endpoint.open(
            "ticker/bookTicker",
            all -> weight(all, 2, 4),
            call -> ofEach(call, true, this::bookTicker)));
  }

  private static int weight(Parameters all, int ofOne, int ofAll) {
    return all.has("symbol") ? ofOne : ofAll;
  }

  private Reply nothing() {
    return new Reply.Done(Json.object());
  }

  private Reply time(Call call) {
    return Asked.when(
        call.parameters(), () -> new Reply.Done(Json.object().put("serverTime", call.nowMs())));
  }

  private Reply info(Call call) {
    Parameters all = call.parameters();
    all.optional("permissions");
    all.optional("showPermissionSets");
    Optional<String> status = all.optional("symbolStatus");
    Optional<List<Listing>> listings = listings(all, true);
    return Asked.when(
        all,
        () ->
            new Reply.Done(
                SpotInfo.of(
                    listings.orElseThrow().stream()
                        .filter(
                            each -> status.isEmpty() || each.status().name().equals(status.get()))
                        .toList(),
                    weightLimit,
                    orders,
                    call.nowMs())));
  }

  /** The symbols that are meant: one, some in a list of JSON, or, where that is allowed, all. */
  private Optional<List<Listing>> listings(Parameters all, boolean mayBeAll) {
    Optional<String> one = all.optional("symbol");
    Optional<String> some = all.optional("symbols");
    if (one.isPresent() && some.isPresent()) {
      all.fail(badRequest(-1128, "Combination of optional parameters invalid."));
    }
    if (one.isEmpty() && some.isEmpty() && !mayBeAll) {
      all.fail(WireError.missingBoth("symbol", "symbols"));
    }
    List<String> names =
        one.map(List::of).orElseGet(() -> some.map(text -> names(all, text)).orElse(List.of()));
    if (one.isEmpty() && some.isEmpty()) {
      return Optional.of(exchange.listings());
    }
    List<Listing> found = new ArrayList<>();
    for (String name : names) {
      if (exchange.listing(name) instanceof Result.Done<Listing>(Listing listing)) {
        found.add(listing);
      } else {
        all.fail(badRequest(-1121, "Invalid symbol."));
      }
    }
    return Optional.of(found);
  }

  private static List<String> names(Parameters all, String json) {
    try {
      JsonNode names = JsonMapper.shared().readTree(json);
      if (names.isArray() && names.valueStream().allMatch(JsonNode::isString)) {
        List<String> texts = names.valueStream().map(JsonNode::stringValue).toList();
        if (texts.stream().distinct().count() < texts.size()) {
          all.fail(badRequest(-1151, "Symbol is present multiple times in the list."));
        }
        return texts;
      }
    } catch (JacksonException broken) {
      // Told below, as what is no list of texts.
    }
    all.fail(
        WireError.illegal(
            "symbols", "^\\[(\"[A-Z0-9-_.]{1,20}\"(,\"[A-Z0-9-_.]{1,20}\"){0,}){0,1}\\]$"));
    return List.of();
  }

  /** An object for one symbol, a list for several. */
  private Reply ofEach(
      Call call, boolean mayBeAll, BiFunction<Listing, Call, Optional<ObjectNode>> ticker) {
    Parameters all = call.parameters();
    Optional<List<Listing>> listings = listings(all, mayBeAll);
    boolean isOne = all.has("symbol");
    all.optional("type");
    all.optional("timeZone");
    all.optional("symbolStatus");
    return Asked.when(
        all,
        () -> {
          List<ObjectNode> told =
              listings.orElseThrow().stream()
                  .flatMap(each -> ticker.apply(each, call).stream())
                  .toList();
          if (isOne) {
            return new Reply.Done(told.isEmpty() ? Json.object() : told.getFirst());
          }
          ArrayNode json = Json.array();
          told.forEach(json::add);
          return new Reply.Done(json);
        });
  }

  private static int depthWeight(Parameters all) {
    long levels = levels(all);
    if (levels <= 100) {
      return 5;
    }
    return levels <= 500 ? 25 : levels <= 1000 ? 50 : 250;
  }

  private static int levels(Parameters all) {
    return (int) Math.min(MOST_LEVELS, all.optionalCount("limit").orElse(USUAL_LEVELS));
  }

  private Reply depth(Call call) {
    Parameters all = call.parameters();
    String symbol = all.text("symbol");
    int levels = levels(all);
    return Asked.when(
        all, () -> Asked.reply(exchange.depth(symbol, levels), Of.QUERY, SpotMarketData::depth));
  }

  static ObjectNode depth(Depth depth) {
    ObjectNode json = Json.object().put("lastUpdateId", depth.lastUpdateId());
    MarketJson.levels(json.putArray("bids"), depth.bids(), Digits.EIGHT);
    MarketJson.levels(json.putArray("asks"), depth.asks(), Digits.EIGHT);
    return json;
  }

  /** What is known of a symbol's trades, if there is such a symbol. */
  private Reply ofTape(Call call, Function<Tape, JsonNode> json) {
    Parameters all = call.parameters();
    String symbol = all.text("symbol");
    return Asked.when(
        all,
        () ->
            Asked.reply(
                exchange.listing(symbol), Of.QUERY, listing -> json.apply(tapes.of(symbol))));
  }

  private Reply trades(Call call) {
    Slice range = Slice.ofIds(call.parameters(), "fromId", Asked.BOUNDS);
    return ofTape(
        call,
        tape -> {
          ArrayNode json = Json.array();
          for (Print each : range.cut(tape.prints(), Print::id, Print::timeMs)) {
            json.add(MarketJson.trade(each, Digits.EIGHT).put("isBestMatch", true));
          }
          return json;
        });
  }

  private Reply aggregates(Call call) {
    Slice range = Slice.of(call.parameters(), "fromId", Asked.BOUNDS);
    return ofTape(
        call,
        tape -> {
          ArrayNode json = Json.array();
          range
              .cut(tape.aggregates(), Aggregate::id, Aggregate::timeMs)
              .forEach(each -> json.add(aggregate(each)));
          return json;
        });
  }

  static ObjectNode aggregate(Aggregate each) {
    return MarketJson.aggregate(each, Digits.EIGHT).put("M", true);
  }

  private Reply klines(Call call) {
    Parameters all = call.parameters();
    all.text("interval");
    Optional<KlineInterval> interval =
        all.choice("interval", KlineInterval::of, badRequest(-1120, "Invalid interval."));
    all.optional("timeZone");
    Slice range = Slice.ofTimes(all, Asked.BOUNDS);
    return ofTape(
        call,
        tape -> {
          ArrayNode json = Json.array();
          List<Kline> candles = tape.klines(interval.orElseThrow(), call.nowMs());
          range
              .cut(candles, Kline::openMs, Kline::openMs)
              .forEach(each -> json.add(MarketJson.kline(each, Digits.EIGHT)));
          return json;
        });
  }

  private Reply averagePrice(Call call) {
    return ofTape(
        call,
        tape -> {
          Optional<Summary> minutes = tape.summary(5, call.nowMs());
          return Json.object()
              .put("mins", 5)
              .put("price", plain(minutes.map(each -> Tickers.average(each.candle())).orElse(0L)))
              .put("closeTime", tape.last().map(Print::timeMs).orElse(0L));
        });
  }

  private Optional<ObjectNode> day(Listing listing, Call call) {
    return Optional.of(
        SpotTickers.day(
            listing.symbol(), tapes.of(listing.symbol()), top(listing.symbol()), call.nowMs()));
  }

  private Optional<ObjectNode> tradingDay(Listing listing, Call call) {
    long fromMs = call.nowMs() - Math.floorMod(call.nowMs(), DAY_MS);
    return Optional.of(
        SpotTickers.window(listing.symbol(), tapes.of(listing.symbol()), fromMs, call.nowMs()));
  }

  private Reply windows(Call call) {
    Optional<Integer> minutes =
        call.parameters()
            .choice(
                "windowSize",
                SpotMarketData::minutes,
                badRequest(-1130, "Data sent for parameter 'windowSize' is not valid."));
    return ofEach(
        call,
        false,
        (listing, asked) -> {
          long thisMinute = asked.nowMs() - asked.nowMs() % MINUTE_MS;
          long fromMs = thisMinute - (minutes.orElse(DAY_MINUTES) - 1) * MINUTE_MS;
          return Optional.of(
              SpotTickers.window(
                  listing.symbol(), tapes.of(listing.symbol()), fromMs, asked.nowMs()));
        });
  }

  /** Such as 5m, 4h, 7d: up to 59 minutes, 23 hours, 7 days. */
  private static Optional<Integer> minutes(String text) {
    if (!text.matches("[1-9][0-9]?[mhd]")) {
      return Optional.empty();
    }
    int count = Integer.parseInt(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 'm' -> count <= 59 ? Optional.of(count) : Optional.empty();
      case 'h' -> count <= 23 ? Optional.of(count * 60) : Optional.empty();
      default -> count <= 7 ? Optional.of(count * DAY_MINUTES) : Optional.empty();
    };
  }

  private Optional<ObjectNode> price(Listing listing, Call call) {
    return tapes
        .of(listing.symbol())
        .last()
        .map(print ->
            Json.object().put("symbol", listing.symbol()).put("price", plain(print.priceE8())));
  }

  private Optional<ObjectNode> bookTicker(Listing listing, Call call) {
    Depth top = top(listing.symbol());
    ObjectNode json = Json.object().put("symbol", listing.symbol());
    return Optional.of(SpotTickers.TICKERS.top(json, top, Tickers.TopNames.LONG));
  }

  private Depth top(String symbol) {
    return switch (exchange.depth(symbol, 1)) {
      case Result.Done<Depth>(Depth depth) -> depth;
      case Result.Refused<Depth> _ -> Depth.EMPTY;
    };
  }
}
