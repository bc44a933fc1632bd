package io.tradewind.exchange.server;

import io.tradewind.exchange.api.Liveness;
import io.tradewind.simulation.fault.FaultPlan;
import io.tradewind.simulation.fault.FaultSetting;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Tells when a socket's client is to be asked for a sign of life, when it has not given one in
 * time, and when the socket is too old. A pong counts that repeats a ping which is not answered
 * yet; what comes unasked does not. It belongs to one thread at a time.
 */
public final class Heartbeat {
  private static final long SECOND_MS = 1_000;

  private final long openedMs;
  private final Deque<Ping> unanswered = new ArrayDeque<>();
  private long lastPingMs;
  private long pings;

  private record Ping(String payload, long sentMs) {}

  /** What is to be done. */
  public enum Due {
    /** Nothing. */
    NOTHING,
    /** A ping is to be sent. */
    PING,
    /** It is to be closed, for a pong is missing. */
    END_SILENT,
    /** It is to be closed for its age. */
    END_OLD
  }

  /** Of a socket that opens at a time, milliseconds of any clock that never falls. */
  public Heartbeat(long nowMs) {
    this.openedMs = nowMs;
    this.lastPingMs = nowMs;
  }

  /** What is to be done now as the market has it, or as a plan does; a ping counts as sent. */
  public Due due(Liveness usual, FaultPlan plan, long nowMs) {
    long pingMs = plan.whole(FaultSetting.PING_SECONDS) * SECOND_MS;
    long pongMs = plan.whole(FaultSetting.PONG_SECONDS) * SECOND_MS;
    Liveness rules =
        new Liveness(pingMs > 0 ? pingMs : usual.pingMs(), pongMs > 0 ? pongMs : usual.pongMs());
    return due(rules, plan.whole(FaultSetting.SOCKET_LIFE_SECONDS) * SECOND_MS, nowMs);
  }

  Due due(Liveness rules, long lifeMs, long nowMs) {
    if (nowMs - openedMs >= lifeMs) {
      return Due.END_OLD;
    }
    Ping oldest = unanswered.peekFirst();
    if (oldest != null && nowMs - oldest.sentMs() >= rules.pongMs()) {
      return Due.END_SILENT;
    }
    if (nowMs - lastPingMs >= rules.pingMs()) {
      lastPingMs = nowMs;
      unanswered.addLast(new Ping(Long.toString(++pings), nowMs));
      return Due.PING;
    }
    return Due.NOTHING;
  }

  /** What the latest ping says. */
  public String payload() {
    return unanswered.isEmpty() ? "" : unanswered.getLast().payload();
  }

  /** The client has answered; what was asked before is answered with it. */
  public void onPong(String payload) {
    boolean isKnown = unanswered.stream().anyMatch(ping -> ping.payload().equals(payload));
    boolean isFound = !isKnown;
    while (!isFound) {
      isFound = unanswered.removeFirst().payload().equals(payload);
    }
  }
}
