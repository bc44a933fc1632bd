package io.tradewind.venues.stream;

/**
 * A text with the time at which it came.
 *
 * @param receiveTimeNs by our clock, epoch nanoseconds
 */
public record StreamText(String text, long receiveTimeNs) {}
