package io.tradewind.exchange.tape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The candles of one interval, the latest {@value #MOST}; a time without trades has empty ones. */
final class KlineSeries {
  static final int MOST = 5000;

  private final KlineInterval interval;
  private final Deque<Kline> candles = new ArrayDeque<>();

  KlineSeries(KlineInterval interval) {
    this.interval = interval;
  }

  void add(Print print) {
    if (candles.isEmpty()) {
      long open = interval.openMs(print.timeMs());
      candles.add(Kline.empty(open, interval.nextMs(open), print.priceE8()));
    }
    roll(print.timeMs());
    candles.addLast(candles.removeLast().with(print));
  }

  /** A candle that is part of one of these, or is one; others are left out. */
  void add(Kline part) {
    long open = interval.openMs(part.openMs());
    if (interval.nextMs(open) <= part.closeMs()) {
      return;
    }
    if (candles.isEmpty()) {
      candles.add(Kline.empty(open, interval.nextMs(open), part.openE8()));
    }
    roll(part.openMs());
    candles.addLast(candles.removeLast().with(part));
  }

  /** Goes on to the candle of a time. */
  void roll(long timeMs) {
    if (candles.isEmpty() || timeMs <= candles.getLast().closeMs()) {
      return;
    }
    long target = interval.openMs(timeMs);
    long price = candles.getLast().closeE8();
    long open = interval.notBefore(candles.getLast().closeMs() + 1, target, MOST);
    while (open <= target) {
      long next = interval.nextMs(open);
      candles.addLast(Kline.empty(open, next, price));
      if (candles.size() > MOST) {
        candles.removeFirst();
      }
      open = next;
    }
  }

  /** Copies, the oldest first. */
  List<Kline> all() {
    return new ArrayList<>(candles);
  }

  boolean isEmpty() {
    return candles.isEmpty();
  }

  Kline last() {
    return candles.getLast();
  }
}
