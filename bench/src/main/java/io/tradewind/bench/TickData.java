package io.tradewind.bench;

import io.tradewind.analytics.random.SplitMix;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.time.Utc;
import java.util.Arrays;

/**
 * A made market: a whole book of 500 levels a side, then messages of one to four changes, most of
 * them near the best prices, every hundredth followed by a trade at the best of a side. The best
 * prices walk.
 */
final class TickData {
  static final int PRICE_SCALE = 2;
  static final int QTY_SCALE = 5;
  static final long START_NS = 1_700_000_000L * Utc.SECOND_NS;
  private static final int LEVELS = 500;
  private static final long MESSAGE_NS = 1_000_000;

  private final SplitMix random;
  private final int rows;
  private final long[] bookNs;
  private final long[] price;
  private final long[] qty;
  private final byte[] flags;
  private long[] tradeNs = new long[1024];
  private long[] tradePrice = new long[1024];
  private long[] tradeQty = new long[1024];
  private boolean[] buys = new boolean[1024];
  private int trades;
  private int size;
  private long timeNs = START_NS;
  private long mid = 4_000_000;

  /** With at least so many rows of the book. */
  TickData(long seed, int rows) {
    this.random = new SplitMix(seed);
    this.rows = rows;
    int room = rows + 2 * LEVELS + 16;
    this.bookNs = new long[room];
    this.price = new long[room];
    this.qty = new long[room];
    this.flags = new byte[room];
    make();
  }

  private void make() {
    for (int i = 1; i <= LEVELS; i++) {
      row(true, mid - i, 1L + random.nextInt(100_000), i == 1, false);
      row(false, mid + i, 1L + random.nextInt(100_000), false, i == LEVELS);
    }
    int messages = 0;
    while (size < rows) {
      timeNs += MESSAGE_NS;
      message();
      messages++;
      if (messages % 100 == 0) {
        trade();
      }
    }
  }

  private void message() {
    for (int left = random.nextInt(4); left >= 0; left--) {
      boolean bid = random.nextInt(2) == 0;
      int depth = random.nextInt(10) < 9 ? 1 + random.nextInt(20) : 1 + random.nextInt(LEVELS);
      long standing = random.nextInt(5) == 0 ? 0 : 1L + random.nextInt(100_000);
      row(bid, bid ? mid - depth : mid + depth, standing, false, left == 0);
    }
  }

  private void trade() {
    if (trades == tradeNs.length) {
      tradeNs = Arrays.copyOf(tradeNs, 2 * trades);
      tradePrice = Arrays.copyOf(tradePrice, 2 * trades);
      tradeQty = Arrays.copyOf(tradeQty, 2 * trades);
      buys = Arrays.copyOf(buys, 2 * trades);
    }
    boolean buy = random.nextInt(2) == 0;
    tradeNs[trades] = timeNs;
    tradePrice[trades] = buy ? mid + 1 : mid - 1;
    tradeQty[trades] = 1L + random.nextInt(50_000);
    buys[trades] = buy;
    trades++;
    walk(buy, random.nextInt(3));
  }

  /** The levels that the middle has reached are gone. */
  private void walk(boolean up, int ticks) {
    for (int i = 1; i <= ticks; i++) {
      mid += up ? 1 : -1;
      row(!up, mid, 0, false, i == ticks);
    }
  }

  private void row(boolean bid, long level, long standing, boolean begins, boolean ends) {
    bookNs[size] = timeNs;
    price[size] = level;
    qty[size] = standing;
    flags[size] = BookColumns.flags(bid, begins, ends);
    size++;
  }

  BookColumns book() {
    long[] times = Arrays.copyOf(bookNs, size);
    return new BookColumns(
        PRICE_SCALE,
        QTY_SCALE,
        times,
        times,
        Arrays.copyOf(price, size),
        Arrays.copyOf(qty, size),
        Arrays.copyOf(flags, size));
  }

  TradeColumns trades() {
    return new TradeColumns(
        PRICE_SCALE,
        QTY_SCALE,
        Arrays.copyOf(tradeNs, trades),
        Arrays.copyOf(tradePrice, trades),
        Arrays.copyOf(tradeQty, trades),
        Arrays.copyOf(buys, trades));
  }
}
