package io.tradewind.core.allocation;

/**
 * Capital that is moved.
 *
 * @param from the strategy that gives, or {@link Allocator#RESERVE}
 * @param to the strategy that gets, or {@link Allocator#RESERVE}
 * @param ppm millionths of all capital, above 0
 * @param reason why, with the figures of both
 */
public record Shift(String from, String to, long ppm, String reason) {}
