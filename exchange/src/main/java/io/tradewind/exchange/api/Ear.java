package io.tradewind.exchange.api;

/** Hears what one client of a socket says. It belongs to the exchange's one thread. */
public interface Ear {
  /** It says something. */
  void onText(String text, long nowMs);

  /** The exchange will go down soon. */
  default void onShutdown(long nowMs) {}

  /** It has gone. */
  void close();
}
