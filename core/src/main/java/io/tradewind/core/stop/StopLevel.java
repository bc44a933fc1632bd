package io.tradewind.core.stop;

/**
 * Where a stop stands.
 *
 * @param price in quote
 * @param setBy the rule that put it there
 */
public record StopLevel(double price, StopRule setBy) {}
