package io.tradewind.simulation.exchange.spot;

/** A deposit, or a withdrawal with a delta below 0. */
public record BalanceUpdate(long accountId, long timeNs, String asset, long deltaE8) {}
