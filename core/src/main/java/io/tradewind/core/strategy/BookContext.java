package io.tradewind.core.strategy;

/**
 * A message of a venue has changed the order book, which is whole again: see {@link #depth}. Valid
 * during the call only.
 */
public interface BookContext extends TickContext {}
