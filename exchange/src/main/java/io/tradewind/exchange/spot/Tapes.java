package io.tradewind.exchange.spot;

import io.tradewind.exchange.tape.Tape;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tape of each symbol. */
final class Tapes {
  private final Map<String, Tape> bySymbol = new LinkedHashMap<>();

  Tape of(String symbol) {
    return bySymbol.computeIfAbsent(symbol, key -> new Tape());
  }
}
