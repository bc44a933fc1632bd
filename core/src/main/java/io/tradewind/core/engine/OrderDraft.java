package io.tradewind.core.engine;

import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;

/** An order before it is given its number. */
record OrderDraft(
    int instrument,
    Side side,
    OrderSize size,
    OrderTerms terms,
    TimeInForce timeInForce,
    boolean reduceOnly,
    OrderPurpose purpose) {

  /** The same on other terms. */
  OrderDraft at(OrderTerms others) {
    return new OrderDraft(instrument, side, size, others, timeInForce, reduceOnly, purpose);
  }
}
