package io.tradewind.exchange.api;

import io.tradewind.exchange.dispatch.Response;
import io.tradewind.exchange.request.RawRequest;
import java.util.Optional;

/**
 * A market's way in: requests below its paths, sockets at its addresses. It belongs to one thread,
 * which also tells it the time, epoch milliseconds, that never falls.
 */
public interface Api {

  /** Whether a path is of its REST API. */
  boolean knows(String path);

  /** Answers a request whose path it knows. */
  Response answer(RawRequest request, long timeMs);

  /**
   * A client connects by a socket.
   *
   * @param path as it was encoded
   * @param query as it was encoded, empty if there is none
   * @param address where it came from
   * @return who hears it; empty if nobody is there
   */
  Optional<Ear> open(String path, String query, String address, Line line, long timeMs);

  /** When its sockets are asked for a sign of life, and how long they have for it. */
  default Liveness liveness() {
    return Liveness.SPOT;
  }

  /** How many orders were placed. */
  default long orders() {
    return 0;
  }

  /** Tells what is told at the end of an action. */
  void flush(long timeMs);

  /** A tenth of a second has passed; the time is a whole multiple of it. */
  void tick(long timeMs);
}
