package io.tradewind.venues.contract;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.VenueCommand;
import java.util.List;

/** A venue with a market that does what it is told: one instrument, one account. */
interface Floor extends AutoCloseable {
  /** What is traded; the market begins at a price of 100. */
  Instrument instrument();

  /** Gives a command and lets all happen that follows from it. */
  void submit(VenueCommand command);

  /** The market goes to a price, with more than enough volume on the way. */
  void price(long priceScaled);

  /** So much is traded at a price, and no more. */
  void trade(long priceScaled, long qtyScaled);

  /** What was told so far. */
  List<OrderEvent> events();

  /** Fills that were told beside the events of orders: of guards, and late ones. */
  default List<OrderEvent.Filled> beside() {
    return List.of();
  }

  /** Cash that the venue says there is, in cash scale, what orders hold included. */
  long cashScaled();

  /** What the venue may round off by its own rules, in cash scale. */
  default long cashToleranceScaled() {
    return 0;
  }

  /** Base that the venue says there is, in quantity scale, what orders hold included. */
  long baseScaled();

  @Override
  void close();
}
