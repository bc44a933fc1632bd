package io.tradewind.exchange.symbol;

import io.tradewind.exchange.stream.StreamHub;
import io.tradewind.exchange.tape.Aggregate;
import io.tradewind.exchange.tape.Print;
import io.tradewind.exchange.tape.Tape;
import io.tradewind.exchange.wire.Json;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.LevelChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import tools.jackson.databind.node.ObjectNode;

/**
 * The market streams of one symbol. Trades are told as they come, aggregates and best prices after
 * each action, books, candles and tickers at the paces of the market.
 */
public final class SymbolStreams {
  private static final List<Integer> PARTS = List.of(5, 10, 20);
  private static final List<String> MINI = List.of("c", "o", "h", "l", "v", "q");

  private final String symbol;
  private final String name;
  private final Dialect dialect;
  private final IntFunction<Depth> depths;
  private final StreamHub hub;
  private final Tape tape;
  private final List<Paced> books = new ArrayList<>();
  private final List<CandleStreams> candles = new ArrayList<>();
  private Optional<Aggregate> lastAggregate = Optional.empty();
  private Depth lastDepth = Depth.EMPTY;
  private boolean hasTraded;
  private boolean hasChanged;

  private record Paced(Dialect.Speed speed, DepthChanges changes) {}

  /**
   * Of a symbol.
   *
   * @param depths its book by number of levels
   */
  public SymbolStreams(
      String symbol, Dialect dialect, IntFunction<Depth> depths, StreamHub hub, Tape tape) {
    this.symbol = symbol;
    this.name = symbol.toLowerCase(Locale.ROOT);
    this.dialect = dialect;
    this.depths = depths;
    this.hub = hub;
    this.tape = tape;
    dialect
        .speeds()
        .forEach(speed -> books.add(new Paced(speed, new DepthChanges(dialect.digits()))));
    dialect
        .candles()
        .forEach(kind -> candles.add(new CandleStreams(kind, symbol, dialect.digits(), hub, tape)));
  }

  /** It was traded. */
  public void onTrade(Print print, long nowMs) {
    hasTraded = true;
    if (lastAggregate.isPresent()
        && tape.lastAggregate().isPresent()
        && tape.lastAggregate().get().id() != lastAggregate.get().id()) {
      tellAggregate(lastAggregate.get(), nowMs);
    }
    lastAggregate = tape.lastAggregate();
    hub.tell(name + "@trade", () -> dialect.trade(print, nowMs).toString());
  }

  /** Its book has changed. */
  public void onLevel(LevelChange change) {
    hasChanged = true;
    books.forEach(each -> each.changes.add(change));
  }

  /** An action is over. */
  public void flush(long nowMs) {
    lastAggregate.ifPresent(each -> tellAggregate(each, nowMs));
    lastAggregate = Optional.empty();
    if (hasChanged) {
      hasChanged = false;
      tellTop(nowMs);
    }
  }

  private void tellAggregate(Aggregate aggregate, long nowMs) {
    hub.tell(name + "@aggTrade", () -> dialect.aggregate(aggregate, nowMs).toString());
  }

  private void tellTop(long nowMs) {
    String stream = name + "@bookTicker";
    if (!hub.isHeard(stream)) {
      return;
    }
    Depth depth = depths.apply(1);
    if (!depth.bids().equals(lastDepth.bids()) || !depth.asks().equals(lastDepth.asks())) {
      lastDepth = depth;
      hub.tell(stream, () -> dialect.top(depth, nowMs).toString());
    }
  }

  /** A tenth of a second has passed; times are whole multiples of it. */
  public void tick(long nowMs) {
    for (Paced each : books) {
      if (Pace.isDue(nowMs, each.speed.everyMs()) && !each.changes.isEmpty()) {
        tellBook(each, nowMs);
      }
    }
    if (hasTraded && Pace.isDue(nowMs, dialect.tickerMs())) {
      hub.tell(name + "@ticker", () -> ticker(nowMs).toString());
      hub.tell(name + "@miniTicker", () -> miniTicker(nowMs).toString());
    }
    candles.forEach(each -> each.tick(nowMs));
  }

  private void tellBook(Paced book, long nowMs) {
    DepthChanges changes = book.changes;
    hub.tell(
        name + "@depth" + book.speed.suffix(), () -> dialect.changes(changes, nowMs).toString());
    for (int levels : PARTS) {
      hub.tell(
          name + "@depth" + levels + book.speed.suffix(),
          () -> dialect.part(depths.apply(levels), changes, nowMs).toString());
    }
    changes.clear();
  }

  /** The last 24 hours in the letters of a stream. */
  public ObjectNode ticker(long nowMs) {
    return dialect.ticker(nowMs);
  }

  /** The same with less. */
  public ObjectNode miniTicker(long nowMs) {
    ObjectNode all = ticker(nowMs);
    ObjectNode json = Json.object().put("e", "24hrMiniTicker").put("E", nowMs).put("s", symbol);
    MINI.forEach(letter -> json.set(letter, all.get(letter)));
    return json;
  }

  /** The best prices. */
  public ObjectNode top(long nowMs) {
    return dialect.top(depths.apply(1), nowMs);
  }
}
