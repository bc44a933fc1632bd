package io.tradewind.exchange.server;

import io.tradewind.exchange.fault.Socket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;

/**
 * Sends texts over a socket, one after the other, without making anybody wait. A client that does
 * not keep up is cut off once too many texts wait for it.
 */
final class SocketLine implements Socket {
  private static final int MOST_WAITING = 100_000;
  private static final int POLICY_VIOLATION = 1008;

  private final Session session;
  private final Deque<String> waiting = new ArrayDeque<>();
  private boolean isSending;
  private boolean isClosed;
  private volatile boolean isHalfOpen;

  SocketLine(Session session) {
    this.session = session;
  }

  @Override
  public void send(String text) {
    boolean first;
    boolean tooSlow;
    synchronized (waiting) {
      tooSlow = waiting.size() >= MOST_WAITING;
      first = !isClosed && !tooSlow && !isSending;
      if (!isClosed && !tooSlow) {
        waiting.add(text);
        isSending = true;
      }
    }
    if (first) {
      next();
    } else if (tooSlow) {
      close(POLICY_VIOLATION, "too slow");
    }
  }

  /** Goes on in a loop where a text is sent at once, for callbacks within callbacks have no end. */
  private void next() {
    while (true) {
      String text;
      synchronized (waiting) {
        text = waiting.poll();
        if (text == null) {
          isSending = false;
          return;
        }
      }
      AtomicBoolean isSecond = new AtomicBoolean();
      session.sendText(
          text,
          Callback.from(
              () -> {
                if (isSecond.getAndSet(true)) {
                  next();
                }
              },
              broken -> shut()));
      if (!isSecond.getAndSet(true)) {
        return;
      }
    }
  }

  private void shut() {
    synchronized (waiting) {
      isClosed = true;
      waiting.clear();
    }
  }

  @Override
  public void close(int code, String reason) {
    shut();
    session.close(code, reason, Callback.NOOP);
  }

  @Override
  public void cut() {
    shut();
    session.disconnect();
  }

  @Override
  public void halfOpen() {
    isHalfOpen = true;
    shut();
  }

  /** Whether nothing is to be read or answered any more. */
  boolean isHalfOpen() {
    return isHalfOpen;
  }
}
