package io.tradewind.simulation.session;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.engine.BookSpec;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.engine.Engine;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.order.Ability;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.simulation.venue.CandleVenue;
import io.tradewind.simulation.venue.CostModel;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/**
 * Merges the candles of all instruments into the one order that engine and venue live by: at an
 * instant first the ends of candles (the venue walks each, then the engine sees each, then the
 * slice ends), then funding, then the opens of the next, always by instrument. Candles may differ
 * in length. What is opened at the instant of a funding does not take part in it; what is closed
 * only then does.
 */
public final class CandleSession implements MarketSession {
  private final Feed[] feeds;

  /** The first of those that wait for their next row to open, and of those whose row is open. */
  private long nextOpenNs = Long.MAX_VALUE;

  private long nextCloseNs = Long.MAX_VALUE;
  private long nextFundingNs = Long.MAX_VALUE;
  private final CandleVenue venue;
  private final Engine engine;
  private long timeNs = Long.MIN_VALUE;
  private long candles;

  /**
   * Ready to step, with one strategy and without funding.
   *
   * @param feeds by instrument, in the instrument's price scale, volumes in its quantity scale
   */
  public CandleSession(
      EngineSpec spec,
      Strategy strategy,
      CostModel costs,
      List<CandleColumns> feeds,
      AuditSink sink) {
    this(spec, List.of(strategy), costs, History.of(feeds), sink);
  }

  /**
   * Ready to step.
   *
   * @param strategies one for each book of the specification
   */
  public CandleSession(
      EngineSpec spec,
      List<Strategy> strategies,
      CostModel costs,
      History history,
      AuditSink sink) {
    this(spec, strategies, costs, history, EnumSet.allOf(Ability.class), sink);
  }

  /**
   * Ready to step, at a venue that can do only this.
   *
   * @param strategies one for each book of the specification
   */
  public CandleSession(
      EngineSpec spec,
      List<Strategy> strategies,
      CostModel costs,
      History history,
      EnumSet<Ability> abilities,
      AuditSink sink) {
    this.feeds = new Feed[history.candles().size()];
    Arrays.setAll(feeds, i -> new Feed(history.candles().get(i), history.fundings().get(i)));
    long[] cash = spec.books().stream().mapToLong(BookSpec::capitalScaled).toArray();
    this.venue = new CandleVenue(spec.instruments(), costs, cash, abilities, new ToEngine(this));
    this.engine = new Engine(spec, strategies, venue, sink);
    findNext();
  }

  @Override
  public Engine engine() {
    return engine;
  }

  /** The venue, to be read. */
  public CandleVenue venue() {
    return venue;
  }

  @Override
  public long timeNs() {
    return timeNs;
  }

  @Override
  public long sliceNs() {
    return timeNs;
  }

  @Override
  public long candles() {
    return candles;
  }

  /**
   * Goes on to the end of the next slice; false when the data has ended. A longer candle that is
   * under way then is never closed: nobody knows what was to come.
   */
  @Override
  public boolean step() {
    while (nextOpenNs != Long.MAX_VALUE || nextCloseNs != Long.MAX_VALUE) {
      long due = engine.nextDueNs();
      if (due <= Math.min(nextOpenNs, nextFundingNs) && due < nextCloseNs) {
        endSlice(due);
        return true;
      }
      if (nextCloseNs <= Math.min(nextOpenNs, nextFundingNs)) {
        close(nextCloseNs);
        return true;
      }
      if (nextFundingNs <= nextOpenNs) {
        fund(nextFundingNs);
      } else {
        open(nextOpenNs);
      }
    }
    return false;
  }

  /** Closes what is open at the last closes; the session is over. */
  @Override
  public void end() {
    engine.onControl(new ControlEvent.CloseAll(timeNs));
    venue.closeOut(timeNs);
  }

  /** Strategies learn the rate, and what it costs. */
  private void fund(long time) {
    nextFundingNs = Long.MAX_VALUE;
    for (int i = 0; i < feeds.length; i++) {
      Feed feed = feeds[i];
      if (feed.nextFundingNs() == time) {
        double rate = feed.takeFunding();
        engine.onFunding(i, rate);
        venue.fund(i, time, rate);
      }
      nextFundingNs = Math.min(nextFundingNs, feed.nextFundingNs());
    }
  }

  private void open(long time) {
    nextOpenNs = Long.MAX_VALUE;
    for (int i = 0; i < feeds.length; i++) {
      Feed feed = feeds[i];
      if (!feed.isOpen() && feed.nextNs() == time) {
        feed.open();
        venue.open(i, feed.rows(), feed.row());
      }
      findNext(feed);
    }
  }

  private void close(long time) {
    for (int i = 0; i < feeds.length; i++) {
      Feed feed = feeds[i];
      if (feed.isOpen() && feed.nextNs() == time) {
        venue.walk(i, feed.rows(), feed.row());
      }
    }
    nextCloseNs = Long.MAX_VALUE;
    for (int i = 0; i < feeds.length; i++) {
      Feed feed = feeds[i];
      if (feed.isOpen() && feed.nextNs() == time) {
        engine.onCandle(i, feed.rows(), feed.row());
        feed.close();
        candles++;
      }
      findNext(feed);
    }
    endSlice(time);
  }

  private void findNext() {
    nextOpenNs = Long.MAX_VALUE;
    nextCloseNs = Long.MAX_VALUE;
    nextFundingNs = Long.MAX_VALUE;
    for (Feed feed : feeds) {
      findNext(feed);
      nextFundingNs = Math.min(nextFundingNs, feed.nextFundingNs());
    }
  }

  private void findNext(Feed feed) {
    if (feed.isOpen()) {
      nextCloseNs = Math.min(nextCloseNs, feed.nextNs());
    } else {
      nextOpenNs = Math.min(nextOpenNs, feed.nextNs());
    }
  }

  private void endSlice(long time) {
    timeNs = time;
    engine.onSliceEnd(time);
    venue.process(time);
  }

  @Override
  public void save(StateWriter out) {
    out.section("candle-session", 2).writeLong(timeNs).writeLong(candles);
    for (Feed feed : feeds) {
      feed.save(out);
    }
    engine.save(out);
    venue.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("candle-session", 2);
    timeNs = in.readLong();
    candles = in.readLong();
    for (Feed feed : feeds) {
      feed.load(in);
    }
    findNext();
    engine.load(in);
    venue.load(in);
  }
}
