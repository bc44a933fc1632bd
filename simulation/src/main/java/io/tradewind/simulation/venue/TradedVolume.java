package io.tradewind.simulation.venue;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.time.Utc;

/**
 * What an account has traded on each of the last days, in cash scale. A sum that a {@code long}
 * does not hold stays at the largest one, which is in the highest tier as the sum would be.
 */
final class TradedVolume implements Stateful {
  /** Days that count, today not among them. */
  static final int DAYS = 30;

  /** By epoch day modulo its length: the days that count, and today. */
  private final long[] byDay = new long[DAYS + 1];

  private long today = Long.MIN_VALUE;
  private long before;

  /** Traded on the days before the one of this time. */
  long before(long timeNs) {
    advance(timeNs);
    return before;
  }

  /** Books a fill; times must not fall. */
  void add(long timeNs, long quoteScaled) {
    advance(timeNs);
    int slot = slot(today);
    byDay[slot] = sum(byDay[slot], quoteScaled);
  }

  private void advance(long timeNs) {
    long day = Utc.epochDay(timeNs);
    if (day <= today) {
      return;
    }
    long passed = today < day - byDay.length ? byDay.length : day - today;
    for (long gone = day - passed + 1; gone <= day; gone++) {
      byDay[slot(gone)] = 0;
    }
    today = day;
    before = 0;
    for (long volume : byDay) {
      before = sum(before, volume);
    }
  }

  private int slot(long day) {
    return Math.floorMod(day, byDay.length);
  }

  private static long sum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }

  @Override
  public void save(StateWriter out) {
    out.section("traded-volume", 1).writeLongs(byDay).writeLong(today).writeLong(before);
  }

  @Override
  public void load(StateReader in) {
    in.section("traded-volume", 1);
    System.arraycopy(in.readLongs(), 0, byDay, 0, byDay.length);
    today = in.readLong();
    before = in.readLong();
  }
}
