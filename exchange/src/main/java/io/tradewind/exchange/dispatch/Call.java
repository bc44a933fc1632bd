package io.tradewind.exchange.dispatch;

import io.tradewind.exchange.request.Parameters;

/**
 * A request that was let in.
 *
 * @param parameters to be read
 * @param account whose it is; zero where no key is asked for
 * @param nowMs the exchange's time, epoch milliseconds
 */
public record Call(Parameters parameters, long account, long nowMs) {}
