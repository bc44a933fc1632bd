package io.tradewind.simulation.exchange.futures;

/** What an account hears of a conditional order. */
public record AlgoUpdate(long timeNs, AlgoView algo) {}
