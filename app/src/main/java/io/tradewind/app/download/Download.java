package io.tradewind.app.download;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.check.NearMiss;
import io.tradewind.analytics.random.SplitMix;
import io.tradewind.app.terminal.UserMistake;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.store.catalog.CandleStore;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.MarketRowParser;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.binance.rest.BinanceProtocol;
import io.tradewind.venues.binance.rest.MarketQueries;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.CircuitBreaker;
import io.tradewind.venues.http.HttpSettings;
import io.tradewind.venues.http.RateBudget;
import io.tradewind.venues.http.RateLimit;
import io.tradewind.venues.http.Transport;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.time.Backoff;
import io.tradewind.venues.time.VenueClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Market data of Binance's spot or USD-M market, over its REST interface into the store. */
public final class Download {
  private static final long MS_NS = 1_000_000L;
  private static final long MINUTE_NS = 60 * Utc.SECOND_NS;

  /** Nothing so young is taken: the venue's clock is known to less than this. */
  private static final long YOUNGEST_NS = 2 * Utc.SECOND_NS;

  /** Those of the venue that a day is made of; longer ones are made from them. */
  private static final List<String> INTERVALS =
      List.of("1m", "3m", "5m", "15m", "30m", "1h", "2h", "4h", "6h", "8h", "12h", "1d");

  private final Order order;
  private final Line line;
  private final FaultLog faults;
  private final VenueHttp http;

  /** What is downloaded. */
  public enum Kind {
    /** Candles of an interval. */
    CANDLES,
    /** Trades as takers made them. */
    TRADES,
    /** Fundings of perpetuals. */
    FUNDING
  }

  /**
   * What to download.
   *
   * @param symbols of one market, at least one
   * @param interval of candles
   * @param fromNs epoch nanoseconds, included
   * @param toNs epoch nanoseconds, not included
   * @param parallel symbols at a time, at least 1
   */
  public record Order(
      List<InstrumentId> symbols,
      Kind kind,
      Interval interval,
      long fromNs,
      long toNs,
      int parallel) {
    /** Checks the ranges. */
    public Order {
      symbols = List.copyOf(symbols);
      Check.argument(!symbols.isEmpty(), "a download names a symbol, was %s", symbols);
      Check.argument(parallel >= 1, "parallel must be >= 1, was %s", parallel);
      Check.argument(fromNs < toNs, "a download must begin before it ends, was %s", fromNs);
    }

    Market market() {
      return symbols.getFirst().market();
    }
  }

  /**
   * What it goes over.
   *
   * @param address as the user knows it, for messages
   */
  public record Line(Transport transport, VenueClock clock, String address) {}

  /** Nothing asked yet. */
  public Download(Order order, Line line) {
    this(order, line, 20 * Utc.SECOND_NS);
  }

  /** With a longest time for an answer. */
  Download(Order order, Line line, long timeoutNs) {
    this.order = order;
    this.line = line;
    faults = new FaultLog(line.clock(), report -> {});
    http =
        new VenueHttp(
            new HttpSettings(
                new HttpSettings.Bulkhead(order.parallel() + 1, 1_024),
                timeoutNs,
                2 * MINUTE_NS,
                5,
                new CircuitBreaker.Settings(10, 5 * Utc.SECOND_NS)),
            new BinanceProtocol(order.market(), Optional.empty(), new RestParser(faults)),
            new VenueHttp.Line(line.transport(), line.clock()),
            new Backoff(Utc.SECOND_NS / 4, 8 * Utc.SECOND_NS, new SplitMix(1)),
            new RateBudget(
                RateBudget.Shares.STANDARD,
                List.of(
                    new RateLimit(
                        RateLimit.Kind.WEIGHT, MINUTE_NS, isSpot(order) ? 6_000 : 2_400))));
  }

  /** The intervals of which candles can be had. */
  public static List<String> intervals() {
    return INTERVALS;
  }

  private static boolean isSpot(Order order) {
    return order.market() == Market.SPOT;
  }

  /**
   * Downloads.
   *
   * @throws UserMistake if the venue can't be asked, or does not have a symbol
   */
  public void run(CandleStore store, Watcher watcher) {
    Listing listing =
        switch (Listing.ask(
            http, isSpot(order) ? "/api/v3/exchangeInfo" : "/fapi/v1/exchangeInfo", faults)) {
          case Listing.Answer.Known(Listing known) -> known;
          case Listing.Answer.Failed(VenueError error) -> throw unreachable(error);
        };
    checkSymbols(listing);
    if (!listing.limits().isEmpty()) {
      http.budget().limits(listing.limits());
    }
    long toNs = Math.min(order.toNs(), listing.timeMs() * MS_NS - YOUNGEST_NS);
    if (order.fromNs() >= toNs) {
      throw new UserMistake("--from " + Utc.format(order.fromNs()) + " lies in the future");
    }
    MarketQueries queries =
        new MarketQueries(order.market(), new MarketRowParser(faults), new RestParser(faults));
    List<Job<?>> jobs = new ArrayList<>();
    for (InstrumentId id : order.symbols()) {
      jobs.add(job(new Asked(queries, id, order.fromNs(), toNs), store));
    }
    new Downloader(http, line.clock(), order.parallel(), watcher).run(jobs);
  }

  private Job<?> job(Asked asked, CandleStore store) {
    return switch (order.kind()) {
      case CANDLES -> new CandleJob(asked, order.interval(), store);
      case TRADES -> new TradeJob(asked, store);
      case FUNDING -> new FundingJob(asked, store);
    };
  }

  private void checkSymbols(Listing listing) {
    List<String> wrong = new ArrayList<>();
    for (InstrumentId id : order.symbols()) {
      String name = id.base() + id.quote();
      if (!listing.symbols().contains(name)) {
        wrong.add(
            line.address()
                + " has no "
                + id.symbol()
                + " ("
                + name
                + ")"
                + NearMiss.question(name, List.copyOf(listing.symbols())));
      }
    }
    if (!wrong.isEmpty()) {
      throw new UserMistake(String.join("\n", wrong));
    }
  }

  private UserMistake unreachable(VenueError error) {
    if (http.pausedUntilNs() > line.clock().nowNs()) {
      return new UserMistake(
          line.address()
              + " answers nothing before "
              + Utc.format(http.pausedUntilNs() / Utc.SECOND_NS * Utc.SECOND_NS)
              + ", too much was asked from this address ("
              + error.text()
              + "); run it again then");
    }
    return new UserMistake(
        "can't ask "
            + line.address()
            + ": "
            + error.text()
            + "; check the network and --base-url, then run it again");
  }
}
