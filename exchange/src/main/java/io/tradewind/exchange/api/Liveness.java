package io.tradewind.exchange.api;

/**
 * How a market makes sure that the clients of its sockets are there.
 *
 * @param pingMs from one ping to the next
 * @param pongMs a ping that is not answered in this time ends the socket
 */
public record Liveness(long pingMs, long pongMs) {
  /** As Binance has it on spot. */
  public static final Liveness SPOT = new Liveness(20_000, 60_000);

  /** As Binance has it on futures. */
  public static final Liveness FUTURES = new Liveness(180_000, 600_000);
}
