package io.tradewind.simulation.session;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.engine.BookSpec;
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
  private final TickFeed[] feeds;
  private final VenueSession<TickVenue> session;
  private final Earliest due;

  /**
   * Numbers of sources: one for each instrument from each of these on, the venue's trades first.
   */
  private final int venueBooks;

  private final int fundings;
  private final int engineTrades;
  private final int engineBooks;

  /** Feeds that the engine has not seen the end of, two for each instrument. */
  private int feeding;

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
    this.feeds = new TickFeed[n];
    Arrays.setAll(
        feeds,
        i ->
            new TickFeed(
                spec.instruments().get(i),
                history.trades().get(i),
                history.books().get(i),
                history.fundings().get(i),
                settings.feedLatencyNs(),
                history.isHeard()));
    long[] cash = spec.books().stream().mapToLong(BookSpec::capitalScaled).toArray();
    this.session =
        new VenueSession<>(
            spec,
            strategies,
            new TradeSlices(spec.instruments(), settings),
            listener ->
                new TickVenue(
                    spec.instruments(), settings.rules(), cash, settings.abilitySet(), listener),
            command -> {},
            sink);
    this.venueBooks = n;
    this.fundings = 2 * n;
    this.engineTrades = 3 * n;
    this.engineBooks = 4 * n;
    this.due = new Earliest(5 * n);
    findAll();
  }

  @Override
  public Engine engine() {
    return session.engine();
  }

  /** The venue, to be read. */
  public TickVenue venue() {
    return session.venue();
  }

  /** When the latest event was, epoch nanoseconds. */
  @Override
  public long timeNs() {
    return session.timeNs();
  }

  @Override
  public long sliceNs() {
    return session.sliceNs();
  }

  @Override
  public long candles() {
    return session.candles();
  }

  /** How many trades came too late for their candle. */
  public long lateTrades() {
    return session.late();
  }

  /** Goes on to the end of the next slice, or of the data; false when the data has ended. */
  @Override
  public boolean step() {
    long ended = session.slices();
    boolean more = true;
    while (more && session.slices() == ended) {
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
    long timeNs = due.timeNs();
    long own = session.nextNs();
    if (source >= engineTrades ? own <= timeNs : own < timeNs) {
      session.next();
    } else if (source >= engineBooks) {
      showBook(source - engineBooks, timeNs);
    } else if (source >= engineTrades) {
      showTrade(source - engineTrades, timeNs);
    } else {
      happen(source, timeNs);
    }
    return true;
  }

  /** Something happens at the venue. */
  private void happen(int source, long timeNs) {
    if (source >= fundings) {
      TickFeed feed = feeds[source - fundings];
      session.onFunding(source - fundings, feed.takeFunding(), timeNs);
      due.set(source, feed.fundingNs());
    } else if (source >= venueBooks) {
      TickFeed feed = feeds[source - venueBooks];
      int from = feed.takeVenueBook();
      int to = from + 1;
      while (!feed.book().ends(to - 1)) {
        to = feed.takeVenueBook() + 1;
      }
      session.atVenue(source - venueBooks, feed.book(), from, to, timeNs);
      due.set(source, feed.venueBookNs());
    } else {
      TickFeed feed = feeds[source];
      session.atVenue(source, feed.trades(), feed.takeVenueTrade(), timeNs);
      due.set(source, feed.venueTradeNs());
    }
  }

  private void showBook(int instrument, long timeNs) {
    TickFeed feed = feeds[instrument];
    BookColumns rows = feed.book();
    int from = feed.takeEngineBook();
    int to = from + 1;
    while (!rows.ends(to - 1)) {
      to = feed.takeEngineBook() + 1;
    }
    session.onBook(instrument, rows, from, to, timeNs);
    find(engineBooks + instrument, feed.engineBookNs());
  }

  private void showTrade(int instrument, long timeNs) {
    TickFeed feed = feeds[instrument];
    session.onTrade(instrument, feed.trades(), feed.takeEngineTrade(), timeNs);
    find(engineTrades + instrument, feed.engineTradeNs());
  }

  private void find(int source, long timeNs) {
    due.set(source, timeNs);
    feeding -= timeNs == Earliest.NEVER ? 1 : 0;
  }

  @Override
  public void end() {
    session.end();
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
  }

  @Override
  public void save(StateWriter out) {
    out.section("tick-session", 3);
    for (TickFeed feed : feeds) {
      feed.save(out);
    }
    session.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("tick-session", 3);
    for (TickFeed feed : feeds) {
      feed.load(in);
    }
    session.load(in);
    findAll();
  }
}
