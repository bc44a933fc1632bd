package io.tradewind.trader.world;

import io.tradewind.exchange.fault.Count;
import io.tradewind.exchange.fault.FaultDesk;
import io.tradewind.exchange.fault.Socket;
import io.tradewind.exchange.server.ExchangeServer.Opened;
import io.tradewind.exchange.server.Front;
import io.tradewind.exchange.server.Heartbeat;
import io.tradewind.venues.stream.SocketTransport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * A socket with both its ends. The host's end gives frames only as they are asked for, and holds
 * the others; the exchange's end pings, and ends it when nobody answers.
 */
final class VirtualSocket implements SocketTransport.Connection {
  private static final long CONNECT_NS = 10_000_000_000L;
  private static final long LOOK_NS = 1_000_000_000L;
  private static final long MILLI_NS = 1_000_000;
  private static final int MOST_WAITING = 100_000;
  private static final int POLICY_VIOLATION = 1008;
  private static final int GOING_AWAY = 1001;

  private final VirtualNet net;
  private final String name;
  private final SocketTransport.Events events;
  private final Pipe out;
  private final Pipe in;
  private final Far far = new Far();
  private final Deque<Frame> waiting = new ArrayDeque<>();
  private long asked;
  private boolean isOpen;
  private boolean isOver;

  /** What comes to the host. */
  private sealed interface Frame {
    record Text(String text) implements Frame {}

    record Ping(String payload) implements Frame {}

    record Pong() implements Frame {}

    record Farewell(int code) implements Frame {}
  }

  /** Not connected yet. */
  VirtualSocket(VirtualNet net, String name, SocketTransport.Events events) {
    this.net = net;
    this.name = name;
    this.events = events;
    this.out = new Pipe(net.time(), net.plan(), NetPlan.Kind.OUT);
    this.in = new Pipe(net.time(), net.plan(), NetPlan.Kind.IN);
  }

  /** Connects, unless it is refused. */
  void connect(String path, String query, boolean isRefused) {
    if (isRefused) {
      net.time().after(net.plan().wireNs(), () -> end("no connection (ConnectException)"));
      return;
    }
    net.time()
        .after(
            CONNECT_NS,
            () -> {
              if (!isOpen) {
                end("no connection (HttpConnectTimeoutException)");
              }
            });
    out.send(() -> far.connected(path, query));
  }

  private void opened() {
    if (!isOver) {
      isOpen = true;
      net.trace().add(name, "open");
      events.opened();
    }
  }

  private void arrived(Frame frame) {
    if (isOver) {
      return;
    }
    waiting.add(frame);
    if (waiting.size() > MOST_WAITING) {
      far.close(POLICY_VIOLATION, "too slow");
    }
    give();
  }

  /** As many as were asked for; what is no text counts for nothing. */
  private void give() {
    while (!isOver && asked > 0 && !waiting.isEmpty()) {
      switch (waiting.remove()) {
        case Frame.Text(String text) -> {
          asked--;
          net.trace().add(name, text);
          events.text(net.received(text));
        }
        case Frame.Ping(String payload) -> {
          out.send(() -> far.ponged(payload));
          events.alive();
        }
        case Frame.Pong() -> events.alive();
        case Frame.Farewell(int code) -> end("closed by the venue, code " + code);
      }
    }
  }

  private void end(String why) {
    if (!isOver) {
      isOver = true;
      waiting.clear();
      net.trace().add(name, why);
      events.ended(why);
    }
  }

  @Override
  public void send(String text) {
    if (isOpen && !isOver) {
      net.trace().add(name + " >", text);
      out.send(() -> far.heard(text));
    }
  }

  @Override
  public void ping() {
    if (isOpen && !isOver) {
      out.send(far::pinged);
    }
  }

  /** What waits is given in a step of its own, as another thread would. */
  @Override
  public void more() {
    asked++;
    if (!waiting.isEmpty()) {
      net.time().after(0, this::give);
    }
  }

  /** Nothing is told any more; what was sent before comes to the exchange first. */
  @Override
  public void close() {
    if (!isOver) {
      isOver = true;
      waiting.clear();
      out.send(far::left);
    }
  }

  boolean isOver() {
    return isOver;
  }

  /** The exchange's end. */
  private final class Far implements Socket {
    private Optional<Opened> opened = Optional.empty();
    private Heartbeat heartbeat = new Heartbeat(0);
    private boolean isClosed;
    private boolean isHalfOpen;

    private void connected(String path, String query) {
      Front front = net.exchange().front();
      if (!front.isUp()) {
        in.send(() -> end("no connection (WebSocketHandshakeException)"));
        return;
      }
      in.send(VirtualSocket.this::opened);
      opened = front.open(path, query, VirtualHost.ADDRESS, this);
      if (opened.isEmpty()) {
        close(POLICY_VIOLATION, "nothing is there");
      } else {
        heartbeat = new Heartbeat(nowMs());
        net.time().after(LOOK_NS, this::look);
      }
    }

    private long nowMs() {
      return net.time().nanoTime() / MILLI_NS;
    }

    private boolean isDeaf() {
      return isClosed || isHalfOpen;
    }

    private void heard(String text) {
      if (!isDeaf()) {
        opened.ifPresent(each -> each.ear().onText(text));
      }
    }

    private void pinged() {
      if (!isDeaf()) {
        in.send(() -> arrived(new Frame.Pong()));
      }
    }

    private void ponged(String payload) {
      heartbeat.onPong(payload);
    }

    private void look() {
      if (isDeaf()) {
        return;
      }
      FaultDesk desk = net.exchange().desk();
      switch (heartbeat.due(opened.orElseThrow().liveness(), desk.plan(), nowMs())) {
        case NOTHING -> {}
        case PING -> {
          String payload = heartbeat.payload();
          in.send(() -> arrived(new Frame.Ping(payload)));
        }
        case END_SILENT -> {
          desk.count(Count.SOCKETS_SILENT);
          close(POLICY_VIOLATION, "Pong timeout");
        }
        case END_OLD -> {
          desk.count(Count.SOCKETS_OLD);
          close(GOING_AWAY, "24 hours are over");
        }
      }
      net.time().after(LOOK_NS, this::look);
    }

    /** The host has gone. */
    private void left() {
      if (!isDeaf()) {
        isClosed = true;
        opened.ifPresent(each -> each.ear().onClose());
      }
    }

    @Override
    public void send(String text) {
      if (!isDeaf()) {
        in.send(() -> arrived(new Frame.Text(text)));
      }
    }

    @Override
    public void close(int code, String reason) {
      if (!isDeaf()) {
        in.send(() -> arrived(new Frame.Farewell(code)));
        shut();
      }
    }

    @Override
    public void cut() {
      if (!isDeaf()) {
        in.send(() -> VirtualSocket.this.end("the line broke (IOException)"));
        shut();
      }
    }

    /** The exchange hears of it once it has done what it is at. */
    private void shut() {
      isClosed = true;
      net.time().after(0, () -> opened.ifPresent(each -> each.ear().onClose()));
    }

    @Override
    public void halfOpen() {
      isHalfOpen = true;
    }
  }
}
