package io.tradewind.core.feature;

/**
 * A handle to a feature of a window that was asked for.
 *
 * @param index its place
 * @param id text of the specification and interval, for messages
 */
public record WindowFeature(int index, String id) {}
