package io.tradewind.testkit;

import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TradeColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A market of one seed whose trades and order book go together: trades take what the book shows,
 * the book tells a little later, now and then before. Prices are hundredths about 100.
 */
public final class RandomTicks {
  private static final long MS = 1_000_000;
  private static final long TICK = 100;
  private static final long COIN = 100_000_000;

  private final SplittableRandom random;
  private final NavigableMap<Long, Long> bids = new TreeMap<>(Comparator.reverseOrder());
  private final NavigableMap<Long, Long> asks = new TreeMap<>();
  private final List<long[]> trades = new ArrayList<>();
  private final List<long[]> rows = new ArrayList<>();
  private long timeNs = CandleTable.START_NS;
  private long hereNs = CandleTable.START_NS;
  private long mid = 10_000;

  /**
   * So many events.
   *
   * @param hasBook whether the book was recorded
   */
  public RandomTicks(long seed, int events, boolean hasBook) {
    this.random = new SplittableRandom(seed);
    whole(hasBook);
    for (int i = 0; i < events; i++) {
      timeNs += random.nextLong(0, 400) * MS;
      hereNs = Math.max(hereNs, timeNs + random.nextLong(-1, 30) * MS);
      step(hasBook);
    }
  }

  private void step(boolean hasBook) {
    switch (random.nextInt(20)) {
      case 0 -> {
        mid += random.nextLong(-6, 7);
        whole(hasBook);
      }
      case 1, 2, 3, 4, 5 -> trade(hasBook);
      default -> change(hasBook);
    }
  }

  private void whole(boolean hasBook) {
    bids.clear();
    asks.clear();
    for (int i = 1; i < 6; i++) {
      bids.put(mid - i, random.nextLong(1, 9));
      asks.put(mid + i, random.nextLong(1, 9));
    }
    List<long[]> message = new ArrayList<>();
    bids.forEach((price, qty) -> message.add(row(true, price, qty)));
    asks.forEach((price, qty) -> message.add(row(false, price, qty)));
    if (hasBook) {
      say(message, true);
    }
  }

  private void trade(boolean hasBook) {
    boolean buys = random.nextBoolean();
    NavigableMap<Long, Long> side = buys ? asks : bids;
    Map.Entry<Long, Long> best = side.firstEntry();
    if (best == null) {
      return;
    }
    long price = best.getKey();
    long left = best.getValue();
    long qty = random.nextLong(1, left + 1);
    trades.add(new long[] {timeNs, hereNs, price * TICK, qty * COIN, buys ? 1 : 0});
    if (qty == left) {
      side.remove(price);
    } else {
      side.put(price, left - qty);
    }
    timeNs += random.nextLong(0, 3) * MS;
    hereNs = Math.max(hereNs, timeNs);
    if (hasBook) {
      say(List.of(row(!buys, price, left - qty)), false);
    }
  }

  private void change(boolean hasBook) {
    List<long[]> message = new ArrayList<>();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      boolean bid = random.nextBoolean();
      NavigableMap<Long, Long> side = bid ? bids : asks;
      long price = bid ? mid - random.nextLong(1, 7) : mid + random.nextLong(1, 7);
      long qty = random.nextInt(3) == 0 ? 0 : random.nextLong(1, 9);
      if (qty == 0) {
        side.remove(price);
      } else {
        side.put(price, qty);
      }
      message.add(row(bid, price, qty));
    }
    if (hasBook) {
      say(message, false);
    }
  }

  private static long[] row(boolean bid, long price, long qty) {
    return new long[] {0, 0, price * TICK, qty * COIN, bid ? 1 : 0};
  }

  private void say(List<long[]> message, boolean begins) {
    for (int i = 0; i < message.size(); i++) {
      long[] row = message.get(i);
      row[0] = timeNs;
      row[1] = hereNs;
      row[4] = BookColumns.flags(row[4] == 1, begins && i == 0, i == message.size() - 1);
      rows.add(row);
    }
  }

  /** The trades that happened before a time. */
  public TradeColumns trades(long beforeNs) {
    List<long[]> known = trades.stream().filter(row -> row[0] < beforeNs).toList();
    boolean[] buys = new boolean[known.size()];
    for (int i = 0; i < buys.length; i++) {
      buys[i] = known.get(i)[4] == 1;
    }
    return new TradeColumns(
        TestInstruments.PRICE_SCALE,
        TestInstruments.QTY_SCALE,
        column(known, 0),
        column(known, 1),
        column(known, 2),
        column(known, 3),
        buys);
  }

  /** What was said of the book before a time. */
  public BookColumns book(long beforeNs) {
    List<long[]> known = rows.stream().filter(row -> row[0] < beforeNs).toList();
    byte[] flags = new byte[known.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = (byte) known.get(i)[4];
    }
    return new BookColumns(
        TestInstruments.PRICE_SCALE,
        TestInstruments.QTY_SCALE,
        column(known, 0),
        column(known, 1),
        column(known, 2),
        column(known, 3),
        flags);
  }

  private static long[] column(List<long[]> all, int at) {
    long[] column = new long[all.size()];
    Arrays.setAll(column, i -> all.get(i)[at]);
    return column;
  }
}
