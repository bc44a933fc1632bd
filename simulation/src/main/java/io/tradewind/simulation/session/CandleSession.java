package io.tradewind.simulation.session;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.engine.Engine;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.simulation.venue.CandleVenue;
import io.tradewind.simulation.venue.CostModel;
import java.util.List;

/**
 * Merges the candles of all instruments into the one order that engine and venue live by: at an
 * instant first the ends of candles (the venue walks each, then the engine sees each, then the
 * slice ends), then the opens of the next, always by instrument. Candles may differ in length.
 */
public final class CandleSession implements Stateful {
  private final CandleColumns[] feeds;
  private final int[] rows;
  private final boolean[] opened;
  private final long[] next;

  /** The first of those that wait for their next row to open, and of those whose row is open. */
  private long nextOpenNs = Long.MAX_VALUE;

  private long nextCloseNs = Long.MAX_VALUE;
  private final CandleVenue venue;
  private final Engine engine;
  private long timeNs = Long.MIN_VALUE;
  private long candles;

  /**
   * Ready to step.
   *
   * @param feeds by instrument, in the instrument's price scale, volumes in its quantity scale
   */
  public CandleSession(
      EngineSpec spec,
      Strategy strategy,
      CostModel costs,
      List<CandleColumns> feeds,
      AuditSink sink) {
    this.feeds = feeds.toArray(CandleColumns[]::new);
    this.rows = new int[this.feeds.length];
    this.opened = new boolean[this.feeds.length];
    this.next = new long[this.feeds.length];
    this.venue =
        new CandleVenue(
            spec.instruments(), costs, spec.capitalScaled(), event -> engine().onOrder(event));
    this.engine = new Engine(spec, strategy, venue, sink);
    for (int i = 0; i < next.length; i++) {
      findNext(i);
    }
  }

  /** The engine, to be read. */
  public Engine engine() {
    return engine;
  }

  /** The venue, to be read. */
  public CandleVenue venue() {
    return venue;
  }

  /** End of the latest slice, epoch nanoseconds. */
  public long timeNs() {
    return timeNs;
  }

  /** How many candles the engine has seen. */
  public long candles() {
    return candles;
  }

  /**
   * Goes on to the end of the next slice; false when the data has ended. A longer candle that is
   * under way then is never closed: nobody knows what was to come.
   */
  public boolean step() {
    while (nextOpenNs != Long.MAX_VALUE || nextCloseNs != Long.MAX_VALUE) {
      long due = engine.nextDueNs();
      if (due <= nextOpenNs && due < nextCloseNs) {
        endSlice(due);
        return true;
      }
      if (nextCloseNs <= nextOpenNs) {
        close(nextCloseNs);
        return true;
      }
      open(nextOpenNs);
    }
    return false;
  }

  /** Closes what is open at the last closes; the session is over. */
  public void end() {
    engine.onControl(new ControlEvent.CloseAll(timeNs));
    venue.closeOut(timeNs);
  }

  private void open(long time) {
    nextOpenNs = Long.MAX_VALUE;
    for (int i = 0; i < feeds.length; i++) {
      if (next[i] == time && !opened[i]) {
        opened[i] = true;
        findNext(i);
        venue.open(i, feeds[i], rows[i]);
      } else if (!opened[i]) {
        nextOpenNs = Math.min(nextOpenNs, next[i]);
      }
    }
  }

  private void close(long time) {
    for (int i = 0; i < feeds.length; i++) {
      if (next[i] == time && opened[i]) {
        venue.walk(i, feeds[i], rows[i]);
      }
    }
    nextCloseNs = Long.MAX_VALUE;
    for (int i = 0; i < feeds.length; i++) {
      if (next[i] == time && opened[i]) {
        engine.onCandle(i, feeds[i], rows[i]);
        opened[i] = false;
        rows[i]++;
        findNext(i);
        candles++;
      } else if (opened[i]) {
        nextCloseNs = Math.min(nextCloseNs, next[i]);
      }
    }
    endSlice(time);
  }

  /** When the row that an instrument has come to opens or, once open, closes. */
  private void findNext(int i) {
    CandleColumns feed = feeds[i];
    if (opened[i]) {
      next[i] = feed.closeTimeNs(rows[i]);
      nextCloseNs = Math.min(nextCloseNs, next[i]);
    } else {
      next[i] = rows[i] == feed.size() ? Long.MAX_VALUE : feed.openTimeNs(rows[i]);
      nextOpenNs = Math.min(nextOpenNs, next[i]);
    }
  }

  private void endSlice(long time) {
    timeNs = time;
    engine.onSliceEnd(time);
    venue.process(time);
  }

  @Override
  public void save(StateWriter out) {
    out.section("candle-session", 1).writeInts(rows).writeLong(timeNs).writeLong(candles);
    for (boolean open : opened) {
      out.writeBoolean(open);
    }
    engine.save(out);
    venue.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("candle-session", 1);
    System.arraycopy(in.readInts(), 0, rows, 0, rows.length);
    timeNs = in.readLong();
    candles = in.readLong();
    nextOpenNs = Long.MAX_VALUE;
    nextCloseNs = Long.MAX_VALUE;
    for (int i = 0; i < opened.length; i++) {
      opened[i] = in.readBoolean();
      findNext(i);
    }
    engine.load(in);
    venue.load(in);
  }
}
