package io.tradewind.exchange.tape;

/**
 * A trade on the tape; amounts have eight decimals.
 *
 * @param id rises by one
 * @param quoteE8 price times quantity
 * @param takerOrderId the order that took
 */
public record Print(
    long id,
    long priceE8,
    long qtyE8,
    long quoteE8,
    long timeMs,
    boolean buyerIsMaker,
    long takerOrderId) {}
