package io.tradewind.exchange.spot;

import static io.tradewind.exchange.request.Parameters.plain;

import io.tradewind.core.order.Side;
import io.tradewind.exchange.stream.StreamHub;
import io.tradewind.exchange.tape.Aggregate;
import io.tradewind.exchange.tape.Kline;
import io.tradewind.exchange.tape.KlineInterval;
import io.tradewind.exchange.tape.Print;
import io.tradewind.exchange.tape.Tape;
import io.tradewind.simulation.exchange.spot.Depth;
import io.tradewind.simulation.exchange.spot.LevelChange;
import io.tradewind.simulation.exchange.spot.Result;
import io.tradewind.simulation.exchange.spot.SpotExchange;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * The market streams of one symbol. Trades are told as they come, aggregates and best prices after
 * each action, books every 100 ms and every second, candles and tickers every second or two.
 */
final class SymbolStreams {
  private static final List<Integer> PARTS = List.of(5, 10, 20);
  private static final long FAST_MS = 100;
  private static final long SECOND_MS = 1000;

  private final String symbol;
  private final String name;
  private final SpotExchange exchange;
  private final StreamHub hub;
  private final Tape tape;
  private final DepthChanges fast = new DepthChanges();
  private final DepthChanges slow = new DepthChanges();
  private final Map<KlineInterval, Kline> told = new EnumMap<>(KlineInterval.class);
  private Optional<Aggregate> lastAggregate = Optional.empty();
  private Optional<Top> lastTop = Optional.empty();
  private boolean hasTraded;
  private long flushedId;

  /** The best prices, as they were told. */
  private record Top(String bid, String bidQty, String ask, String askQty) {}

  SymbolStreams(String symbol, SpotExchange exchange, StreamHub hub, Tape tape) {
    this.symbol = symbol;
    this.name = symbol.toLowerCase(Locale.ROOT);
    this.exchange = exchange;
    this.hub = hub;
    this.tape = tape;
  }

  void onTrade(Print print, long nowMs) {
    hasTraded = true;
    if (lastAggregate.isPresent()
        && tape.lastAggregate().isPresent()
        && tape.lastAggregate().get().id() != lastAggregate.get().id()) {
      tellAggregate(lastAggregate.get(), nowMs);
    }
    lastAggregate = tape.lastAggregate();
    hub.tell(
        name + "@trade",
        () ->
            event("trade", nowMs)
                .put("t", print.id())
                .put("p", plain(print.priceE8()))
                .put("q", plain(print.qtyE8()))
                .put("T", print.timeMs())
                .put("m", print.buyerIsMaker())
                .put("M", true)
                .toString());
  }

  void onLevel(LevelChange change) {
    fast.add(change);
    slow.add(change);
  }

  /** An action is over. */
  void flush(long nowMs) {
    lastAggregate.ifPresent(each -> tellAggregate(each, nowMs));
    lastAggregate = Optional.empty();
    if (fast.lastId() != flushedId) {
      flushedId = fast.lastId();
      tellTop();
    }
  }

  private void tellAggregate(Aggregate aggregate, long nowMs) {
    hub.tell(
        name + "@aggTrade",
        () -> {
          ObjectNode json = event("aggTrade", nowMs);
          json.setAll(SpotMarketData.aggregate(aggregate));
          return json.toString();
        });
  }

  private void tellTop() {
    String stream = name + "@bookTicker";
    if (!hub.isHeard(stream)) {
      return;
    }
    Depth depth = depth(1);
    ObjectNode json = SpotJson.object().put("u", depth.lastUpdateId()).put("s", symbol);
    Tickers.top(json, depth, "b", "B", "a", "A");
    Top top =
        new Top(
            json.get("b").stringValue(),
            json.get("B").stringValue(),
            json.get("a").stringValue(),
            json.get("A").stringValue());
    if (!lastTop.equals(Optional.of(top))) {
      lastTop = Optional.of(top);
      hub.tell(stream, json::toString);
    }
  }

  /** A tenth of a second has passed; times are whole multiples of it. */
  void tick(long nowMs) {
    books(fast, "@100ms", nowMs);
    if (nowMs % SECOND_MS == 0) {
      books(slow, "", nowMs);
      tickers(nowMs);
    }
    if (nowMs % FAST_MS == 0) {
      for (KlineInterval interval : KlineInterval.values()) {
        long every = interval == KlineInterval.S1 ? SECOND_MS : 2 * SECOND_MS;
        candle(interval, nowMs, nowMs % every == 0);
      }
    }
  }

  private void books(DepthChanges changes, String speed, long nowMs) {
    if (changes.isEmpty()) {
      return;
    }
    hub.tell(
        name + "@depth" + speed,
        () -> {
          ObjectNode json =
              event("depthUpdate", nowMs).put("U", changes.firstId()).put("u", changes.lastId());
          changes.write(Side.BUY, json.putArray("b"));
          changes.write(Side.SELL, json.putArray("a"));
          return json.toString();
        });
    for (int levels : PARTS) {
      hub.tell(
          name + "@depth" + levels + speed, () -> SpotMarketData.depth(depth(levels)).toString());
    }
    changes.clear();
  }

  private Depth depth(int levels) {
    return switch (exchange.depth(symbol, levels)) {
      case Result.Done<Depth>(Depth depth) -> depth;
      case Result.Refused<Depth> _ -> new Depth(0, List.of(), List.of());
    };
  }

  /** The candle under way, and one that has closed since the last was told. */
  private void candle(KlineInterval interval, long nowMs, boolean isDue) {
    String stream = name + "@kline_" + interval.label();
    if (!hub.isHeard(stream)) {
      told.remove(interval);
      return;
    }
    Optional<Kline> current = tape.kline(interval, nowMs);
    if (current.isEmpty()) {
      return;
    }
    Kline before = told.get(interval);
    if (before != null && before.openMs() < current.get().openMs()) {
      tape.klines(interval, nowMs).stream()
          .filter(
              each -> each.openMs() >= before.openMs() && each.openMs() < current.get().openMs())
          .forEach(each -> tellCandle(stream, interval, each, true, nowMs));
      told.put(interval, current.get());
    }
    if (isDue && !current.get().equals(told.put(interval, current.get()))) {
      tellCandle(stream, interval, current.get(), false, nowMs);
    }
  }

  private void tellCandle(
      String stream, KlineInterval interval, Kline candle, boolean isClosed, long nowMs) {
    ObjectNode inner =
        SpotJson.object()
            .put("t", candle.openMs())
            .put("T", candle.closeMs())
            .put("s", symbol)
            .put("i", interval.label())
            .put("f", candle.firstId())
            .put("L", candle.lastId())
            .put("o", plain(candle.openE8()))
            .put("c", plain(candle.closeE8()))
            .put("h", plain(candle.highE8()))
            .put("l", plain(candle.lowE8()))
            .put("v", plain(candle.flow().baseE8()))
            .put("n", candle.flow().count())
            .put("x", isClosed)
            .put("q", plain(candle.flow().quoteE8()))
            .put("V", plain(candle.flow().takerBaseE8()))
            .put("Q", plain(candle.flow().takerQuoteE8()))
            .put("B", "0");
    ObjectNode json = event("kline", nowMs);
    json.set("k", inner);
    hub.tell(stream, json::toString);
  }

  private void tickers(long nowMs) {
    if (!hasTraded) {
      return;
    }
    hub.tell(name + "@ticker", () -> ticker(nowMs).toString());
    hub.tell(name + "@miniTicker", () -> miniTicker(nowMs).toString());
    hub.tell(
        name + "@avgPrice",
        () ->
            event("avgPrice", nowMs)
                .put("i", "5m")
                .put(
                    "w",
                    tape.summary(5, nowMs)
                        .map(each -> Tickers.average(each.candle()))
                        .orElse(plain(0)))
                .put("T", tape.last().map(Print::timeMs).orElse(0L))
                .toString());
  }

  /** The last 24 hours in the letters of a stream. */
  ObjectNode ticker(long nowMs) {
    ObjectNode day = Tickers.day(symbol, tape, depth(1), nowMs);
    ObjectNode json = event("24hrTicker", nowMs);
    String[][] letters = {
      {"p", "priceChange"},
      {"P", "priceChangePercent"},
      {"w", "weightedAvgPrice"},
      {"x", "prevClosePrice"},
      {"c", "lastPrice"},
      {"Q", "lastQty"},
      {"b", "bidPrice"},
      {"B", "bidQty"},
      {"a", "askPrice"},
      {"A", "askQty"},
      {"o", "openPrice"},
      {"h", "highPrice"},
      {"l", "lowPrice"},
      {"v", "volume"},
      {"q", "quoteVolume"},
      {"O", "openTime"},
      {"C", "closeTime"},
      {"F", "firstId"},
      {"L", "lastId"},
      {"n", "count"}
    };
    for (String[] each : letters) {
      json.set(each[0], day.get(each[1]));
    }
    return json;
  }

  /** The same with less. */
  ObjectNode miniTicker(long nowMs) {
    ObjectNode all = ticker(nowMs);
    ObjectNode json = event("24hrMiniTicker", nowMs);
    for (String letter : List.of("c", "o", "h", "l", "v", "q")) {
      json.set(letter, all.get(letter));
    }
    return json;
  }

  private ObjectNode event(String kind, long nowMs) {
    return SpotJson.object().put("e", kind).put("E", nowMs).put("s", symbol);
  }
}
