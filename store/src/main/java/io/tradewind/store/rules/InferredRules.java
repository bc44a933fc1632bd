package io.tradewind.store.rules;

import io.tradewind.core.instrument.TradingRules;

/**
 * What candles say about the rules of their instrument.
 *
 * @param priceScale for prices of the instrument
 * @param qtyScale for its quantities
 * @param tickScaled step of prices, in price scale
 * @param lotScaled step of quantities, in quantity scale
 * @param sentence for the user: what was inferred from what
 */
public record InferredRules(
    int priceScale, int qtyScale, long tickScaled, long lotScaled, String sentence) {

  /** As trading rules for all time, with these fees in millionths of the notional. */
  public TradingRules rules(long makerFeePpm, long takerFeePpm) {
    return new TradingRules(0, tickScaled, lotScaled, lotScaled, 0, makerFeePpm, takerFeePpm);
  }
}
