package io.tradewind.simulation.exchange.spot;

import io.tradewind.simulation.matching.SelfTradeMode;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An order as it stood at a moment.
 *
 * @param order as it was placed; an amendment changes its client id, not its terms
 * @param preventedMatchId the last match that was prevented
 * @param peggedPriceE8 the limit that a pegged order has found in the book; empty before
 */
public record OrderView(
    long accountId,
    long orderId,
    OptionalLong listId,
    NewOrder order,
    SelfTradeMode selfTradeMode,
    OrderStatus status,
    Optional<ExpiryReason> expiry,
    Quantities quantities,
    Times times,
    OptionalLong preventedMatchId,
    OptionalLong peggedPriceE8) {

  /**
   * How much.
   *
   * @param origE8 all of it, as amended; of an order by quote, what was executed
   * @param quoteE8 what the executed part cost or brought
   * @param preventedE8 what self-trade prevention took
   */
  public record Quantities(long origE8, long executedE8, long quoteE8, long preventedE8) {
    /** What can still trade. */
    public long openE8() {
      return origE8 - executedE8 - preventedE8;
    }
  }

  /**
   * When.
   *
   * @param workingNs when it came to the book; empty before
   * @param trailingNs when it began to follow the price; empty before, and if it never does
   */
  public record Times(
      long createdNs, long updatedNs, OptionalLong workingNs, OptionalLong trailingNs) {}

  /** The client's name for it. */
  public String clientOrderId() {
    return order.clientOrderId();
  }

  /** Whether it has come to the book and not ended. */
  public boolean isWorking() {
    return status.isOpen() && times.workingNs().isPresent();
  }
}
