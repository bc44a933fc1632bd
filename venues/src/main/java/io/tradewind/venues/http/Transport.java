package io.tradewind.venues.http;

import java.util.function.Consumer;

/** Carries one request out and its answer back; knows nothing of retries and limits. */
public interface Transport {

  /**
   * Sends and returns at once.
   *
   * @param timeoutNs for the whole answer
   * @param done is told once, by any thread
   */
  Call send(WireRequest request, long timeoutNs, Consumer<Outcome> done);

  /** A request on its way. */
  interface Call {
    /** Nobody waits for it any more. */
    void cancel();
  }
}
