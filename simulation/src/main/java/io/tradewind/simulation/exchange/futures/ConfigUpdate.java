package io.tradewind.simulation.exchange.futures;

/** What an account hears of a leverage that it has set. */
public record ConfigUpdate(long timeNs, long accountId, String symbol, int leverage) {}
