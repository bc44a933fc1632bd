package io.tradewind.simulation.exchange.spot;

/**
 * What an account hears of an order.
 *
 * @param executionId rises by one with each report of the symbol
 * @param order after what happened
 */
public record ExecutionReport(
    long timeNs, long executionId, OrderView order, Execution execution) {}
