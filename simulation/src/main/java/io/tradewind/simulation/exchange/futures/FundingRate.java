package io.tradewind.simulation.exchange.futures;

/** A funding that was settled; longs paid shorts where the rate is above 0. */
public record FundingRate(long timeNs, long rateE8, long markE8) {}
