package io.tradewind.simulation.venue;

import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.order.OrderEvent;

/** Who hears what the venue says. It may submit commands while it listens. */
public interface VenueListener {

  /** The next event of an order. */
  void onOrder(OrderEvent event);

  /** What the venue did to an account without an order. */
  void onMargin(MarginEvent event);

  /** Cash has been moved between accounts. */
  void onTransfer(Transferred event);
}
