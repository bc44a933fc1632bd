package io.tradewind.core.status;

import io.tradewind.analytics.check.Check;

/**
 * A place where things wait for their turn.
 *
 * @param name such as market stream
 * @param waiting how many things wait
 * @param capacity how many there is room for; what comes when it is full is held back or conflated
 */
public record BufferStatus(String name, long waiting, long capacity) {
  /** Checks the counts. */
  public BufferStatus {
    Check.argument(waiting >= 0, "waiting must be >= 0, was %s", waiting);
    Check.argument(capacity >= 0, "capacity must be >= 0, was %s", capacity);
  }
}
