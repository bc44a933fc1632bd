package io.tradewind.app.run;

/**
 * A stretch of time.
 *
 * @param fromNs included
 * @param toNs not included
 */
record Span(long fromNs, long toNs) {}
