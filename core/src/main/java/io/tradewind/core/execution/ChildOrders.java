package io.tradewind.core.execution;

import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.TimeInForce;

/**
 * Where an algorithm places its children and takes them back. What becomes of a child is told to
 * the algorithm later, never from within these calls.
 */
public interface ChildOrders {

  /**
   * Places a child on the parent's side, of less where there is no room for all of it.
   *
   * @param qtyScaled in quantity scale, on the lot and not under the venue's minimums, as is what
   *     is placed instead
   */
  Placement place(OrderTerms terms, TimeInForce timeInForce, long qtyScaled);

  /** Asks for a child back. It may still fill until its end is told. */
  void cancel(long handle);
}
