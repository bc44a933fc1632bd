package io.tradewind.venues.binance.model;

/**
 * When something happened and came, epoch nanoseconds.
 *
 * @param eventTimeNs when the venue told it
 * @param transactTimeNs when its engine did it; the event time where it is not said
 * @param receiveTimeNs when it came, by our clock
 */
public record Stamp(long eventTimeNs, long transactTimeNs, long receiveTimeNs) {}
