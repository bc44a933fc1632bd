package io.tradewind.simulation.exchange.futures;

/**
 * One side of a trade.
 *
 * @param quoteE8 price times quantity, rounded down
 * @param feeE8 commission, in the margin asset
 * @param realisedE8 the profit of what it closed, without commission
 */
public record Fill(
    long tradeId,
    long priceE8,
    long qtyE8,
    long quoteE8,
    long feeE8,
    String feeAsset,
    long realisedE8,
    boolean maker) {}
