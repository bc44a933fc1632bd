package io.tradewind.exchange.api;

/** The way to one client, which must not block. */
public interface Line {

  /** Sends a text. */
  void send(String text);

  /** Ends it for a reason. */
  void close(int code, String reason);
}
