package io.tradewind.simulation.session;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.CandleAggregator;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.time.Interval;

/**
 * Candles of one instrument out of its trades, as they come: the one that waits to be closed, and
 * the next, which has begun by then where candles are closed with a grace.
 */
final class TradeCandles implements Stateful {
  private final int priceScale;
  private final int qtyScale;
  private final Interval interval;
  private final long graceNs;
  private CandleAggregator current;
  private CandleAggregator next;

  private long late;

  TradeCandles(Instrument instrument, TickSettings settings) {
    this.interval = settings.candles();
    this.graceNs = settings.graceNs();
    this.priceScale = instrument.priceScale();
    this.qtyScale = instrument.qtyScale();
    this.current = new CandleAggregator(interval);
    this.next = new CandleAggregator(interval);
  }

  /**
   * Takes in a trade by the time at which it happened. One that comes when its candle is closed, or
   * would be if it had begun, is left out; so is one that lies behind the two candles under way,
   * where the venue's clock is that far ahead of ours.
   */
  void add(TradeColumns rows, int row) {
    long timeNs = rows.timeNs(row);
    long closedNs = interval.floor(timeNs) + interval.durationNs() + graceNs;
    boolean isAhead = current.isDue(timeNs) && next.isDue(timeNs);
    if (closedNs <= rows.receiveTimeNs(row) || isAhead) {
      late++;
    } else if (current.isDue(timeNs)) {
      next.addTrade(timeNs, rows.price(row), rows.qty(row));
    } else {
      current.addTrade(timeNs, rows.price(row), rows.qty(row));
    }
  }

  /** How many trades came too late for their candle. */
  long late() {
    return late;
  }

  /** The end of the candle under way, MAX_VALUE if there is none. */
  long closeTimeNs() {
    return current.isFilled() ? current.closeTimeNs() : Long.MAX_VALUE;
  }

  /** Whether a candle ends at this time; until {@link #take} it is the one under way. */
  boolean isDue(long timeNs) {
    return current.isDue(timeNs);
  }

  /** The candle under way, as one row, and begins the next. */
  CandleColumns take() {
    CandleColumns row =
        new CandleColumns(
            priceScale,
            qtyScale,
            new long[] {current.openTimeNs()},
            new long[] {current.closeTimeNs()},
            new long[] {current.open()},
            new long[] {current.high()},
            new long[] {current.low()},
            new long[] {current.close()},
            new long[] {current.volume()});
    current.clear();
    CandleAggregator empty = current;
    current = next;
    next = empty;
    return row;
  }

  @Override
  public void save(StateWriter out) {
    out.section("trade-candles", 2).writeLong(late);
    current.save(out);
    next.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("trade-candles", 2);
    late = in.readLong();
    current.load(in);
    next.load(in);
  }
}
