package io.tradewind.exchange.server;

import io.tradewind.exchange.fault.FaultDesk;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The sockets that are open, looked after by and by. */
final class SocketWatch {
  private static final long MILLI_NS = 1_000_000;

  private final FaultDesk desk;
  private final Set<SocketEndpoint> open = ConcurrentHashMap.newKeySet();

  SocketWatch(FaultDesk desk) {
    this.desk = desk;
  }

  /** Of a clock that never falls and that no fault moves. */
  static long nowMs() {
    return System.nanoTime() / MILLI_NS;
  }

  void add(SocketEndpoint endpoint) {
    open.add(endpoint);
  }

  void remove(SocketEndpoint endpoint) {
    open.remove(endpoint);
  }

  /** Looks at all. */
  void look() {
    long nowMs = nowMs();
    open.forEach(each -> each.look(desk, nowMs));
  }
}
