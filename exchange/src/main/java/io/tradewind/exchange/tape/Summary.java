package io.tradewind.exchange.tape;

import java.util.List;

/**
 * Some minutes in one; amounts have eight decimals.
 *
 * @param fromMs its beginning
 * @param toMs its end
 * @param previousCloseE8 the price before it
 * @param candle all of it as one candle
 */
public record Summary(long fromMs, long toMs, long previousCloseE8, Kline candle) {

  static Summary of(List<Kline> minutes, long fromMs, long toMs) {
    long high = minutes.stream().mapToLong(Kline::highE8).max().orElseThrow();
    long low = minutes.stream().mapToLong(Kline::lowE8).min().orElseThrow();
    Kline.Flow flow = minutes.stream().map(Kline::flow).reduce(Kline.Flow.NONE, Kline.Flow::plus);
    long first =
        minutes.stream().mapToLong(Kline::firstId).filter(id -> id >= 0).findFirst().orElse(-1);
    long last = minutes.stream().mapToLong(Kline::lastId).max().orElse(-1);
    Kline opens = minutes.getFirst();
    Kline whole =
        new Kline(
            fromMs,
            toMs,
            opens.openE8(),
            high,
            low,
            minutes.getLast().closeE8(),
            flow,
            first,
            last);
    return new Summary(fromMs, toMs, opens.openE8(), whole);
  }
}
