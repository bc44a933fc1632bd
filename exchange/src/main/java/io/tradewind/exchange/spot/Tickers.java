package io.tradewind.exchange.spot;

import static io.tradewind.exchange.request.Parameters.plain;

import io.tradewind.core.number.FixedPoint;
import io.tradewind.exchange.tape.Kline;
import io.tradewind.exchange.tape.Print;
import io.tradewind.exchange.tape.Summary;
import io.tradewind.exchange.tape.Tape;
import io.tradewind.simulation.exchange.Amounts;
import io.tradewind.simulation.exchange.spot.Depth;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Changes of prices over a time. */
final class Tickers {
  private static final long DAY_MS = 86_400_000;
  private static final int DAY_MINUTES = 1440;

  private Tickers() {}

  /** The last 24 hours, to the minute. */
  static ObjectNode day(String symbol, Tape tape, Depth top, long nowMs) {
    Optional<Summary> all = tape.summary(DAY_MINUTES, nowMs);
    ObjectNode json = SpotJson.object().put("symbol", symbol);
    change(json, all);
    json.put("prevClosePrice", plain(all.map(Summary::previousCloseE8).orElse(0L)))
        .put("lastPrice", plain(all.map(each -> each.candle().closeE8()).orElse(0L)))
        .put("lastQty", plain(tape.last().map(Print::qtyE8).orElse(0L)));
    top(json, top, "bidPrice", "bidQty", "askPrice", "askQty");
    prices(json, all);
    return counts(json, all, nowMs - DAY_MS, nowMs);
  }

  /** From the beginning of a minute until now. */
  static ObjectNode window(String symbol, Tape tape, long fromMs, long nowMs) {
    Optional<Summary> all = tape.summary(fromMs, nowMs);
    ObjectNode json = SpotJson.object().put("symbol", symbol);
    change(json, all);
    prices(json, all);
    json.put("lastPrice", plain(all.map(each -> each.candle().closeE8()).orElse(0L)));
    return counts(json, all, fromMs, nowMs);
  }

  private static void change(ObjectNode json, Optional<Summary> all) {
    long open = all.map(each -> each.candle().openE8()).orElse(0L);
    long close = all.map(each -> each.candle().closeE8()).orElse(0L);
    json.put("priceChange", plain(close - open))
        .put("priceChangePercent", percent(open, close))
        .put("weightedAvgPrice", all.map(each -> average(each.candle())).orElse(plain(0)));
  }

  /** With three decimals. */
  static String percent(long openE8, long closeE8) {
    return openE8 == 0
        ? "0.000"
        : BigDecimal.valueOf(closeE8 - openE8)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(openE8), 3, RoundingMode.HALF_UP)
            .toPlainString();
  }

  /** By volume; the last price where nothing was traded. */
  static String average(Kline candle) {
    return candle.flow().baseE8() == 0
        ? plain(candle.closeE8())
        : plain(
            FixedPoint.mulDiv(
                candle.flow().quoteE8(),
                Amounts.ONE_E8,
                candle.flow().baseE8(),
                RoundingMode.DOWN));
  }

  private static void prices(ObjectNode json, Optional<Summary> all) {
    json.put("openPrice", plain(all.map(each -> each.candle().openE8()).orElse(0L)))
        .put("highPrice", plain(all.map(each -> each.candle().highE8()).orElse(0L)))
        .put("lowPrice", plain(all.map(each -> each.candle().lowE8()).orElse(0L)))
        .put("volume", plain(all.map(each -> each.candle().flow().baseE8()).orElse(0L)))
        .put("quoteVolume", plain(all.map(each -> each.candle().flow().quoteE8()).orElse(0L)));
  }

  private static ObjectNode counts(ObjectNode json, Optional<Summary> all, long fromMs, long toMs) {
    return json.put("openTime", fromMs)
        .put("closeTime", toMs)
        .put("firstId", all.map(each -> each.candle().firstId()).orElse(-1L))
        .put("lastId", all.map(each -> each.candle().lastId()).orElse(-1L))
        .put("count", all.map(each -> each.candle().flow().count()).orElse(0L));
  }

  /** Best prices under names; nothing is there at zero. */
  static ObjectNode top(
      ObjectNode json, Depth top, String bid, String bidQty, String ask, String askQty) {
    return json.put(bid, top.bids().isEmpty() ? plain(0) : plain(top.bids().getFirst().priceE8()))
        .put(bidQty, top.bids().isEmpty() ? plain(0) : plain(top.bids().getFirst().qtyE8()))
        .put(ask, top.asks().isEmpty() ? plain(0) : plain(top.asks().getFirst().priceE8()))
        .put(askQty, top.asks().isEmpty() ? plain(0) : plain(top.asks().getFirst().qtyE8()));
  }
}
