package io.tradewind.core.status;

/** Where it is asked how a session stands; by any thread, at any time. */
public interface StatusPort {

  /** As of a moment ago. */
  TraderStatus status();
}
