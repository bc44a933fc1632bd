package io.tradewind.analytics.structure;

/**
 * A high or low at which the price turned.
 *
 * @param bar of the turn, counted from 0
 * @param price its high or its low
 * @param high whether the price turned down there
 * @param knownBar the bar at whose close it could first be known, after {@code bar}
 */
public record Swing(long bar, double price, boolean high, long knownBar) {}
