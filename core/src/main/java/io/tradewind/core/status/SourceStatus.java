package io.tradewind.core.status;

import java.util.OptionalLong;

/**
 * Something that the session hears.
 *
 * @param name such as market data or account stream
 * @param lastNs when something good came last, epoch nanoseconds; empty where nothing has
 */
public record SourceStatus(String name, OptionalLong lastNs) {}
