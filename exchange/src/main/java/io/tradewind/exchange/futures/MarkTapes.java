package io.tradewind.exchange.futures;

import io.tradewind.exchange.symbol.Tapes;
import io.tradewind.exchange.tape.Print;
import io.tradewind.exchange.tape.Tape;
import io.tradewind.simulation.exchange.futures.FundingView;
import io.tradewind.simulation.exchange.futures.MarketPrices;
import java.util.EnumMap;
import java.util.Map;

/** What mark, index and premium of each symbol have been, a look a second. */
final class MarkTapes {
  /** Which of them. */
  enum Of {
    MARK,
    INDEX,
    PREMIUM
  }

  private final Map<Of, Tapes> tapes = new EnumMap<>(Of.class);
  private long looks;

  MarkTapes() {
    for (Of each : Of.values()) {
      tapes.put(each, new Tapes());
    }
  }

  Tape of(Of what, String symbol) {
    Tapes wanted = tapes.get(what);
    if (wanted == null) {
      throw new IllegalStateException("there is a tape of " + what);
    }
    return wanted.of(symbol);
  }

  void add(String symbol, MarketPrices prices, FundingView funding, long nowMs) {
    looks++;
    of(Of.MARK, symbol).add(look(prices.markE8(), nowMs));
    of(Of.INDEX, symbol).add(look(prices.indexE8(), nowMs));
    of(Of.PREMIUM, symbol).add(look(funding.premiumE8(), nowMs));
  }

  private Print look(long valueE8, long nowMs) {
    return new Print(looks, valueE8, 0, 0, nowMs, false, looks);
  }
}
