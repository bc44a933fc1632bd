package io.tradewind.core.engine;

/**
 * A position as it stands.
 *
 * @param book whose it is
 * @param instrument its place in the session
 * @param qtyScaled below 0 for a short, in quantity scale
 * @param costScaled what it cost, in cash scale
 * @param sinceNs when it was opened, epoch nanoseconds
 */
public record OpenPosition(
    int book, int instrument, long qtyScaled, long costScaled, long sinceNs) {}
