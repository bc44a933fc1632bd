package io.tradewind.core.market;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.time.Interval;

/**
 * Makes the candles of a longer interval out of shorter ones or out of trades. This one class does
 * it for store, backtest and live.
 *
 * <p>Feed rows in the order of time. After each {@link #add} ask {@link #isComplete}: it is true
 * once a row reached the end of the candle. Where the rows have a gap there, the candle is closed
 * by the clock: whoever drives the aggregator calls {@link #isDue} with the time, which must be
 * before the first row of the next candle is added. Either way {@link #clear} begins the next one.
 * A stretch without rows gives no candle.
 */
public final class CandleAggregator implements Stateful {
  private final Interval interval;
  private boolean filled;
  private long openTimeNs;
  private long lastTimeNs;
  private long open;
  private long high;
  private long low;
  private long close;
  private long volume;

  /** For candles of this length. */
  public CandleAggregator(Interval interval) {
    this.interval = interval;
  }

  /** Adds a shorter candle, which must lie within one candle of the interval. */
  public void add(long rowOpenNs, long rowCloseNs, long o, long h, long l, long c, long rowVolume) {
    begin(rowOpenNs);
    Check.argument(
        rowCloseNs <= closeTimeNs(), "a row must not cross the candle's end, was at %s", rowOpenNs);
    merge(rowCloseNs, o, h, l, c, rowVolume);
  }

  /** Adds a trade. A candle of trades is closed by the clock or by {@link #isDue}. */
  public void addTrade(long timeNs, long price, long qty) {
    begin(timeNs);
    merge(timeNs, price, price, price, price, qty);
  }

  /** Whether a candle is under way and a row has reached its end. */
  public boolean isComplete() {
    return filled && lastTimeNs >= closeTimeNs();
  }

  /** Whether a candle is under way whose end has been reached at this time. */
  public boolean isDue(long timeNs) {
    return filled && timeNs >= closeTimeNs();
  }

  /** Whether any row has been added since the last candle. */
  public boolean isFilled() {
    return filled;
  }

  /** Begins the next candle. */
  public void clear() {
    filled = false;
  }

  /** Length of the candles. */
  public Interval interval() {
    return interval;
  }

  /** Start of the candle under way. */
  public long openTimeNs() {
    return openTimeNs;
  }

  /** End of the candle under way, not included. */
  public long closeTimeNs() {
    return openTimeNs + interval.durationNs();
  }

  /** First price. */
  public long open() {
    return open;
  }

  /** Highest price so far. */
  public long high() {
    return high;
  }

  /** Lowest price so far. */
  public long low() {
    return low;
  }

  /** Latest price. */
  public long close() {
    return close;
  }

  /** Sum of volumes so far. */
  public long volume() {
    return volume;
  }

  private void begin(long timeNs) {
    if (!filled) {
      openTimeNs = interval.floor(timeNs);
      return;
    }
    Check.argument(timeNs >= lastTimeNs, "rows must rise in time, was %s", timeNs);
    Check.argument(
        timeNs < closeTimeNs(),
        "the candle under way must be closed before the next begins, at %s",
        timeNs);
  }

  private void merge(long timeNs, long o, long h, long l, long c, long rowVolume) {
    if (filled) {
      high = Math.max(high, h);
      low = Math.min(low, l);
      volume = Math.addExact(volume, rowVolume);
    } else {
      filled = true;
      open = o;
      high = h;
      low = l;
      volume = rowVolume;
    }
    close = c;
    lastTimeNs = timeNs;
  }

  @Override
  public void save(StateWriter out) {
    out.section("candle-aggregator", 1)
        .writeLong(interval.durationNs())
        .writeBoolean(filled)
        .writeLong(openTimeNs)
        .writeLong(lastTimeNs)
        .writeLong(open)
        .writeLong(high)
        .writeLong(low)
        .writeLong(close)
        .writeLong(volume);
  }

  @Override
  public void load(StateReader in) {
    in.section("candle-aggregator", 1);
    Check.invariant(
        in.readLong() == interval.durationNs(),
        "the state is of another interval than %s",
        interval);
    filled = in.readBoolean();
    openTimeNs = in.readLong();
    lastTimeNs = in.readLong();
    open = in.readLong();
    high = in.readLong();
    low = in.readLong();
    close = in.readLong();
    volume = in.readLong();
  }
}
