package io.tradewind.venues.binance.venue;

import io.tradewind.venues.http.Reply;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.http.VenueRequest;
import java.util.function.Consumer;

/** What orders and cancels go out on: requests, or a socket that stays open. */
public sealed interface OrderLine permits OrderLine.Rest, SocketLine {

  /** Asks; the handler is told once, by {@link #doWork}. */
  void submit(VenueRequest request, Consumer<Reply> handler);

  /**
   * One step.
   *
   * @return how many things were done, 0 if there was nothing to do
   */
  int doWork();

  /** Until when nothing goes out because the venue asked for a rest; in the past if it did not. */
  long pausedUntilNs();

  /** By requests. */
  record Rest(VenueHttp http) implements OrderLine {
    @Override
    public void submit(VenueRequest request, Consumer<Reply> handler) {
      http.submit(request, handler);
    }

    @Override
    public int doWork() {
      return http.doWork();
    }

    @Override
    public long pausedUntilNs() {
      return http.pausedUntilNs();
    }
  }
}
