package io.tradewind.simulation.exchange.futures;

/**
 * What an account hears of an order.
 *
 * @param order after what happened
 * @param bidsE8 notional of the account's open purchases on the symbol, after it
 * @param asksE8 notional of the account's open sales on the symbol, after it
 */
public record OrderUpdate(
    long timeNs, OrderView order, Execution execution, long bidsE8, long asksE8) {}
