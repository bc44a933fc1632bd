package io.tradewind.core.order;

import io.tradewind.analytics.check.Check;

/**
 * An order as we mean it. Its id is ours: the session's sequence number, so that it is known before
 * it is sent and found again after a crash.
 *
 * @param orderId above 0
 * @param book whose order it is: the place of its strategy among the session's, from 0
 * @param instrument index among the session's instruments
 * @param side buy or sell
 * @param size how much
 * @param terms the kind with its prices
 * @param timeInForce how long it stands
 * @param reduceOnly whether it may only make the position smaller
 * @param purpose what it is for
 */
public record OrderIntent(
    long orderId,
    int book,
    int instrument,
    Side side,
    OrderSize size,
    OrderTerms terms,
    TimeInForce timeInForce,
    boolean reduceOnly,
    OrderPurpose purpose) {
  /** Checks the ranges. */
  public OrderIntent {
    Check.argument(orderId > 0, "orderId must be > 0, was %s", orderId);
    Check.argument(book >= 0, "book must be >= 0, was %s", book);
    Check.argument(instrument >= 0, "instrument must be >= 0, was %s", instrument);
  }
}
