package io.tradewind.simulation.exchange.spot;

/**
 * One side of a trade.
 *
 * @param quoteE8 price times quantity, rounded down; both sides have the same
 * @param feeE8 taken from what this side received
 * @param feeAsset base of a purchase, quote of a sale
 */
public record Fill(
    long tradeId,
    long priceE8,
    long qtyE8,
    long quoteE8,
    long feeE8,
    String feeAsset,
    boolean maker) {}
