package io.tradewind.exchange.server;

import io.tradewind.exchange.fault.Count;
import io.tradewind.exchange.fault.FaultDesk;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;

/**
 * One socket. It asks for the next frame only when it has dealt with the one before, so that
 * nothing is read, pings and farewells neither, once it is half-open. Public, for Jetty calls no
 * other.
 */
public final class SocketEndpoint implements Session.Listener {
  private static final int NOTHING_THERE = 1008;
  private static final int SILENT = 1008;
  private static final int OLD = 1001;
  private static final int LONGEST_TEXT = 1 << 20;

  private final ExchangeServer.Sockets sockets;
  private final SocketWatch watch;
  private @Nullable Session session;
  private @Nullable SocketLine line;
  private Optional<ExchangeServer.Opened> opened = Optional.empty();
  private Heartbeat heartbeat = new Heartbeat(0);

  SocketEndpoint(ExchangeServer.Sockets sockets, SocketWatch watch) {
    this.sockets = sockets;
    this.watch = watch;
  }

  @Override
  public void onWebSocketOpen(Session open) {
    SocketLine newLine = new SocketLine(open);
    session = open;
    line = newLine;
    open.setMaxTextMessageSize(LONGEST_TEXT);
    open.setIdleTimeout(Duration.ZERO);
    URI uri = open.getUpgradeRequest().getRequestURI();
    String query = Optional.ofNullable(uri.getRawQuery()).orElse("");
    opened = sockets.open(uri.getRawPath(), query, address(open), newLine);
    if (opened.isEmpty()) {
      newLine.close(NOTHING_THERE, "nothing is there");
    } else {
      heartbeat = new Heartbeat(SocketWatch.nowMs());
      watch.add(this);
    }
    open.demand();
  }

  private static String address(Session session) {
    return session.getRemoteSocketAddress() instanceof InetSocketAddress internet
        ? internet.getAddress().getHostAddress()
        : "";
  }

  @Override
  public void onWebSocketText(String text) {
    if (!isDead()) {
      opened.ifPresent(each -> each.ear().onText(text));
    }
    demand();
  }

  /** One frame may still come that was asked for before the socket was half-open. */
  private boolean isDead() {
    SocketLine mine = line;
    return mine != null && mine.isHalfOpen();
  }

  @Override
  public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
    callback.succeed();
    demand();
  }

  @Override
  public void onWebSocketPing(ByteBuffer payload) {
    if (session != null && !isDead()) {
      ByteBuffer copy = ByteBuffer.allocate(payload.remaining()).put(payload).flip();
      session.sendPong(copy, Callback.NOOP);
    }
    demand();
  }

  @Override
  public void onWebSocketPong(ByteBuffer payload) {
    String text = StandardCharsets.UTF_8.decode(payload).toString();
    synchronized (this) {
      heartbeat.onPong(text);
    }
    demand();
  }

  private void demand() {
    if (session != null && !isDead()) {
      session.demand();
    }
  }

  @Override
  public void onWebSocketError(Throwable cause) {
    ended();
  }

  /** A farewell is answered once the callback has succeeded. */
  @Override
  public void onWebSocketClose(int code, String reason, Callback callback) {
    ended();
    if (!isDead()) {
      callback.succeed();
    }
  }

  private void ended() {
    watch.remove(this);
    Optional<ExchangeServer.Opened> last;
    synchronized (this) {
      last = opened;
      opened = Optional.empty();
    }
    last.ifPresent(each -> each.ear().onClose());
  }

  /** Asks for a sign of life, or ends it, if that is due. */
  void look(FaultDesk desk, long nowMs) {
    Optional<ExchangeServer.Opened> now = opened;
    SocketLine mine = line;
    if (now.isEmpty() || mine == null || session == null || mine.isHalfOpen()) {
      return;
    }
    Heartbeat.Due due;
    String payload;
    synchronized (this) {
      due = heartbeat.due(now.get().liveness(), desk.plan(), nowMs);
      payload = heartbeat.payload();
    }
    switch (due) {
      case NOTHING -> {}
      case PING ->
          session.sendPing(
              ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8)), Callback.NOOP);
      case END_SILENT -> {
        desk.count(Count.SOCKETS_SILENT);
        mine.close(SILENT, "Pong timeout");
      }
      case END_OLD -> {
        desk.count(Count.SOCKETS_OLD);
        mine.close(OLD, "24 hours are over");
      }
    }
  }
}
