package io.tradewind.core.execution.route;

import java.util.List;

/**
 * A split of an order.
 *
 * @param parts at most one for a venue, in the order of the venues
 * @param leftScaled what no venue can take, in quantity scale
 * @param cost what the parts cost (a sale: minus what they bring) with fees and the risk of
 *     waiting, in quote
 */
public record RoutePlan(List<Part> parts, long leftScaled, double cost) {
  /** Keeps its own list. */
  public RoutePlan {
    parts = List.copyOf(parts);
  }

  /**
   * What one venue gets.
   *
   * @param limitScaled the worst price that it needs, in price scale
   * @param quoteScaled price times quantity that is expected, in cash scale
   * @param feeScaled the fee that is expected, in cash scale
   */
  public record Part(
      int venue, long qtyScaled, long limitScaled, long quoteScaled, long feeScaled) {}
}
