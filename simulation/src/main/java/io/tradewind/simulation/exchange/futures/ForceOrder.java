package io.tradewind.simulation.exchange.futures;

/** What the world hears of a liquidation, when it is over. */
public record ForceOrder(long timeNs, OrderView order) {}
