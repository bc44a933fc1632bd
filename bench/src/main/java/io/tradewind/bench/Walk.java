package io.tradewind.bench;

import io.tradewind.core.market.CandleColumns;
import java.util.SplittableRandom;

/** A seeded random walk of one-minute candles, prices to 2 digits and volumes to 8. */
final class Walk {
  static final long MINUTE_NS = 60_000_000_000L;
  static final long START_NS = 1_704_067_200_000_000_000L;
  static final int PRICE_SCALE = 2;
  static final int QTY_SCALE = 8;

  private Walk() {}

  static CandleColumns candles(long seed, int size) {
    SplittableRandom random = new SplittableRandom(seed);
    long[][] c = new long[7][size];
    double price = 40_000;
    for (int i = 0; i < size; i++) {
      double open = price;
      double close = open * (1 + gauss(random) * 0.001);
      double high = Math.max(open, close) * (1 + Math.abs(gauss(random)) * 0.0005);
      double low = Math.min(open, close) * (1 - Math.abs(gauss(random)) * 0.0005);
      c[0][i] = START_NS + i * MINUTE_NS;
      c[1][i] = c[0][i] + MINUTE_NS;
      c[2][i] = Math.round(open * 100);
      c[5][i] = Math.round(close * 100);
      c[3][i] = Math.max(Math.round(high * 100), Math.max(c[2][i], c[5][i]));
      c[4][i] = Math.min(Math.round(low * 100), Math.min(c[2][i], c[5][i]));
      c[6][i] = random.nextLong(1_000_000, 1_000_000_000);
      price = Math.max(1_000, Math.min(1_000_000, close));
    }
    return new CandleColumns(PRICE_SCALE, QTY_SCALE, c[0], c[1], c[2], c[3], c[4], c[5], c[6]);
  }

  /** The sum of twelve uniforms less six: near enough to normal, and the same everywhere. */
  private static double gauss(SplittableRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }
}
