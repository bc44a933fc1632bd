package io.tradewind.exchange.symbol;

import io.tradewind.exchange.tape.Tape;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tape of each symbol. */
public final class Tapes {
  private final Map<String, Tape> bySymbol = new LinkedHashMap<>();

  /** Of a symbol, empty at first. */
  public Tape of(String symbol) {
    return bySymbol.computeIfAbsent(symbol, key -> new Tape());
  }
}
