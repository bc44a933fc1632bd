package io.tradewind.exchange.api;

/** The way to one client, which must not block. */
public interface Line {

  /** Sends a text, as an answer. */
  void send(String text);

  /** Tells something of a stream; the name is not sent. */
  default void tell(String stream, String text) {
    send(text);
  }

  /** Ends it for a reason. */
  void close(int code, String reason);
}
