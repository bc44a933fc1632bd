package io.tradewind.exchange.spot;

import static io.tradewind.exchange.request.Parameters.plain;

import io.tradewind.core.order.Side;
import io.tradewind.exchange.symbol.DepthChanges;
import io.tradewind.exchange.symbol.Dialect;
import io.tradewind.exchange.symbol.MarketJson;
import io.tradewind.exchange.symbol.Pace;
import io.tradewind.exchange.symbol.Tickers;
import io.tradewind.exchange.tape.Aggregate;
import io.tradewind.exchange.tape.KlineInterval;
import io.tradewind.exchange.tape.Print;
import io.tradewind.exchange.tape.Tape;
import io.tradewind.exchange.wire.Digits;
import io.tradewind.exchange.wire.Json;
import io.tradewind.simulation.exchange.Depth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import tools.jackson.databind.node.ObjectNode;

/** What the streams of a spot symbol tell. */
final class SpotDialect implements Dialect {
  private static final long SECOND_MS = 1000;
  private static final Map<String, String> LETTERS = letters();

  private final String symbol;
  private final IntFunction<Depth> depths;
  private final Tape tape;

  SpotDialect(String symbol, IntFunction<Depth> depths, Tape tape) {
    this.symbol = symbol;
    this.depths = depths;
    this.tape = tape;
  }

  private static Map<String, String> letters() {
    String all =
        "p priceChange P priceChangePercent w weightedAvgPrice x prevClosePrice c lastPrice"
            + " Q lastQty b bidPrice B bidQty a askPrice A askQty o openPrice h highPrice"
            + " l lowPrice v volume q quoteVolume O openTime C closeTime F firstId L lastId"
            + " n count";
    String[] words = all.split(" ", -1);
    Map<String, String> letters = new LinkedHashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      letters.put(words[i], words[i + 1]);
    }
    return letters;
  }

  @Override
  public Digits digits() {
    return Digits.EIGHT;
  }

  @Override
  public ObjectNode trade(Print print, long nowMs) {
    return MarketJson.event("trade", symbol, nowMs)
        .put("t", print.id())
        .put("p", plain(print.priceE8()))
        .put("q", plain(print.qtyE8()))
        .put("T", print.timeMs())
        .put("m", print.buyerIsMaker())
        .put("M", true);
  }

  @Override
  public ObjectNode aggregate(Aggregate aggregate, long nowMs) {
    ObjectNode json = MarketJson.event("aggTrade", symbol, nowMs);
    json.setAll(SpotMarketData.aggregate(aggregate));
    return json;
  }

  @Override
  public ObjectNode top(Depth depth, long nowMs) {
    ObjectNode json = Json.object().put("u", depth.lastUpdateId()).put("s", symbol);
    return SpotTickers.TICKERS.top(json, depth, Tickers.TopNames.SHORT);
  }

  @Override
  public ObjectNode changes(DepthChanges changes, long nowMs) {
    ObjectNode json =
        MarketJson.event("depthUpdate", symbol, nowMs)
            .put("U", changes.firstId())
            .put("u", changes.lastId());
    changes.write(Side.BUY, json.putArray("b"));
    changes.write(Side.SELL, json.putArray("a"));
    return json;
  }

  @Override
  public ObjectNode part(Depth depth, DepthChanges changes, long nowMs) {
    return SpotMarketData.depth(depth);
  }

  @Override
  public ObjectNode ticker(long nowMs) {
    ObjectNode day = SpotTickers.day(symbol, tape, depths.apply(1), nowMs);
    ObjectNode json = MarketJson.event("24hrTicker", symbol, nowMs);
    LETTERS.forEach((letter, name) -> json.set(letter, day.get(name)));
    return json;
  }

  @Override
  public List<Speed> speeds() {
    return List.of(new Speed("@100ms", 100), new Speed("", SECOND_MS));
  }

  @Override
  public List<Candles> candles() {
    return List.of(
        new Candles(
            symbol.toLowerCase(Locale.ROOT) + "@kline_",
            (candle, nowMs) -> {
              ObjectNode json = MarketJson.event("kline", symbol, nowMs);
              json.set("k", candle);
              return json;
            },
            (interval, nowMs) ->
                Pace.isDue(nowMs, interval == KlineInterval.S1 ? SECOND_MS : 2 * SECOND_MS)));
  }

  @Override
  public long tickerMs() {
    return SECOND_MS;
  }

  /** The average of the last five minutes. */
  ObjectNode average(long nowMs) {
    return MarketJson.event("avgPrice", symbol, nowMs)
        .put("i", "5m")
        .put(
            "w",
            plain(tape.summary(5, nowMs).map(each -> Tickers.average(each.candle())).orElse(0L)))
        .put("T", tape.last().map(Print::timeMs).orElse(0L));
  }
}
