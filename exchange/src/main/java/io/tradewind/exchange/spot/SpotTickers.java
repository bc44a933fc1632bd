package io.tradewind.exchange.spot;

import static io.tradewind.exchange.request.Parameters.plain;

import io.tradewind.exchange.symbol.Tickers;
import io.tradewind.exchange.tape.Summary;
import io.tradewind.exchange.tape.Tape;
import io.tradewind.exchange.wire.Digits;
import io.tradewind.exchange.wire.Json;
import io.tradewind.simulation.exchange.Depth;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Changes of prices over a time. */
final class SpotTickers {
  static final Tickers TICKERS = new Tickers(Digits.EIGHT);

  private SpotTickers() {}

  /** The last 24 hours, to the minute. */
  static ObjectNode day(String symbol, Tape tape, Depth top, long nowMs) {
    Optional<Summary> all = Tickers.day(tape, nowMs);
    ObjectNode json = TICKERS.change(Json.object().put("symbol", symbol), all);
    json.put("prevClosePrice", plain(all.map(Summary::previousCloseE8).orElse(0L)));
    TICKERS.lastQty(TICKERS.last(json, all), tape);
    TICKERS.top(json, top, Tickers.TopNames.LONG);
    return Tickers.countsOfDay(TICKERS.prices(json, all), all, nowMs);
  }

  /** From the beginning of a minute until now. */
  static ObjectNode window(String symbol, Tape tape, long fromMs, long nowMs) {
    Optional<Summary> all = tape.summary(fromMs, nowMs);
    ObjectNode json = TICKERS.change(Json.object().put("symbol", symbol), all);
    TICKERS.last(TICKERS.prices(json, all), all);
    return Tickers.counts(json, all, fromMs, nowMs);
  }
}
