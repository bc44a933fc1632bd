package io.tradewind.simulation.exchange.futures;

import io.tradewind.core.order.Side;

/** A trade of an account. */
public record AccountTrade(String symbol, long orderId, Side side, Fill fill, long timeNs) {}
