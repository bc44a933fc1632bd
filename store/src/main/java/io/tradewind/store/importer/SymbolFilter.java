package io.tradewind.store.importer;

import io.tradewind.core.instrument.InstrumentId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Keeps to the rows of one symbol, where a file names several. */
final class SymbolFilter {
  /** What follows base and quote in the names of perpetuals. */
  private static final List<String> TAILS = List.of("", "PERP", "SWAP");

  private final Optional<InstrumentId> wanted;
  private Optional<String> first = Optional.empty();

  /** For a symbol, or for the first that comes. */
  SymbolFilter(Optional<InstrumentId> wanted) {
    this.wanted = wanted;
  }

  /** Why a row of this symbol is none of those that are kept to; empty if it is one. */
  Optional<String> problem(String symbol) {
    if (wanted.isPresent()) {
      InstrumentId id = wanted.orElseThrow();
      return isOf(id, symbol) ? Optional.empty() : Optional.of(other(symbol, id.symbol()));
    }
    String kept = first.orElse(symbol);
    first = Optional.of(kept);
    return kept.equals(symbol) ? Optional.empty() : Optional.of(other(symbol, kept));
  }

  private static boolean isOf(InstrumentId id, String symbol) {
    String plain = Field.plain(symbol).toUpperCase(Locale.ROOT);
    String pair = id.base() + id.quote();
    return plain.equals(pair + id.quote()) || TAILS.stream().anyMatch(t -> plain.equals(pair + t));
  }

  private static String other(String symbol, String wanted) {
    return "it is of '" + symbol + "', and not of " + wanted;
  }
}
