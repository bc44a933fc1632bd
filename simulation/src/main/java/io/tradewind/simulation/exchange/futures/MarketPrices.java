package io.tradewind.simulation.exchange.futures;

import java.util.OptionalLong;

/** The prices of a symbol. */
public record MarketPrices(long markE8, long indexE8, OptionalLong lastE8) {}
