package io.tradewind.simulation.exchange;

import io.tradewind.core.order.Side;

/**
 * What the world hears of the book.
 *
 * @param updateId rises by one with each change of the symbol
 * @param qtyE8 what the level shows now; 0 if it is gone
 */
public record LevelChange(
    String symbol, long updateId, Side side, long priceE8, long qtyE8, long timeNs) {}
