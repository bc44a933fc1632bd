package io.tradewind.exchange.symbol;

import io.tradewind.exchange.stream.StreamHub;
import io.tradewind.exchange.tape.Print;
import io.tradewind.exchange.wire.Json;
import io.tradewind.simulation.exchange.LevelChange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The market streams of all symbols, each made when something happens to it first. */
public final class MarketStreams {
  private final StreamHub hub;
  private final Tapes tapes;
  private final Function<String, SymbolStreams> maker;
  private final Map<String, SymbolStreams> bySymbol = new LinkedHashMap<>();

  /** None yet. */
  public MarketStreams(StreamHub hub, Tapes tapes, Function<String, SymbolStreams> maker) {
    this.hub = hub;
    this.tapes = tapes;
    this.maker = maker;
  }

  private SymbolStreams of(String symbol) {
    return bySymbol.computeIfAbsent(symbol, maker);
  }

  /** A symbol was traded. */
  public void onTrade(String symbol, Print print) {
    tapes.of(symbol).add(print);
    of(symbol).onTrade(print, print.timeMs());
  }

  /** A book has changed. */
  public void onLevel(LevelChange change) {
    of(change.symbol()).onLevel(change);
  }

  /** An action is over. */
  public void flush(long nowMs) {
    bySymbol.values().forEach(each -> each.flush(nowMs));
  }

  /** A tenth of a second has passed; times are whole multiples of it. */
  public void tick(long nowMs) {
    bySymbol.values().forEach(each -> each.tick(nowMs));
  }

  /** The last 24 hours of all. */
  public void tellTickers(long nowMs) {
    hub.tell("!ticker@arr", () -> all(each -> each.ticker(nowMs)));
    hub.tell("!miniTicker@arr", () -> all(each -> each.miniTicker(nowMs)));
  }

  /** The best prices of all, one after the other. */
  public void tellTops(long nowMs) {
    bySymbol.values().forEach(each -> hub.tell("!bookTicker", each.top(nowMs)::toString));
  }

  private String all(Function<SymbolStreams, ObjectNode> ticker) {
    ArrayNode json = Json.array();
    bySymbol.values().forEach(each -> json.add(ticker.apply(each)));
    return json.toString();
  }
}
