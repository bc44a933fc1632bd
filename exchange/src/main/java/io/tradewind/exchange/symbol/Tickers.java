package io.tradewind.exchange.symbol;

import io.tradewind.exchange.tape.Kline;
import io.tradewind.exchange.tape.Print;
import io.tradewind.exchange.tape.Summary;
import io.tradewind.exchange.tape.Tape;
import io.tradewind.exchange.wire.Digits;
import io.tradewind.simulation.exchange.Amounts;
import io.tradewind.simulation.exchange.Depth;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The parts of tickers: prices over a time, and the best prices. */
public final class Tickers {
  private static final long DAY_MS = 86_400_000;
  private static final int DAY_MINUTES = 1440;

  private final Digits digits;

  /** With the decimals of a symbol. */
  public Tickers(Digits digits) {
    this.digits = digits;
  }

  /** What was traded in the last 24 hours, to the minute; empty before the first trade. */
  public static Optional<Summary> day(Tape tape, long nowMs) {
    return tape.summary(DAY_MINUTES, nowMs);
  }

  /** By how much the price has changed, and its average. */
  public ObjectNode change(ObjectNode json, Optional<Summary> all) {
    long open = all.map(each -> each.candle().openE8()).orElse(0L);
    long close = all.map(each -> each.candle().closeE8()).orElse(0L);
    return json.put("priceChange", digits.price(close - open))
        .put("priceChangePercent", percent(open, close))
        .put("weightedAvgPrice", digits.price(all.map(each -> average(each.candle())).orElse(0L)));
  }

  /** With three decimals. */
  private static String percent(long openE8, long closeE8) {
    return openE8 == 0
        ? "0.000"
        : BigDecimal.valueOf(closeE8 - openE8)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(openE8), 3, RoundingMode.HALF_UP)
            .toPlainString();
  }

  /** By volume; the last price where nothing was traded. */
  public static long average(Kline candle) {
    Kline.Flow flow = candle.flow();
    return flow.baseE8().signum() == 0
        ? candle.closeE8()
        : flow.quoteE8()
            .multiply(BigInteger.valueOf(Amounts.ONE_E8))
            .divide(flow.baseE8())
            .longValueExact();
  }

  /** The last price. */
  public ObjectNode last(ObjectNode json, Optional<Summary> all) {
    return json.put("lastPrice", digits.price(all.map(each -> each.candle().closeE8()).orElse(0L)));
  }

  /** The quantity of the last trade. */
  public ObjectNode lastQty(ObjectNode json, Tape tape) {
    return json.put("lastQty", digits.qty(tape.last().map(Print::qtyE8).orElse(0L)));
  }

  /** First, highest and lowest price, and how much was traded. */
  public ObjectNode prices(ObjectNode json, Optional<Summary> all) {
    return json.put("openPrice", digits.price(all.map(each -> each.candle().openE8()).orElse(0L)))
        .put("highPrice", digits.price(all.map(each -> each.candle().highE8()).orElse(0L)))
        .put("lowPrice", digits.price(all.map(each -> each.candle().lowE8()).orElse(0L)))
        .put("volume", digits.qty(flow(all).baseE8()))
        .put("quoteVolume", digits.quote(flow(all).quoteE8()));
  }

  private static Kline.Flow flow(Optional<Summary> all) {
    return all.map(each -> each.candle().flow()).orElse(Kline.Flow.NONE);
  }

  /** How many trades, of the last 24 hours. */
  public static ObjectNode countsOfDay(ObjectNode json, Optional<Summary> all, long nowMs) {
    return counts(json, all, nowMs - DAY_MS, nowMs);
  }

  /** How many trades within times. */
  public static ObjectNode counts(ObjectNode json, Optional<Summary> all, long fromMs, long toMs) {
    return json.put("openTime", fromMs)
        .put("closeTime", toMs)
        .put("firstId", all.map(each -> each.candle().firstId()).orElse(-1L))
        .put("lastId", all.map(each -> each.candle().lastId()).orElse(-1L))
        .put("count", flow(all).count());
  }

  /** Names of the best prices and their quantities. */
  public record TopNames(String bid, String bidQty, String ask, String askQty) {
    /** Of REST. */
    public static final TopNames LONG = new TopNames("bidPrice", "bidQty", "askPrice", "askQty");

    /** Of streams. */
    public static final TopNames SHORT = new TopNames("b", "B", "a", "A");
  }

  /** Best prices under names; nothing is there at zero. */
  public ObjectNode top(ObjectNode json, Depth top, TopNames names) {
    Depth.DepthLevel none = new Depth.DepthLevel(0, 0);
    Depth.DepthLevel bid = top.bids().isEmpty() ? none : top.bids().getFirst();
    Depth.DepthLevel ask = top.asks().isEmpty() ? none : top.asks().getFirst();
    return json.put(names.bid, digits.price(bid.priceE8()))
        .put(names.bidQty, digits.qty(bid.qtyE8()))
        .put(names.ask, digits.price(ask.priceE8()))
        .put(names.askQty, digits.qty(ask.qtyE8()));
  }
}
