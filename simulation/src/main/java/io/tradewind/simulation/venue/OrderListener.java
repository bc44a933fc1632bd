package io.tradewind.simulation.venue;

import io.tradewind.core.order.OrderEvent;

/** Who hears what the venue says. It may submit commands while it listens. */
public interface OrderListener {

  /** The next event. */
  void onOrder(OrderEvent event);
}
