package io.tradewind.venues.binance.venue;

import io.tradewind.core.order.OrderEvent;

/** Whom the connection tells, by the thread that drives it. It may submit while it listens. */
public interface BinanceListener {

  /** The next event of an order, along the table of states. */
  void onOrder(OrderEvent event);

  /** Anything else. */
  void onNews(VenueNews news);
}
