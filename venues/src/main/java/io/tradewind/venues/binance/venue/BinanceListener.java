package io.tradewind.venues.binance.venue;

import io.tradewind.core.order.OrderEvent;

/** Whom the connection tells, by the thread that drives it. It may submit while it listens. */
public interface BinanceListener {

  /** The next event of an order but a fill, along the table of states. */
  void onOrder(OrderEvent event);

  /**
   * The next fill of an order, along the same table.
   *
   * @param tradeId the venue's number of it, which none of the same instrument has again; who wants
   *     to {@link BinanceVenue#resume} writes it down with the fill
   */
  void onFill(OrderEvent.Filled fill, long tradeId);

  /** Anything else. */
  void onNews(VenueNews news);
}
