package io.tradewind.simulation.session;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.engine.BookSpec;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.engine.Engine;
import io.tradewind.core.engine.EngineSpec;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.port.AuditSink;
import io.tradewind.core.strategy.Strategy;
import io.tradewind.simulation.venue.TickVenue;
import java.util.Arrays;
import java.util.List;

/**
 * Merges trades and order books of all instruments into the one order that engine and venue live
 * by. The venue meets them as they happened, the engine as they came here; between the two run
 * commands and answers, each after its latency. Of what is due at one instant comes first what
 * happens at the venue (trades, books, fundings, then the commands that arrive), then its answers,
 * then the ends of candles, then the market data that comes here; of each, by instrument.
 *
 * <p>Candles are made of the trades as they come, by the time at which they happened, and close by
 * the clock, so that strategies of candles run unchanged. A candle under way at the end of the data
 * is never closed: nobody knows what was to come.
 */
public final class TickSession implements MarketSession {
  private final TickSettings settings;
  private final TickFeed[] feeds;
  private final TradeCandles[] candles;
  private final TickVenue venue;
  private final Engine engine;
  private final Earliest due;

  /** Numbers of sources: one for each instrument from the first three and the last two on. */
  private final int venueBooks;

  private final int fundings;
  private final int arrivals;
  private final int answers;
  private final int slices;
  private final int engineTrades;
  private final int engineBooks;

  /** Feeds that the engine has not seen the end of, two for each instrument. */
  private int feeding;

  private long nextCloseNs = Long.MAX_VALUE;
  private long nowNs = Long.MIN_VALUE;
  private long sliceNs = Long.MIN_VALUE;
  private long slicesEnded;
  private long candlesSeen;

  /**
   * Ready to step.
   *
   * @param strategies one for each book of the specification
   */
  public TickSession(
      EngineSpec spec,
      List<Strategy> strategies,
      TickSettings settings,
      TickHistory history,
      AuditSink sink) {
    int n = spec.instruments().size();
    Check.argument(history.trades().size() == n, "ticks are of %s instruments, not of all", n);
    this.settings = settings;
    this.feeds = new TickFeed[n];
    Arrays.setAll(
        feeds,
        i ->
            new TickFeed(
                spec.instruments().get(i),
                history.trades().get(i),
                history.books().get(i),
                history.fundings().get(i),
                settings.feedLatencyNs()));
    this.candles = new TradeCandles[n];
    Arrays.setAll(candles, i -> new TradeCandles(feeds[i].trades(), settings));
    long[] cash = spec.books().stream().mapToLong(BookSpec::capitalScaled).toArray();
    this.venue =
        new TickVenue(
            spec.instruments(), settings.rules(), cash, settings.abilitySet(), new ToEngine(this));
    this.engine = new Engine(spec, strategies, venue, sink);
    this.venueBooks = n;
    this.fundings = 2 * n;
    this.arrivals = 3 * n;
    this.answers = 3 * n + 1;
    this.slices = 3 * n + 2;
    this.engineTrades = 3 * n + 3;
    this.engineBooks = 4 * n + 3;
    this.due = new Earliest(5 * n + 3);
    findAll();
  }

  @Override
  public Engine engine() {
    return engine;
  }

  /** The venue, to be read. */
  public TickVenue venue() {
    return venue;
  }

  /** When the latest event was, epoch nanoseconds. */
  @Override
  public long timeNs() {
    return nowNs;
  }

  @Override
  public long sliceNs() {
    return sliceNs;
  }

  @Override
  public long candles() {
    return candlesSeen;
  }

  /** How many trades came too late for their candle. */
  public long lateTrades() {
    return Arrays.stream(candles).mapToLong(TradeCandles::late).sum();
  }

  /** Goes on to the end of the next slice, or of the data; false when the data has ended. */
  @Override
  public boolean step() {
    long ended = slicesEnded;
    boolean more = true;
    while (more && slicesEnded == ended) {
      more = next();
    }
    return more;
  }

  /** Goes on by one event, a whole message of a book being one; false when the data has ended. */
  public boolean next() {
    if (feeding == 0) {
      return false;
    }
    int source = due.first();
    nowNs = due.timeNs();
    if (source >= engineTrades) {
      if (source >= engineBooks) {
        showBook(source - engineBooks);
      } else {
        showTrade(source - engineTrades);
      }
    } else if (source < arrivals) {
      happen(source);
    } else if (source == arrivals) {
      venue.arrive(nowNs);
      due.set(arrivals, venue.nextArrivalNs());
      due.set(answers, venue.nextAnswerNs());
    } else if (source == answers) {
      venue.answer();
      due.set(answers, venue.nextAnswerNs());
      send();
    } else {
      endSlice(nowNs - settings.graceNs());
    }
    return true;
  }

  /** Something happens at the venue. */
  private void happen(int source) {
    if (source >= fundings) {
      TickFeed feed = feeds[source - fundings];
      double rate = feed.takeFunding();
      engine.onFunding(source - fundings, rate);
      venue.fund(source - fundings, nowNs, rate);
      due.set(source, feed.fundingNs());
      send();
    } else if (source >= venueBooks) {
      changeBook(source - venueBooks);
    } else {
      TickFeed feed = feeds[source];
      venue.onTrade(source, feed.trades(), feed.takeVenueTrade());
      due.set(source, feed.venueTradeNs());
    }
    due.set(answers, venue.nextAnswerNs());
  }

  private void changeBook(int instrument) {
    TickFeed feed = feeds[instrument];
    BookColumns rows = feed.book();
    int row = feed.takeVenueBook();
    venue.onBook(instrument, rows, row);
    while (!rows.ends(row)) {
      row = feed.takeVenueBook();
      venue.onBook(instrument, rows, row);
    }
    due.set(venueBooks + instrument, feed.venueBookNs());
  }

  private void showBook(int instrument) {
    TickFeed feed = feeds[instrument];
    BookColumns rows = feed.book();
    int row = feed.takeEngineBook();
    engine.onBook(instrument, rows, row);
    while (!rows.ends(row)) {
      row = feed.takeEngineBook();
      engine.onBook(instrument, rows, row);
    }
    find(engineBooks + instrument, feed.engineBookNs());
    send();
  }

  private void showTrade(int instrument) {
    TickFeed feed = feeds[instrument];
    int row = feed.takeEngineTrade();
    candles[instrument].add(feed.trades(), row);
    if (candles[instrument].closeTimeNs() < nextCloseNs) {
      findSlice();
    }
    engine.onTrade(instrument, feed.trades(), row);
    find(engineTrades + instrument, feed.engineTradeNs());
    send();
  }

  private void find(int source, long timeNs) {
    due.set(source, timeNs);
    feeding -= timeNs == Earliest.NEVER ? 1 : 0;
  }

  private void endSlice(long timeNs) {
    sliceNs = timeNs;
    for (int i = 0; i < candles.length; i++) {
      if (candles[i].isDue(timeNs)) {
        engine.onCandle(i, candles[i].take(), 0);
        candlesSeen++;
      }
    }
    engine.onSliceEnd(timeNs);
    slicesEnded++;
    findSlice();
    send();
  }

  private void findSlice() {
    nextCloseNs = engine.nextDueNs();
    for (TradeCandles each : candles) {
      nextCloseNs = Math.min(nextCloseNs, each.closeTimeNs());
    }
    boolean none = nextCloseNs == Long.MAX_VALUE;
    due.set(slices, none ? Earliest.NEVER : nextCloseNs + settings.graceNs());
  }

  private void send() {
    if (venue.send(nowNs)) {
      due.set(arrivals, venue.nextArrivalNs());
    }
  }

  /**
   * Closes what is open at the last trades, after what was on its way has come; the session is
   * over.
   */
  @Override
  public void end() {
    comeToRest();
    engine.onControl(new ControlEvent.CloseAll(nowNs));
    comeToRest();
    venue.closeOut(nowNs);
    comeToRest();
  }

  private void comeToRest() {
    venue.send(nowNs);
    while (venue.nextArrivalNs() != Long.MAX_VALUE || venue.nextAnswerNs() != Long.MAX_VALUE) {
      boolean answers = venue.nextAnswerNs() <= venue.nextArrivalNs();
      nowNs = Math.max(nowNs, answers ? venue.nextAnswerNs() : venue.nextArrivalNs());
      if (answers) {
        venue.answer();
        venue.send(nowNs);
      } else {
        venue.arrive(nowNs);
      }
    }
  }

  private void findAll() {
    int n = feeds.length;
    feeding = 2 * n;
    for (int i = 0; i < n; i++) {
      due.set(i, feeds[i].venueTradeNs());
      due.set(venueBooks + i, feeds[i].venueBookNs());
      due.set(fundings + i, feeds[i].fundingNs());
      find(engineTrades + i, feeds[i].engineTradeNs());
      find(engineBooks + i, feeds[i].engineBookNs());
    }
    due.set(arrivals, venue.nextArrivalNs());
    due.set(answers, venue.nextAnswerNs());
    findSlice();
  }

  @Override
  public void save(StateWriter out) {
    out.section("tick-session", 2)
        .writeLong(nowNs)
        .writeLong(sliceNs)
        .writeLong(slicesEnded)
        .writeLong(candlesSeen);
    for (TickFeed feed : feeds) {
      feed.save(out);
    }
    for (TradeCandles each : candles) {
      each.save(out);
    }
    engine.save(out);
    venue.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("tick-session", 2);
    nowNs = in.readLong();
    sliceNs = in.readLong();
    slicesEnded = in.readLong();
    candlesSeen = in.readLong();
    for (TickFeed feed : feeds) {
      feed.load(in);
    }
    for (TradeCandles each : candles) {
      each.load(in);
    }
    engine.load(in);
    venue.load(in);
    findAll();
  }
}
