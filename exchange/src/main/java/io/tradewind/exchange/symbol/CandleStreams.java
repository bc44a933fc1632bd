package io.tradewind.exchange.symbol;

import io.tradewind.exchange.stream.StreamHub;
import io.tradewind.exchange.tape.Kline;
import io.tradewind.exchange.tape.KlineInterval;
import io.tradewind.exchange.tape.Tape;
import io.tradewind.exchange.wire.Digits;
import io.tradewind.exchange.wire.Json;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The candles of a symbol: the one under way, and each that has closed. */
final class CandleStreams {
  private final Dialect.Candles kind;
  private final String symbol;
  private final Digits digits;
  private final StreamHub hub;
  private final Tape tape;
  private final Map<KlineInterval, Kline> told = new EnumMap<>(KlineInterval.class);

  CandleStreams(Dialect.Candles kind, String symbol, Digits digits, StreamHub hub, Tape tape) {
    this.kind = kind;
    this.symbol = symbol;
    this.digits = digits;
    this.hub = hub;
    this.tape = tape;
  }

  /** A tenth of a second has passed. */
  void tick(long nowMs) {
    for (KlineInterval interval : KlineInterval.values()) {
      candle(interval, nowMs, kind.pace().apply(interval, nowMs));
    }
  }

  /** The candle under way, and those that have closed since the last was told. */
  private void candle(KlineInterval interval, long nowMs, boolean isDue) {
    if (!hub.isHeard(kind.prefix() + interval.label())) {
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
          .forEach(each -> tell(interval, each, true, nowMs));
      told.put(interval, current.get());
    }
    if (isDue && !current.get().equals(told.put(interval, current.get()))) {
      tell(interval, current.get(), false, nowMs);
    }
  }

  private void tell(KlineInterval interval, Kline candle, boolean isClosed, long nowMs) {
    ObjectNode inner =
        Json.object()
            .put("t", candle.openMs())
            .put("T", candle.closeMs())
            .put("s", symbol)
            .put("i", interval.label())
            .put("f", candle.firstId())
            .put("L", candle.lastId())
            .put("o", digits.price(candle.openE8()))
            .put("c", digits.price(candle.closeE8()))
            .put("h", digits.price(candle.highE8()))
            .put("l", digits.price(candle.lowE8()))
            .put("v", digits.qty(candle.flow().baseE8()))
            .put("n", candle.flow().count())
            .put("x", isClosed)
            .put("q", digits.quote(candle.flow().quoteE8()))
            .put("V", digits.qty(candle.flow().takerBaseE8()))
            .put("Q", digits.quote(candle.flow().takerQuoteE8()))
            .put("B", "0");
    hub.tell(kind.prefix() + interval.label(), kind.event().apply(inner, nowMs)::toString);
  }
}
