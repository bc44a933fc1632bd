package io.tradewind.venues.binance.model;

import io.tradewind.core.order.Side;
import io.tradewind.venues.binance.model.UserEvent.Fill;

/** A row of an answer to a question for an account. */
public sealed interface AccountRow {

  /** A fill of one of its orders. */
  record Trade(long venueOrderId, Side side, Fill fill, long timeNs) implements AccountRow {}
}
