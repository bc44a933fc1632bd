package io.tradewind.venues.binance.model;

/** A whole book as of an update, best levels first. */
public record DepthSnapshot(long lastUpdateId, Levels bids, Levels asks) {}
