package io.tradewind.core.status;

/**
 * The heap of the process, in bytes.
 *
 * @param usedBytes by objects, also those that nobody needs any more
 * @param committedBytes that the system gave
 * @param maxBytes that it can become
 */
public record MemoryStatus(long usedBytes, long committedBytes, long maxBytes) {}
