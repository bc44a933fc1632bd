package io.tradewind.simulation.exchange.futures;

import io.tradewind.simulation.matching.SelfTradeMode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An order as it stood at a moment.
 *
 * @param order as it is, with the terms of the last change
 * @param algoId the conditional order that placed it
 */
public record OrderView(
    long accountId,
    long orderId,
    OptionalLong algoId,
    OrderType type,
    NewOrder order,
    SelfTradeMode selfTradeMode,
    OrderStatus status,
    Optional<ExpiryReason> expiry,
    Quantities quantities,
    Times times) {

  /**
   * How much.
   *
   * @param quoteE8 worth of the executed part, rounded down
   * @param averagePriceE8 rounded down; 0 if nothing was executed
   */
  public record Quantities(long origE8, long executedE8, long quoteE8, long averagePriceE8) {}

  /** When. */
  public record Times(long createdNs, long updatedNs) {}
}
