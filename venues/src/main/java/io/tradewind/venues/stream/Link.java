package io.tradewind.venues.stream;

import io.tradewind.venues.time.VenueClock;
import org.jspecify.annotations.Nullable;

/** One connection as the duty cycle sees it; what comes is laid down by the transport's threads. */
final class Link implements SocketTransport.Events {
  private final VenueClock clock;
  private final StreamInbox inbox;
  private final long startedNs;

  private SocketTransport.@Nullable Connection connection;
  private volatile boolean open;
  private volatile boolean heldBack;
  private volatile long heardNs;
  private volatile @Nullable String ended;
  private boolean greeted;
  private boolean asked;
  private long openedNs;

  Link(VenueClock clock, StreamInbox inbox) {
    this.clock = clock;
    this.inbox = inbox;
    this.startedNs = clock.nowNs();
    this.heardNs = startedNs;
  }

  /** The connection may open before connect has returned. */
  synchronized void connect(SocketTransport transport, java.net.URI uri) {
    connection = transport.connect(uri, this);
  }

  private synchronized SocketTransport.@Nullable Connection connection() {
    return connection;
  }

  @Override
  public void opened() {
    heardNs = clock.nowNs();
    open = true;
  }

  @Override
  public void text(String text) {
    long nowNs = clock.nowNs();
    heardNs = nowNs;
    if (inbox.put(new StreamText(text, nowNs))) {
      more();
    } else {
      heldBack = true;
    }
  }

  @Override
  public void alive() {
    heardNs = clock.nowNs();
  }

  @Override
  public void ended(String why) {
    ended = why;
  }

  @Override
  public SocketTransport.Backlog backlog() {
    return inbox.backlog();
  }

  private void more() {
    SocketTransport.Connection line = connection();
    if (line != null) {
      line.more();
    }
  }

  /** The next text; room that it leaves is given to the venue. */
  @Nullable StreamText poll() {
    StreamText text = inbox.poll();
    if (heldBack && inbox.hasRoom()) {
      heldBack = false;
      heardNs = clock.nowNs();
      more();
    }
    return text;
  }

  /** Greets once it is open; whether that was now. */
  boolean greet(StreamSpec spec, long nowNs) {
    SocketTransport.Connection line = connection();
    if (!open || greeted || line == null) {
      return false;
    }
    greeted = true;
    openedNs = nowNs;
    line.more();
    spec.hello().get().forEach(line::send);
    return true;
  }

  /** Why it is over, if it is; a connection that we hold back ourselves is not dead. */
  @Nullable String problem(SocketSettings settings, long nowNs) {
    if (ended != null) {
      return ended;
    }
    if (!open) {
      return nowNs - startedNs > settings.connectNs() ? "no connection in time" : null;
    }
    long quietNs = heldBack ? 0 : nowNs - heardNs;
    if (quietNs <= settings.quietNs()) {
      asked = false;
    } else if (!asked) {
      ask();
    }
    return quietNs > settings.deadNs() ? "nothing heard in time" : null;
  }

  /** Asks the other side whether it is there. */
  void ask() {
    SocketTransport.Connection line = connection();
    if (line != null) {
      asked = true;
      line.ping();
    }
  }

  /** Sends a text; whether there was a line to send it on. */
  boolean send(String text) {
    SocketTransport.Connection line = connection();
    if (!greeted || line == null || ended != null) {
      return false;
    }
    line.send(text);
    return true;
  }

  boolean isOpen() {
    return greeted;
  }

  /**
   * Whether something came over it after another was open; then all that the venue told before
   * came, too, for frames keep their order.
   */
  boolean isHeardSinceOpening(Link other) {
    return other.greeted && heardNs >= other.openedNs;
  }

  long openNs(long nowNs) {
    return greeted ? nowNs - openedNs : 0;
  }

  StreamInbox inbox() {
    return inbox;
  }

  void close() {
    SocketTransport.Connection line = connection();
    if (line != null) {
      line.close();
    }
  }
}
