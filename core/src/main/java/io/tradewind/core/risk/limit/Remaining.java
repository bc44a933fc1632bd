package io.tradewind.core.risk.limit;

import java.util.List;

/**
 * What an emergency stop still finds.
 *
 * @param orders ids of all orders that are not final, but for the closes that the stop itself sent
 * @param positions all that are not flat
 */
public record Remaining(List<Long> orders, List<Place> positions) {

  /** Keeps copies. */
  public Remaining {
    orders = List.copyOf(orders);
    positions = List.copyOf(positions);
  }

  /** A position of a book. */
  public record Place(int book, int instrument) {}

  /** Whether nothing is left. */
  public boolean isNothing() {
    return orders.isEmpty() && positions.isEmpty();
  }
}
