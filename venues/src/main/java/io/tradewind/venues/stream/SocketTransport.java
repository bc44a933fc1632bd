package io.tradewind.venues.stream;

import java.net.URI;

/** Carries texts over one connection; knows nothing of liveness and reconnection. */
public interface SocketTransport {

  /** Begins to connect and returns at once; what happens is told to the events. */
  Connection connect(URI uri, Events events);

  /** One connection. */
  interface Connection {
    /** Sends a text. */
    void send(String text);

    /** Asks the other side whether it is there. */
    void ping();

    /** One more text may be given; without it the venue is held back. */
    void more();

    /** Ends it; nothing that comes after is told. */
    void close();
  }

  /**
   * Texts that wait.
   *
   * @param capacity how many there is room for
   */
  record Backlog(int waiting, int capacity) {
    /** Nothing ever waits. */
    public static final Backlog NONE = new Backlog(0, 0);
  }

  /** What happens to a connection; told by any thread, one after the other. */
  interface Events {
    /** It is open; the first text may be given. */
    void opened();

    /** A whole text came. */
    void text(String text);

    /** A frame came that is no text: the other side is there. */
    void alive();

    /** It is over, by whomever; told once. */
    void ended(String why);

    /** What came and was not looked at yet; asked by any thread. */
    default Backlog backlog() {
      return Backlog.NONE;
    }
  }
}
