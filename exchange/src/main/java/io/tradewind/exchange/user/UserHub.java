package io.tradewind.exchange.user;

import io.tradewind.exchange.socket.UserLines;
import io.tradewind.exchange.stream.StreamHub;
import tools.jackson.databind.node.ObjectNode;

/** Brings what happens to an account to its stream and to the sessions that hear of it. */
public final class UserHub {
  private final ListenKeys keys;
  private final StreamHub hub;
  private final UserLines lines = new UserLines();

  /** Nobody listens yet. */
  public UserHub(ListenKeys keys, StreamHub hub) {
    this.keys = keys;
    this.hub = hub;
  }

  /** The sessions. */
  public UserLines lines() {
    return lines;
  }

  /** Whether anybody would hear of an account. */
  public boolean isHeard(long account, long nowMs) {
    return lines.isHeard(account) || keys.of(account, nowMs).filter(hub::isHeard).isPresent();
  }

  /** Something has happened to an account. */
  public void tell(long account, ObjectNode event, long nowMs) {
    keys.of(account, nowMs).ifPresent(key -> hub.tell(key, event::toString));
    lines.tell(account, event);
  }
}
