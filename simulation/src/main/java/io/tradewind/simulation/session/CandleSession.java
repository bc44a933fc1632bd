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
    while (true) {
      long nextOpen = Long.MAX_VALUE;
      long nextClose = Long.MAX_VALUE;
      for (int i = 0; i < feeds.length; i++) {
        if (opened[i]) {
          nextClose = Math.min(nextClose, next[i]);
        } else {
          nextOpen = Math.min(nextOpen, next[i]);
        }
      }
      if (nextOpen == Long.MAX_VALUE && nextClose == Long.MAX_VALUE) {
        return false;
      }
      long due = engine.nextDueNs();
      if (due <= nextOpen && due < nextClose) {
        endSlice(due);
        return true;
      }
      if (nextClose <= nextOpen) {
        close(nextClose);
        return true;
      }
      open(nextOpen);
    }
  }

  /** Closes what is open at the last closes; the session is over. */
  public void end() {
    engine.onControl(new ControlEvent.CloseAll(timeNs));
    venue.closeOut(timeNs);
  }

  private void open(long time) {
    for (int i = 0; i < feeds.length; i++) {
      if (next[i] == time && !opened[i]) {
        opened[i] = true;
        next[i] = feeds[i].closeTimeNs(rows[i]);
        venue.open(i, feeds[i], rows[i]);
      }
    }
  }

  private void close(long time) {
    for (int i = 0; i < feeds.length; i++) {
      if (next[i] == time && opened[i]) {
        venue.walk(i, feeds[i], rows[i]);
      }
    }
    for (int i = 0; i < feeds.length; i++) {
      if (next[i] == time && opened[i]) {
        engine.onCandle(i, feeds[i], rows[i]);
        opened[i] = false;
        rows[i]++;
        findNext(i);
        candles++;
      }
    }
    endSlice(time);
  }

  /** When the row that an instrument has come to opens or, once open, closes. */
  private void findNext(int i) {
    CandleColumns feed = feeds[i];
    if (rows[i] == feed.size()) {
      next[i] = Long.MAX_VALUE;
    } else {
      next[i] = opened[i] ? feed.closeTimeNs(rows[i]) : feed.openTimeNs(rows[i]);
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
    for (int i = 0; i < opened.length; i++) {
      opened[i] = in.readBoolean();
      findNext(i);
    }
    engine.load(in);
    venue.load(in);
  }
}
