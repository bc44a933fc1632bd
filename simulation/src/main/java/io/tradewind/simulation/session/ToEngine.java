package io.tradewind.simulation.session;

import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.simulation.venue.VenueListener;

/** What the venue of a session says goes to its engine, which is made after the venue. */
record ToEngine(MarketSession session) implements VenueListener {
  @Override
  public void onOrder(OrderEvent event) {
    session.engine().onOrder(event);
  }

  @Override
  public void onMargin(MarginEvent event) {
    session.engine().onMargin(event);
  }

  @Override
  public void onTransfer(Transferred event) {
    session.engine().onTransfer(event);
  }
}
