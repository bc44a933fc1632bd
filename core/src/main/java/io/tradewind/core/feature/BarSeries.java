package io.tradewind.core.feature;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.market.CandleAggregator;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.number.Crossing;
import io.tradewind.core.time.Interval;

/**
 * The candles of one instrument at one interval as they close: taken as they come where they have
 * that length, else aggregated. Holds the latest one.
 */
public final class BarSeries implements Stateful {
  private final Interval interval;
  private final int priceScale;
  private final int volumeScale;
  private final CandleAggregator aggregator;
  private boolean closed;
  private long closeTimeNs;
  private long previousCloseTimeNs;
  private long closeScaled;
  private long openScaled;
  private long highScaled;
  private long lowScaled;
  private long volumeScaled;
  private double close;
  private boolean converted;
  private double open;
  private double high;
  private double low;
  private double volume;

  /** Without candles. */
  public BarSeries(Interval interval, int priceScale, int volumeScale) {
    this.interval = interval;
    this.priceScale = priceScale;
    this.volumeScale = volumeScale;
    this.aggregator = new CandleAggregator(interval);
  }

  /** Takes a row and returns whether a candle of this interval closed with it. */
  public boolean add(CandleColumns rows, int row) {
    long openNs = rows.openTimeNs(row);
    long closeNs = rows.closeTimeNs(row);
    if (closeNs - openNs == interval.durationNs() && !aggregator.isFilled()) {
      set(
          closeNs,
          rows.open(row),
          rows.high(row),
          rows.low(row),
          rows.close(row),
          rows.volume(row));
      return true;
    }
    aggregator.add(
        openNs,
        closeNs,
        rows.open(row),
        rows.high(row),
        rows.low(row),
        rows.close(row),
        rows.volume(row));
    return aggregator.isComplete() && takeAggregated();
  }

  /** Closes a candle whose last rows are missing, by the clock; returns whether there was one. */
  public boolean closeDue(long timeNs) {
    return aggregator.isDue(timeNs) && takeAggregated();
  }

  /** When the candle under way must be closed, {@link Long#MAX_VALUE} if none is. */
  public long dueNs() {
    return aggregator.isFilled() ? aggregator.closeTimeNs() : Long.MAX_VALUE;
  }

  /** Length of the candles. */
  public Interval interval() {
    return interval;
  }

  /** Whether a candle closed that has not been {@linkplain #clearClosed shown} yet. */
  public boolean isClosed() {
    return closed;
  }

  /** The closed candle has been shown. */
  public void clearClosed() {
    closed = false;
  }

  /** End of the latest candle. */
  public long closeTimeNs() {
    return closeTimeNs;
  }

  /** End of the candle before that. */
  public long previousCloseTimeNs() {
    return previousCloseTimeNs;
  }

  /** Its last price, exact. */
  public long closeScaled() {
    return closeScaled;
  }

  /** Its first price. */
  public double open() {
    convert();
    return open;
  }

  /** Its highest price. */
  public double high() {
    convert();
    return high;
  }

  /** Its lowest price. */
  public double low() {
    convert();
    return low;
  }

  /** Its last price. */
  public double close() {
    return close;
  }

  /** Its volume in base. */
  public double volume() {
    convert();
    return volume;
  }

  /** Once for a candle, and only if somebody asks. */
  private void convert() {
    if (!converted) {
      converted = true;
      open = Crossing.toDouble(openScaled, priceScale);
      high = Crossing.toDouble(highScaled, priceScale);
      low = Crossing.toDouble(lowScaled, priceScale);
      volume = Crossing.toDouble(volumeScaled, volumeScale);
    }
  }

  private boolean takeAggregated() {
    set(
        aggregator.closeTimeNs(),
        aggregator.open(),
        aggregator.high(),
        aggregator.low(),
        aggregator.close(),
        aggregator.volume());
    aggregator.clear();
    return true;
  }

  private void set(long timeNs, long o, long h, long l, long c, long v) {
    closed = true;
    previousCloseTimeNs = closeTimeNs;
    closeTimeNs = timeNs;
    closeScaled = c;
    openScaled = o;
    highScaled = h;
    lowScaled = l;
    volumeScaled = v;
    close = Crossing.toDouble(c, priceScale);
    converted = false;
  }

  @Override
  public void save(StateWriter out) {
    out.section("bar-series", 2)
        .writeBoolean(closed)
        .writeLong(closeTimeNs)
        .writeLong(previousCloseTimeNs)
        .writeLong(closeScaled)
        .writeLong(openScaled)
        .writeLong(highScaled)
        .writeLong(lowScaled)
        .writeLong(volumeScaled);
    aggregator.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("bar-series", 2);
    closed = in.readBoolean();
    closeTimeNs = in.readLong();
    previousCloseTimeNs = in.readLong();
    closeScaled = in.readLong();
    openScaled = in.readLong();
    highScaled = in.readLong();
    lowScaled = in.readLong();
    volumeScaled = in.readLong();
    close = Crossing.toDouble(closeScaled, priceScale);
    converted = false;
    aggregator.load(in);
  }
}
