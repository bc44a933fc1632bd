package io.tradewind.simulation.exchange.spot;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Amounts;
import io.tradewind.simulation.matching.BookOrder;
import io.tradewind.simulation.matching.SelfTradeMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** An order from its placement to its end, and after. Only its {@link SpotMarket} changes it. */
final class SpotOrder {
  final Customer customer;
  final long orderId;
  final long createdNs;
  final SelfTradeMode selfTradeMode;
  NewOrder order;
  OrderStatus status = OrderStatus.NEW;
  long origE8;
  long executedE8;
  long quoteE8;
  long preventedE8;
  long updatedNs;
  int amendments;
  OptionalLong workingNs = OptionalLong.empty();
  OptionalLong trailingNs = OptionalLong.empty();
  OptionalLong preventedMatchId = OptionalLong.empty();
  Optional<ExpiryReason> expiry = Optional.empty();

  /** The limit that a pegged order has found in the book; empty before. */
  OptionalLong peggedE8 = OptionalLong.empty();

  /** At which price the quote of a stop that names no limit is locked while it waits. */
  long reservePriceE8;

  /** Ends as expired though all that was asked of the book has traded: an order by quote. */
  boolean shortOfBook;

  @Nullable SpotList list;
  @Nullable Lock lock;
  @Nullable BookOrder resting;
  final List<Fill> takerFills = new ArrayList<>();
  final List<PreventedMatch> takerPrevented = new ArrayList<>();

  SpotOrder(Customer customer, long orderId, NewOrder order, SelfTradeMode mode, long timeNs) {
    this.customer = customer;
    this.orderId = orderId;
    this.order = order;
    this.selfTradeMode = mode;
    this.createdNs = timeNs;
    this.updatedNs = timeNs;
    this.origE8 = order.terms().qtyE8().orElse(0);
  }

  Side side() {
    return order.side();
  }

  OrderType type() {
    return order.terms().type();
  }

  long openE8() {
    return origE8 - executedE8 - preventedE8;
  }

  /** Its limit as it counts in the book; empty for market orders, and before a peg is found. */
  OptionalLong priceE8() {
    OrderTerms terms = order.terms();
    return terms.peg().isPresent() ? peggedE8 : terms.limitPriceE8();
  }

  boolean isIceberg() {
    return order.terms().icebergQtyE8().isPresent();
  }

  /** Whether it still waits for its price. */
  boolean isContingent() {
    return type().isContingent() && workingNs.isEmpty();
  }

  Lock lock() {
    Lock held = lock;
    if (held == null) {
      throw new IllegalStateException("order " + orderId + " has no lock");
    }
    return held;
  }

  /** What must be locked for it: base of a sale, quote of a purchase. */
  long needE8() {
    if (!status.isOpen() || status == OrderStatus.PENDING_NEW) {
      return 0;
    }
    if (side() == Side.SELL) {
      return openE8();
    }
    if (isContingent()) {
      return Amounts.quoteUpE8(order.terms().limitPriceE8().orElse(reservePriceE8), openE8());
    }
    OptionalLong limit = priceE8();
    // What a market order may spend was reckoned from the book, and is held until it ends.
    return limit.isPresent() ? Amounts.quoteUpE8(limit.getAsLong(), openE8()) : lock().lockedE8();
  }

  OptionalLong listId() {
    return list == null ? OptionalLong.empty() : OptionalLong.of(list.listId);
  }

  OrderView view() {
    return new OrderView(
        customer.account.accountId(),
        orderId,
        listId(),
        order,
        selfTradeMode,
        status,
        expiry,
        new OrderView.Quantities(origE8, executedE8, quoteE8, preventedE8),
        new OrderView.Times(createdNs, updatedNs, workingNs, trailingNs),
        preventedMatchId,
        peggedE8);
  }

  void checkInvariants() {
    Check.invariant(
        executedE8 >= 0 && preventedE8 >= 0 && openE8() >= 0,
        "order %s has %s open",
        orderId,
        openE8());
    Check.invariant(
        resting == null || (status.isOpen() && resting.openQtyScaled() == openE8()),
        "order %s is another in the book",
        orderId);
  }
}
