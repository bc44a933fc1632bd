package io.tradewind.simulation.exchange;

/** What an account has of an asset; free is below 0 only of an unlimited account. */
public record Balance(String asset, long freeE8, long lockedE8) {}
