package io.tradewind.core.risk.limit;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;

/** The times of the last {@code count} of something, and whether they came too fast. */
final class RecentTimes implements Stateful {
  private final Rate rate;
  private final long[] times;
  private int next;
  private int size;

  RecentTimes(Rate rate) {
    this.rate = rate;
    this.times = new long[rate.count()];
  }

  /** Takes one, at or after the time of the last, and says whether the rate is reached. */
  boolean add(long timeNs) {
    times[next] = timeNs;
    next = next + 1 == times.length ? 0 : next + 1;
    size = Math.min(size + 1, times.length);
    return isFullAt(timeNs);
  }

  /** Whether the last {@code count} all lie within the span that ends now. */
  boolean isFullAt(long timeNs) {
    return size == times.length && timeNs - times[next] < rate.windowNs();
  }

  /** The time from which on the oldest lies outside; only if there are {@code count}. */
  long freeFromNs() {
    return times[next] + rate.windowNs();
  }

  /** How many lie within the span that ends now. */
  int countAt(long timeNs) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      count += timeNs - times[i] < rate.windowNs() ? 1 : 0;
    }
    return count;
  }

  void clear() {
    next = 0;
    size = 0;
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(next).writeInt(size).writeLongs(times);
  }

  @Override
  public void load(StateReader in) {
    next = in.readCount(times.length - 1);
    size = in.readCount(times.length);
    in.readLongs(times);
  }
}
