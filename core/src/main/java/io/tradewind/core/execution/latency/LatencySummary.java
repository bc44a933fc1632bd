package io.tradewind.core.execution.latency;

/**
 * The durations of one step, in nanoseconds: how many, the quantiles as {@link
 * LatencyHistogram#quantileNs} has them, and the longest, which is exact.
 */
public record LatencySummary(
    long count, long p50Ns, long p90Ns, long p99Ns, long p999Ns, long maxNs) {}
