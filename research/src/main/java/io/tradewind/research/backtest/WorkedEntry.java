package io.tradewind.research.backtest;

import io.tradewind.core.execution.Progress;
import io.tradewind.core.instrument.Instrument;

/**
 * An entry that was worked as several orders.
 *
 * @param strategy whose it was
 * @param beginNs when it began
 * @param endNs when it ended, or was last heard of
 * @param progress how far it came
 */
public record WorkedEntry(
    String strategy, Instrument instrument, long beginNs, long endNs, Progress progress) {}
