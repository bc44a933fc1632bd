package io.tradewind.core.order;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.margin.MarginMode;

/** What can be asked of a venue. */
public sealed interface VenueCommand {

  /** Place an order. */
  record NewOrder(OrderIntent intent) implements VenueCommand {}

  /** Change the terms of an order that stands. */
  record AmendOrder(long orderId, int instrument, OrderTerms terms) implements VenueCommand {}

  /**
   * Hold the positions of an instrument so from now on.
   *
   * @param leverage notional over margin, at least 1
   */
  record SetMargin(int book, int instrument, MarginMode mode, int leverage)
      implements VenueCommand {
    /** Checks the range. */
    public SetMargin {
      Check.argument(leverage >= 1, "leverage must be >= 1, was %s", leverage);
    }
  }

  /** Move cash from one book's account to another's; amountScaled above 0, in cash scale. */
  record Transfer(int fromBook, int toBook, long amountScaled) implements VenueCommand {
    /** Checks the range. */
    public Transfer {
      Check.argument(amountScaled > 0, "amountScaled must be > 0, was %s", amountScaled);
    }
  }

  /** Take an order back. */
  record CancelOrder(long orderId, int instrument) implements VenueCommand {}
}
