package io.tradewind.simulation.exchange.futures;

/** A change of what stands behind an isolated position; negative where it was taken out. */
public record MarginChange(String symbol, String asset, long amountE8, long timeNs) {}
