package io.tradewind.core.execution;

import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.TimeInForce;
import java.util.OptionalLong;

/**
 * Where an algorithm places its children and takes them back. What becomes of a child is told to
 * the algorithm later, never from within these calls.
 */
public interface ChildOrders {

  /**
   * Places a child on the parent's side.
   *
   * @param qtyScaled in quantity scale, on the lot and not under the venue's minimums
   * @return a handle that no other child of this parent has; empty where it was refused before it
   *     left, by the risk gate for one
   */
  OptionalLong place(OrderTerms terms, TimeInForce timeInForce, long qtyScaled);

  /** Asks for a child back. It may still fill until its end is told. */
  void cancel(long handle);
}
