package io.tradewind.exchange.futures;

import static io.tradewind.exchange.request.WireError.badRequest;

import io.tradewind.exchange.request.Parameters;
import io.tradewind.exchange.wire.Digits;
import io.tradewind.simulation.exchange.Depth;
import io.tradewind.simulation.exchange.futures.FuturesExchange;
import io.tradewind.simulation.exchange.futures.FuturesListing;
import io.tradewind.simulation.exchange.futures.Result;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The contracts that are listed, and how their numbers are written. */
final class Contracts {
  private final FuturesExchange exchange;
  private final Map<String, Digits> digits = new LinkedHashMap<>();

  Contracts(FuturesExchange exchange) {
    this.exchange = exchange;
  }

  Optional<FuturesListing> find(String symbol) {
    return exchange.listing(symbol) instanceof Result.Done<FuturesListing>(FuturesListing found)
        ? Optional.of(found)
        : Optional.empty();
  }

  List<FuturesListing> all() {
    return exchange.listings();
  }

  /** Decimals of a symbol's numbers; all eight if there is no such symbol. */
  Digits digits(String symbol) {
    return digits.getOrDefault(symbol, find(symbol).map(this::remembered).orElse(Digits.EIGHT));
  }

  private Digits remembered(FuturesListing listing) {
    return digits.computeIfAbsent(
        listing.symbol(),
        key ->
            Digits.ofSteps(listing.filters().price().tickE8(), listing.filters().lot().stepE8()));
  }

  /** A symbol that must be there, and listed. */
  String symbol(Parameters all) {
    return listed(all, all.text("symbol"));
  }

  /** A symbol that may be missing, but must be listed. */
  Optional<String> anySymbol(Parameters all) {
    Optional<String> symbol = all.optional("symbol");
    symbol.ifPresent(each -> listed(all, each));
    return symbol;
  }

  /** Notes a symbol that is not listed. */
  String listed(Parameters all, String symbol) {
    if (find(symbol).isEmpty()) {
      all.fail(badRequest(-1121, "Invalid symbol."));
    }
    return symbol;
  }

  /** The book as most see it. */
  Depth depth(String symbol, int levels) {
    return orEmpty(exchange.depth(symbol, levels));
  }

  /** The book with retail price improvement. */
  Depth rpiDepth(String symbol, int levels) {
    return orEmpty(exchange.rpiDepth(symbol, levels));
  }

  private static Depth orEmpty(Result<Depth> found) {
    return switch (found) {
      case Result.Done<Depth>(Depth depth) -> depth;
      case Result.Refused<Depth> _ -> Depth.EMPTY;
    };
  }
}
