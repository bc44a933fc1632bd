package io.tradewind.testkit;

import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import java.util.SplittableRandom;

/** Seeded random walks in the scales of {@link TestInstruments}. */
public final class RandomCandles {
  private RandomCandles() {}

  /** A walk from 100 with steps of about one percent, and now and then a jump over the open. */
  public static CandleColumns walk(long seed, int size, Interval interval) {
    SplittableRandom random = new SplittableRandom(seed);
    long[][] c = new long[7][size];
    double price = 100;
    for (int i = 0; i < size; i++) {
      double open = random.nextInt(50) == 0 ? price * (1 + (random.nextDouble() - 0.5) / 5) : price;
      double close = open * (1 + (random.nextDouble() - 0.5) / 40);
      double high = Math.max(open, close) * (1 + random.nextDouble() / 100);
      double low = Math.min(open, close) * (1 - random.nextDouble() / 100);
      c[0][i] = CandleTable.START_NS + i * interval.durationNs();
      c[1][i] = c[0][i] + interval.durationNs();
      c[2][i] = scaled(open);
      c[3][i] = Math.max(scaled(high), Math.max(c[2][i], scaled(close)));
      c[4][i] = Math.min(scaled(low), Math.min(c[2][i], scaled(close)));
      c[5][i] = scaled(close);
      c[6][i] = random.nextLong(1, 1000) * 100_000_000L;
      price = Math.max(1, Math.min(10_000, close));
    }
    return new CandleColumns(
        TestInstruments.PRICE_SCALE,
        TestInstruments.QTY_SCALE,
        c[0],
        c[1],
        c[2],
        c[3],
        c[4],
        c[5],
        c[6]);
  }

  private static long scaled(double price) {
    return Math.max(1, Math.round(price * 10_000));
  }
}
