package io.tradewind.bench.latency;

import io.tradewind.core.engine.Engine;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.MarketEvent;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.time.Utc;
import io.tradewind.venues.binance.book.BookKeeper;
import io.tradewind.venues.binance.book.BookSide;
import io.tradewind.venues.binance.model.DepthSnapshot;
import io.tradewind.venues.binance.model.DepthUpdate;
import io.tradewind.venues.binance.model.Levels;
import io.tradewind.venues.binance.model.Listing;
import io.tradewind.venues.binance.model.MarketMessage;
import io.tradewind.venues.binance.parse.FaultLog;
import io.tradewind.venues.binance.parse.MarketParser;
import io.tradewind.venues.binance.parse.MarketRowParser;
import io.tradewind.venues.binance.parse.RestParser;
import io.tradewind.venues.binance.parse.SymbolTable;
import io.tradewind.venues.binance.rest.MarketQueries;
import io.tradewind.venues.binance.rest.Query;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Market messages into the engine: trades, books kept in order, and candles that have closed. */
final class MarketInlet implements StreamListener {
  private static final int CAPACITY = 50_000;
  private static final int SNAPSHOT_LEVELS = 500;

  private final List<Listing> listings;
  private final Engine engine;
  private final Lines lines;
  private final Around around;
  private final MarketParser parser;
  private final MarketQueries queries;
  private final Map<InstrumentId, Integer> places = new HashMap<>();
  private final BookKeeper[] books;
  private @Nullable VenueSocket socket;
  private long messages;
  private long sliceNs;

  /** What is done around each text. */
  interface Around {
    /** It was laid down at this time, by the clock of the line. */
    void before(long laidDownNs);

    /** The engine has answered. */
    void after();
  }

  /** What it hears and asks over. */
  record Lines(VenueHttp http, VenueSocket.Line sockets, FaultLog faults) {}

  MarketInlet(List<Listing> listings, Engine engine, Lines lines, Around around) {
    this.around = around;
    this.listings = listings;
    this.engine = engine;
    this.lines = lines;
    List<Instrument> instruments = listings.stream().map(Listing::instrument).toList();
    parser = new MarketParser(new SymbolTable(Market.SPOT, instruments), lines.faults());
    queries =
        new MarketQueries(
            Market.SPOT, new MarketRowParser(lines.faults()), new RestParser(lines.faults()));
    books = new BookKeeper[instruments.size()];
    for (int i = 0; i < books.length; i++) {
      places.put(instruments.get(i).id(), i);
      books[i] = new BookKeeper(instruments.get(i).id(), this::ask);
    }
  }

  void open(URI streams, Backoff backoff) {
    StreamSpec spec =
        new StreamSpec(
            () -> URI.create(streams + "all"),
            List.of(),
            StreamKind.MARKET,
            CAPACITY,
            BinanceNames.names());
    socket = new VenueSocket(spec, SocketSettings.STANDARD, lines.sockets(), backoff, this);
  }

  int doWork() {
    VenueSocket open = socket;
    return open == null ? 0 : open.doWork();
  }

  private int place(InstrumentId id) {
    return places.getOrDefault(id, 0);
  }

  private void ask(InstrumentId id) {
    Query<DepthSnapshot> query =
        queries.depth(listings.get(place(id)).instrument(), SNAPSHOT_LEVELS);
    lines
        .http()
        .submit(
            query.request(),
            reply -> {
              if (reply instanceof Reply.Done done) {
                query.read(done.response().body()).ifPresent(book -> onSnapshot(id, book));
              }
            });
  }

  private void onSnapshot(InstrumentId id, DepthSnapshot snapshot) {
    BookKeeper book = books[place(id)];
    if (!book.isLive() && book.onSnapshot(snapshot)) {
      Rows rows =
          new Rows(book.bids().size() + book.asks().size(), lines.sockets().clock().nowNs());
      whole(rows, book.bids(), true);
      whole(rows, book.asks(), false);
      show(place(id), rows);
    }
  }

  private static void whole(Rows rows, BookSide side, boolean bid) {
    for (int i = 0; i < side.size(); i++) {
      rows.add(side.priceScaled(i), side.qtyScaled(i), bid, true);
    }
  }

  @Override
  public void onText(StreamText text) {
    around.before(text.receiveTimeNs());
    parser.parse(text, this::onMessage);
    around.after();
  }

  private void onMessage(MarketMessage message) {
    messages++;
    switch (message) {
      case MarketMessage.Data(MarketEvent.Trade trade, _) -> onTrade(trade);
      case MarketMessage.Data(MarketEvent.Candle candle, _) -> onCandle(candle);
      case MarketMessage.Depth(DepthUpdate update) -> onDepth(update);
      case MarketMessage.Data _,
          MarketMessage.Forming _,
          MarketMessage.Acknowledged _,
          MarketMessage.Refused _,
          MarketMessage.ServerShutdown _ -> {}
    }
  }

  private void onTrade(MarketEvent.Trade trade) {
    Instrument instrument = listings.get(place(trade.instrument())).instrument();
    TradeColumns rows =
        new TradeColumns(
            instrument.priceScale(),
            instrument.qtyScale(),
            new long[] {trade.eventTimeNs()},
            new long[] {trade.receiveTimeNs()},
            new long[] {trade.priceScaled()},
            new long[] {trade.qtyScaled()},
            new boolean[] {trade.buyerIsAggressor()});
    engine.onTrade(place(trade.instrument()), rows, 0);
  }

  private void onDepth(DepthUpdate update) {
    int place = place(update.instrument());
    if (books[place].onUpdate(update) == BookKeeper.Result.APPLIED) {
      Rows rows =
          new Rows(update.bids().size() + update.asks().size(), update.stamp().receiveTimeNs());
      changes(rows, update.bids(), true);
      changes(rows, update.asks(), false);
      show(place, rows);
    }
  }

  private static void changes(Rows rows, Levels levels, boolean bid) {
    for (int i = 0; i < levels.size(); i++) {
      rows.add(levels.priceScaled(i), levels.qtyScaled(i), bid, false);
    }
  }

  private void show(int place, Rows rows) {
    Instrument instrument = listings.get(place).instrument();
    BookColumns columns = rows.columns(instrument);
    for (int i = 0; i < columns.size(); i++) {
      engine.onBook(place, columns, i);
    }
  }

  /** One message of a book. */
  private static final class Rows {
    private final long[] times;
    private final long[] prices;
    private final long[] qtys;
    private final byte[] flags;
    private int size;

    private Rows(int most, long timeNs) {
      times = new long[most];
      prices = new long[most];
      qtys = new long[most];
      flags = new byte[most];
      java.util.Arrays.fill(times, timeNs);
    }

    private void add(long priceScaled, long qtyScaled, boolean bid, boolean whole) {
      prices[size] = priceScaled;
      qtys[size] = qtyScaled;
      flags[size] = BookColumns.flags(bid, whole && size == 0, size == times.length - 1);
      size++;
    }

    private BookColumns columns(Instrument instrument) {
      return new BookColumns(
          instrument.priceScale(), instrument.qtyScale(), times, times, prices, qtys, flags);
    }
  }

  /** Longer candles are made by the engine of those of a minute. */
  private void onCandle(MarketEvent.Candle candle) {
    if (candle.eventTimeNs() - candle.openTimeNs() != 60 * Utc.SECOND_NS) {
      return;
    }
    if (sliceNs != 0 && sliceNs < candle.eventTimeNs()) {
      engine.onSliceEnd(sliceNs);
    }
    sliceNs = candle.eventTimeNs();
    Instrument instrument = listings.get(place(candle.instrument())).instrument();
    long[][] columns = {
      {candle.openTimeNs()},
      {candle.eventTimeNs()},
      {candle.openScaled()},
      {candle.highScaled()},
      {candle.lowScaled()},
      {candle.closeScaled()},
      {candle.volumeScaled()}
    };
    engine.onCandle(
        place(candle.instrument()),
        CandleColumns.of(instrument.priceScale(), instrument.qtyScale(), columns),
        0);
  }

  @Override
  public void onState(StreamState state) {
    if (state instanceof StreamState.Down down) {
      System.out.println("down: " + down.why());
      for (BookKeeper book : books) {
        book.reset();
      }
    }
  }

  long messages() {
    return messages;
  }

  long lost() {
    VenueSocket open = socket;
    return open == null ? 0 : open.counts().dropped() + open.counts().conflated();
  }

  long books() {
    long standing = 0;
    for (BookKeeper book : books) {
      standing += book.isLive() ? 1 : 0;
    }
    return standing;
  }
}
