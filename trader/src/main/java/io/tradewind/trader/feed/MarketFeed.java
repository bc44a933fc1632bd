package io.tradewind.trader.feed;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.MarketEvent;
import io.tradewind.core.time.Interval;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.book.BookKeeper;
import io.tradewind.venues.binance.model.DepthSnapshot;
import io.tradewind.venues.binance.model.DepthUpdate;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.model.MarketMessage;
import io.tradewind.venues.binance.model.MarketRow;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.MarketParser;
import io.tradewind.venues.binance.parse.MarketRowParser;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.binance.parse.SymbolTable;
import io.tradewind.venues.binance.rest.Fetches;
import io.tradewind.venues.binance.rest.MarketQueries;
import io.tradewind.venues.binance.rest.Query;
import io.tradewind.venues.binance.rest.TimeRange;
import io.tradewind.venues.binance.stream.BinanceNames;
import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.stream.SocketSettings;
import io.tradewind.venues.stream.StreamKind;
import io.tradewind.venues.stream.StreamListener;
import io.tradewind.venues.stream.StreamSpec;
import io.tradewind.venues.stream.StreamState;
import io.tradewind.venues.stream.StreamText;
import io.tradewind.venues.stream.VenueSocket;
import io.tradewind.venues.time.Backoff;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The market of Binance as a session hears it, as a duty cycle: candles and, where they are wanted,
 * trades and books, over streams; what these leave out is asked for. The listener is told by the
 * thread that calls {@link #doWork}.
 */
public final class MarketFeed {
  private static final int CAPACITY = 50_000;
  private static final int SNAPSHOT_LEVELS = 500;
  private static final int MOST_QUESTIONS = 8;

  /** Funding is exchanged at full hours; a little later the venue knows of it. */
  private static final long HOUR_NS = 3_600 * Utc.SECOND_NS;

  private static final long FUNDING_AFTER_NS = 10 * Utc.SECOND_NS;

  private final FeedSpec spec;
  private final Line line;
  private final FeedListener listener;
  private final CandleFeed.Patience patience;
  private final MarketParser parser;
  private final MarketQueries queries;
  private final Fetches fetches;
  private final FaultLog faults;
  private final Map<InstrumentId, Integer> places = new TreeMap<>();
  private final List<VenueSocket> sockets = new ArrayList<>();
  private final BookKeeper[] books;
  private final TradeGate[] trades;
  private final Optional<CandleFeed> candles;
  private final List<LiveQuality> quality = new ArrayList<>();
  private final long[] seenNs;
  private final long[] fundedNs;
  private long nextFundingNs;

  /** What it hears and asks over. */
  public record Line(
      VenueHttp http, VenueSocket.Line sockets, URI streams, Supplier<Backoff> backoff) {}

  /**
   * Nothing heard; the first step connects.
   *
   * @param nextOpenNs when the next candle opens of each instrument, epoch nanoseconds
   * @param faults where texts are counted that cannot be read
   */
  public MarketFeed(
      FeedSpec spec,
      long[] nextOpenNs,
      CandleFeed.Patience patience,
      Line line,
      FaultLog faults,
      FeedListener listener) {
    this.spec = spec;
    this.line = line;
    this.listener = listener;
    this.patience = patience;
    List<Instrument> instruments = spec.listings().stream().map(Listing::instrument).toList();
    int n = instruments.size();
    this.parser = new MarketParser(new SymbolTable(spec.market(), instruments), faults);
    this.queries =
        new MarketQueries(spec.market(), new MarketRowParser(faults), new RestParser(faults));
    this.faults = faults;
    this.fetches = new Fetches(line.http(), MOST_QUESTIONS);
    this.books = new BookKeeper[n];
    this.trades = new TradeGate[n];
    this.seenNs = new long[n];
    for (int i = 0; i < n; i++) {
      places.put(instruments.get(i).id(), i);
      books[i] = new BookKeeper(instruments.get(i).id(), this::askBook);
      trades[i] = new TradeGate();
      Instrument instrument = instruments.get(i);
      spec.candles().ifPresent(length -> quality.add(new LiveQuality(instrument, length)));
    }
    this.candles =
        spec.candles()
            .map(length ->
                new CandleFeed(
                    length.durationNs(),
                    nextOpenNs,
                    patience,
                    (place, fromNs, toNs) -> askCandles(place, length, new TimeRange(fromNs, toNs)),
                    this::onWhole));
    long nowNs = line.sockets().clock().nowNs();
    this.fundedNs = new long[n];
    this.nextFundingNs = nextHourNs(nowNs) + FUNDING_AFTER_NS;
    Arrays.fill(fundedNs, nowNs);
    Arrays.fill(seenNs, nowNs);
    for (String names : StreamNames.of(spec)) {
      StreamSpec stream =
          new StreamSpec(
              () -> URI.create(line.streams() + names),
              List.of(),
              StreamKind.MARKET,
              CAPACITY,
              BinanceNames.names());
      sockets.add(
          new VenueSocket(
              stream, SocketSettings.STANDARD, line.sockets(), line.backoff().get(), new Ear()));
    }
  }

  private void onWhole(int place, MarketEvent.Candle candle) {
    quality.get(place).add(candle);
    listener.onCandle(place, candle);
  }

  private static long nextHourNs(long timeNs) {
    return (timeNs / HOUR_NS + 1) * HOUR_NS;
  }

  /**
   * One step, of the lines also.
   *
   * @return how many things were done, 0 if there was nothing to do
   */
  public int doWork() {
    int work = 0;
    for (VenueSocket socket : sockets) {
      work += socket.doWork();
    }
    work += fetches.doWork();
    long nowNs = nowNs();
    for (int i = 0; i < trades.length; i++) {
      work += passTrades(i, nowNs);
    }
    if (candles.isPresent()) {
      work += candles.get().step(nowNs);
    }
    if (spec.market() == Market.PERP && nowNs >= nextFundingNs) {
      askFunding(nowNs);
      work++;
    }
    return work;
  }

  private long nowNs() {
    return line.sockets().clock().nowNs();
  }

  private int place(InstrumentId id) {
    return places.getOrDefault(id, -1);
  }

  /** When something was last heard of an instrument, by our clock. */
  public long seenNs(int instrument) {
    return seenNs[instrument];
  }

  /** Whether candles or trades of an instrument are missing that are waited for. */
  public boolean isMissing(int instrument) {
    return candles.map(each -> each.isMissing(instrument)).orElse(false)
        || trades[instrument].hasHole();
  }

  /** What is wrong with the latest candles of an instrument; empty where they can be relied on. */
  public Optional<String> poor(int instrument) {
    return spec.candles().isEmpty() ? Optional.empty() : quality.get(instrument).poor();
  }

  /** Whether it plays what was missed. */
  public boolean isCatchingUp() {
    return candles.map(CandleFeed::isCatchingUp).orElse(false);
  }

  /** Texts that did not come through, over all connections. */
  public long lost() {
    return sockets.stream().mapToLong(each -> each.counts().dropped()).sum();
  }

  /** Texts that could not be read, also those of orders, which are counted in the same place. */
  public long unread() {
    return faults.total();
  }

  /** Connections that were opened or tried. */
  public long connections() {
    return sockets.stream().mapToLong(each -> each.counts().connections()).sum();
  }

  /** Ends all connections. */
  public void close() {
    sockets.forEach(VenueSocket::close);
  }

  private final class Ear implements StreamListener {
    @Override
    public void onText(StreamText text) {
      parser.parse(text, MarketFeed.this::onMessage);
    }

    @Override
    public void onState(StreamState state) {
      if (state instanceof StreamState.Down) {
        for (BookKeeper book : books) {
          book.reset();
        }
      }
    }
  }

  private void onMessage(MarketMessage message) {
    switch (message) {
      case MarketMessage.Data(MarketEvent.Trade trade, _) ->
          trades[see(trade.instrument(), trade.receiveTimeNs())].offer(trade);
      case MarketMessage.Data(MarketEvent.Candle candle, _) -> {
        int place = see(candle.instrument(), candle.receiveTimeNs());
        candles.ifPresent(each -> each.onCandle(place, candle));
      }
      case MarketMessage.Forming(MarketEvent.Candle candle) ->
          see(candle.instrument(), candle.receiveTimeNs());
      case MarketMessage.Depth(DepthUpdate update) -> onDepth(update);
      case MarketMessage.Data _,
          MarketMessage.Acknowledged _,
          MarketMessage.Refused _,
          MarketMessage.ServerShutdown _ -> {}
    }
  }

  private int see(InstrumentId id, long timeNs) {
    int place = place(id);
    seenNs[place] = Math.max(seenNs[place], timeNs);
    return place;
  }

  private void onDepth(DepthUpdate update) {
    int place = see(update.instrument(), update.stamp().receiveTimeNs());
    if (books[place].onUpdate(update) == BookKeeper.Result.APPLIED
        && update.bids().size() + update.asks().size() > 0) {
      listener.onBook(place, BookRows.changes(instrument(place), update));
    }
  }

  private Instrument instrument(int place) {
    return spec.listings().get(place).instrument();
  }

  private void askBook(InstrumentId id) {
    Query<DepthSnapshot> query = queries.depth(instrument(place(id)), SNAPSHOT_LEVELS);
    line.http()
        .submit(
            query.request(),
            reply -> {
              if (reply instanceof Reply.Done done) {
                query.read(done.response().body()).ifPresent(book -> onBook(place(id), book));
              }
            });
  }

  private void onBook(int place, DepthSnapshot snapshot) {
    BookKeeper book = books[place];
    if (!book.isLive()
        && book.onSnapshot(snapshot)
        && book.bids().size() + book.asks().size() > 0) {
      listener.onBook(place, BookRows.whole(instrument(place), book, nowNs()));
    }
  }

  private int passTrades(int place, long nowNs) {
    TradeGate gate = trades[place];
    int count = 0;
    Optional<MarketEvent.Trade> next = gate.take(nowNs, patience.repairNs());
    while (next.isPresent()) {
      listener.onTrade(place, next.get());
      count++;
      next = gate.take(nowNs, patience.repairNs());
    }
    gate.ask(nowNs).ifPresent(fromId -> askTrades(place, fromId, gate.holeEndNs()));
    return count;
  }

  private void askTrades(int place, long fromId, long untilNs) {
    Instrument instrument = instrument(place);
    TimeRange range = new TimeRange(0, untilNs + 1);
    fetches.add(
        queries.aggTradesFrom(instrument, fromId, range),
        new Fetches.Taker<MarketRow.AggTrade>() {
          @Override
          public void onRows(List<MarketRow.AggTrade> rows) {
            long nowNs = nowNs();
            for (MarketRow.AggTrade row : rows) {
              trades[place].offer(
                  new MarketEvent.Trade(
                      instrument.id(),
                      row.timeNs(),
                      nowNs,
                      row.id(),
                      row.priceScaled(),
                      row.qtyScaled(),
                      row.buyerIsAggressor()));
            }
          }

          @Override
          public void onEnd(Fetches.End end) {
            trades[place].answered(nowNs() + patience.againNs());
          }
        });
  }

  private void askCandles(int place, Interval length, TimeRange range) {
    Instrument instrument = instrument(place);
    List<MarketEvent.Candle> all = new ArrayList<>();
    fetches.add(
        queries.klines(instrument, length, range),
        new Fetches.Taker<MarketRow.Kline>() {
          @Override
          public void onRows(List<MarketRow.Kline> rows) {
            rows.forEach(row -> all.add(candle(instrument, row)));
          }

          @Override
          public void onEnd(Fetches.End end) {
            boolean isWhole = end instanceof Fetches.End.Complete;
            candles.ifPresent(each -> each.onAnswer(place, all, isWhole, nowNs()));
          }
        });
  }

  private MarketEvent.Candle candle(Instrument instrument, MarketRow.Kline row) {
    return new MarketEvent.Candle(
        instrument.id(),
        row.openTimeNs(),
        row.closeTimeNs(),
        nowNs(),
        row.openScaled(),
        row.highScaled(),
        row.lowScaled(),
        row.closeScaled(),
        row.volumeScaled());
  }

  /** Where the venue does not answer, the next hour asks for this one, too. */
  private void askFunding(long nowNs) {
    nextFundingNs = nextHourNs(nowNs) + FUNDING_AFTER_NS;
    for (int i = 0; i < trades.length; i++) {
      int place = i;
      fetches.add(
          queries.fundings(instrument(i), new TimeRange(fundedNs[i], nowNs)),
          new Fetches.Taker<MarketRow.Funding>() {
            @Override
            public void onRows(List<MarketRow.Funding> rows) {
              rows.forEach(row -> listener.onFunding(place, row.rate().doubleValue()));
            }

            @Override
            public void onEnd(Fetches.End end) {
              if (end instanceof Fetches.End.Complete) {
                fundedNs[place] = nowNs;
              }
            }
          });
    }
  }
}
