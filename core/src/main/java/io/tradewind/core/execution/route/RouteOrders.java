package io.tradewind.core.execution.route;

import java.util.OptionalLong;

/**
 * Where the parts of a routed order go. What becomes of one is told to the router later, never from
 * within this call.
 */
public interface RouteOrders {

  /**
   * Places an immediate-or-cancel limit order.
   *
   * @return a handle that no other part has; empty where it was refused before it left
   */
  OptionalLong place(int venue, long limitScaled, long qtyScaled);
}
