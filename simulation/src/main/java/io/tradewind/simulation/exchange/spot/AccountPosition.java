package io.tradewind.simulation.exchange.spot;

import io.tradewind.simulation.exchange.Balance;
import java.util.List;

/** What an account has, of every asset that an action touched, after it. */
public record AccountPosition(long accountId, long timeNs, List<Balance> balances) {}
