package io.tradewind.store.rules;

/**
 * What candles say about the rules of their instrument.
 *
 * @param priceScale for prices of the instrument
 * @param qtyScale for its quantities
 * @param tickScaled step of prices, in price scale
 * @param lotScaled step of quantities, in quantity scale
 * @param tickSaid for the user: the tick, and what it was inferred from
 * @param lotSaid for the user: the lot, and what it was inferred from
 */
public record InferredRules(
    int priceScale,
    int qtyScale,
    long tickScaled,
    long lotScaled,
    String tickSaid,
    String lotSaid) {}
