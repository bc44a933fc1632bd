package io.tradewind.core.risk;

/**
 * What stands around an order that opens or adds, for the gate to judge it by.
 *
 * @param stopDistance how far its stop is, as a ratio of the price; 1 without a stop
 * @param ownPendingScaled notional of the book's other entries in this instrument that are on their
 *     way, in cash scale
 * @param symbolPendingScaled of all other books' entries in this instrument
 * @param otherPendingScaled of all entries in other instruments
 * @param pendingPositions how many positions those entries would open
 * @param replaces whether the position in this instrument is on its way out
 * @param halted whether trading is halted
 */
public record Opening(
    double stopDistance,
    long ownPendingScaled,
    long symbolPendingScaled,
    long otherPendingScaled,
    int pendingPositions,
    boolean replaces,
    boolean halted) {}
