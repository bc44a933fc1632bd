package io.tradewind.simulation.exchange.futures;

/**
 * What is known of the next funding of a symbol.
 *
 * @param rateE8 as it would be now
 * @param nextNs when it is settled; 0 as long as there was no index
 * @param premiumE8 by how much the book stood above the index at the last look, as its share
 */
public record FundingView(long rateE8, long nextNs, long premiumE8) {}
