package io.tradewind.simulation.synthetic;

import io.tradewind.core.market.CandleColumns;
import java.util.List;

/**
 * A market that was made, and what happened in it.
 *
 * @param seed that makes it again
 * @param candles by symbol, all with the same times
 * @param jumps in the order of their candles
 * @param regimes the first of them with candle 0
 */
public record PricePath(
    long seed, List<CandleColumns> candles, List<Jump> jumps, List<RegimeChange> regimes) {
  /** Copies the lists. */
  public PricePath {
    candles = List.copyOf(candles);
    jumps = List.copyOf(jumps);
    regimes = List.copyOf(regimes);
  }
}
