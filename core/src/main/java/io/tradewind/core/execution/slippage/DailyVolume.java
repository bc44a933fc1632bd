package io.tradewind.core.execution.slippage;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.time.Utc;

/**
 * What was traded in the last 24 hours, by whole hours of UTC: the hour under way and the 23
 * before. Until a day has been seen it is what has been seen, so less than a day's. Of a candle
 * that is longer than a day only a day's part counts. Nothing is allocated by an update.
 */
public final class DailyVolume implements Stateful {
  private static final int HOURS = 24;
  private static final long HOUR_NS = Utc.DAY_NS / HOURS;

  private final long[] volumes = new long[HOURS];
  private long hour = Long.MIN_VALUE;

  /** Nothing was traded yet. */
  public DailyVolume() {}

  /**
   * A candle closed.
   *
   * @param openNs its beginning, epoch nanoseconds
   * @param closeNs its end, never before that of the last one
   * @param volumeScaled at least 0, in quantity scale
   */
  public void onCandle(long openNs, long closeNs, long volumeScaled) {
    Check.argument(volumeScaled >= 0, "volumeScaled must be >= 0, was %s", volumeScaled);
    long now = Math.floorDiv(closeNs - 1, HOUR_NS);
    Check.argument(now >= hour, "time must not go back an hour, was %s", closeNs);
    forget(now);
    double days = (double) (closeNs - openNs) / Utc.DAY_NS;
    volumes[place(now)] += days > 1 ? (long) (volumeScaled / days) : volumeScaled;
  }

  private void forget(long now) {
    long from = hour == Long.MIN_VALUE ? now : Math.max(hour + 1, now - HOURS + 1);
    for (long each = from; each <= now; each++) {
      volumes[place(each)] = 0;
    }
    hour = now;
  }

  private static int place(long hour) {
    return Math.floorMod(hour, HOURS);
  }

  /** In quantity scale; 0 where nothing was traded. */
  public long scaled() {
    long sum = 0;
    for (long volume : volumes) {
      sum += volume;
    }
    return sum;
  }

  @Override
  public void save(StateWriter out) {
    out.section("daily-volume", 1).writeLong(hour).writeLongs(volumes);
  }

  @Override
  public void load(StateReader in) {
    in.section("daily-volume", 1);
    hour = in.readLong();
    in.readLongs(volumes);
  }
}
