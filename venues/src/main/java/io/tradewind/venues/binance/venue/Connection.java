package io.tradewind.venues.binance.venue;

import io.tradewind.core.order.OrderEvent;
import io.tradewind.venues.error.VenueError;
import io.tradewind.venues.http.VenueHttp;
import io.tradewind.venues.time.VenueClock;

/** What holds for all of a connection: its clocks, whether anything may go out, whom it tells. */
final class Connection {
  private final VenueHttp http;
  private final VenueClock clock;
  private final BinanceListener listener;
  private boolean isBlocked;

  Connection(VenueHttp http, VenueClock clock, BinanceListener listener) {
    this.http = http;
    this.clock = clock;
    this.listener = listener;
  }

  /** By our clock. */
  long nowNs() {
    return clock.nowNs();
  }

  /** By the venue's clock. */
  long venueNs() {
    return http.offset().venueNs(nowNs());
  }

  void tell(VenueNews news) {
    listener.onNews(news);
  }

  void tell(OrderEvent event) {
    listener.onOrder(event);
  }

  void tell(OrderEvent.Filled fill, long tradeId) {
    listener.onFill(fill, tradeId);
  }

  /** From now on nothing goes out. */
  void block(VenueError.Fatal error) {
    if (!isBlocked) {
      isBlocked = true;
      listener.onNews(new VenueNews.Blocked(error));
    }
  }

  boolean isBlocked() {
    return isBlocked;
  }
}
