package io.tradewind.simulation.exchange.spot;

import io.tradewind.core.order.Side;
import java.util.OptionalLong;

/** One side of a trade with whose it was. */
public record AccountTrade(
    String symbol, long orderId, OptionalLong listId, Side side, Fill fill, long timeNs) {}
