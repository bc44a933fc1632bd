package io.tradewind.simulation.exchange.spot;

import io.tradewind.simulation.matching.SelfTradeMode;
import java.util.Optional;

/**
 * Two orders that would have traded and are of one owner.
 *
 * @param ids of the match, of its taker and of its maker
 * @param mode the taker's
 * @param priceE8 the maker's
 * @param takerQtyE8 what the taker lost, 0 if nothing
 * @param makerQtyE8 what the maker lost, 0 if nothing
 */
public record PreventedMatch(
    String symbol,
    Ids ids,
    SelfTradeMode mode,
    long priceE8,
    long takerQtyE8,
    long makerQtyE8,
    long timeNs) {

  /** Which match, and whose. */
  public record Ids(
      long matchId, long takerOrderId, long makerOrderId, Optional<Long> tradeGroup) {}
}
