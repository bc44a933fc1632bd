package io.tradewind.exchange.futures;

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
import tools.jackson.databind.node.ObjectNode;

/** What the streams of a contract tell. */
final class FuturesDialect implements Dialect {
  private static final long CANDLE_MS = 250;
  private static final long TICKER_MS = 2000;
  private static final Map<String, String> LETTERS = letters();

  private final String symbol;
  private final Digits digits;
  private final Tape tape;

  FuturesDialect(String symbol, Digits digits, Tape tape) {
    this.symbol = symbol;
    this.digits = digits;
    this.tape = tape;
  }

  private static Map<String, String> letters() {
    Map<String, String> letters = new LinkedHashMap<>();
    letters.put("p", "priceChange");
    letters.put("P", "priceChangePercent");
    letters.put("w", "weightedAvgPrice");
    letters.put("c", "lastPrice");
    letters.put("Q", "lastQty");
    letters.put("o", "openPrice");
    letters.put("h", "highPrice");
    letters.put("l", "lowPrice");
    letters.put("v", "volume");
    letters.put("q", "quoteVolume");
    letters.put("O", "openTime");
    letters.put("C", "closeTime");
    letters.put("F", "firstId");
    letters.put("L", "lastId");
    letters.put("n", "count");
    return letters;
  }

  @Override
  public Digits digits() {
    return digits;
  }

  @Override
  public ObjectNode trade(Print print, long nowMs) {
    return MarketJson.event("trade", symbol, nowMs)
        .put("T", print.timeMs())
        .put("t", print.id())
        .put("p", digits.price(print.priceE8()))
        .put("q", digits.qty(print.qtyE8()))
        .put("X", "MARKET")
        .put("m", print.buyerIsMaker())
        .put("st", 1);
  }

  @Override
  public ObjectNode aggregate(Aggregate aggregate, long nowMs) {
    ObjectNode json = MarketJson.event("aggTrade", symbol, nowMs);
    json.setAll(FuturesMarketData.aggregate(aggregate, digits));
    return json.put("st", 1);
  }

  @Override
  public ObjectNode top(Depth depth, long nowMs) {
    ObjectNode json =
        Json.object()
            .put("e", "bookTicker")
            .put("u", depth.lastUpdateId())
            .put("E", nowMs)
            .put("T", nowMs)
            .put("s", symbol);
    new Tickers(digits).top(json, depth, Tickers.TopNames.SHORT);
    return json.put("ps", symbol).put("st", 1);
  }

  private ObjectNode depth(DepthChanges changes, long nowMs) {
    return MarketJson.event("depthUpdate", symbol, nowMs)
        .put("T", nowMs)
        .put("U", changes.firstId())
        .put("u", changes.lastId())
        .put("pu", changes.previousId());
  }

  @Override
  public ObjectNode changes(DepthChanges changes, long nowMs) {
    ObjectNode json = depth(changes, nowMs);
    changes.write(Side.BUY, json.putArray("b"));
    changes.write(Side.SELL, json.putArray("a"));
    return json.put("ps", symbol).put("st", 1);
  }

  @Override
  public ObjectNode part(Depth depth, DepthChanges changes, long nowMs) {
    ObjectNode json = depth(changes, nowMs);
    MarketJson.levels(json.putArray("b"), depth.bids(), digits);
    MarketJson.levels(json.putArray("a"), depth.asks(), digits);
    return json;
  }

  @Override
  public ObjectNode ticker(long nowMs) {
    ObjectNode day = FuturesMarketData.day(symbol, tape, digits, nowMs);
    ObjectNode json = MarketJson.event("24hrTicker", symbol, nowMs);
    LETTERS.forEach((letter, name) -> json.set(letter, day.get(name)));
    return json;
  }

  @Override
  public List<Speed> speeds() {
    return List.of(new Speed("@100ms", 100), new Speed("@500ms", 500), new Speed("", 250));
  }

  @Override
  public List<Candles> candles() {
    String name = symbol.toLowerCase(Locale.ROOT);
    return List.of(
        new Candles(
            name + "@kline_",
            (candle, nowMs) -> {
              ObjectNode json = MarketJson.event("kline", symbol, nowMs);
              json.set("k", candle);
              return json;
            },
            FuturesDialect::isDue),
        new Candles(
            name + "_perpetual@continuousKline_",
            (candle, nowMs) -> {
              ObjectNode json =
                  Json.object()
                      .put("e", "continuous_kline")
                      .put("E", nowMs)
                      .put("ps", symbol)
                      .put("ct", "PERPETUAL");
              candle.remove("s");
              json.set("k", candle);
              return json;
            },
            FuturesDialect::isDue));
  }

  /** There are no candles of seconds. */
  private static boolean isDue(KlineInterval interval, long nowMs) {
    return interval != KlineInterval.S1 && Pace.isDue(nowMs, CANDLE_MS);
  }

  @Override
  public long tickerMs() {
    return TICKER_MS;
  }
}
