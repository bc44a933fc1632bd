package io.tradewind.simulation.exchange.futures;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Amounts;
import io.tradewind.simulation.matching.BookOrder;
import io.tradewind.simulation.matching.SelfTradeMode;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** An order from its placement to its end, and after. Only its {@link FuturesMarket} changes it. */
final class FuturesOrder {
  final Position position;
  final long orderId;
  final OrderType type;
  final SelfTradeMode selfTradeMode;
  final long createdNs;
  NewOrder order;
  OrderStatus status = OrderStatus.NEW;
  Optional<ExpiryReason> expiry = Optional.empty();
  long origE8;
  long executedE8;
  BigInteger quoteE16 = BigInteger.ZERO;
  long updatedNs;
  int amendments;

  /** What was taken from it in the book because the position is smaller. */
  long cutE8;

  /** What its position's sums of open orders hold of it. */
  long countedE8;

  @Nullable AlgoOrder algo;
  @Nullable BookOrder resting;

  FuturesOrder(
      Position position, long orderId, OrderType type, NewOrder order, SelfTradeMode mode) {
    this.position = position;
    this.orderId = orderId;
    this.type = type;
    this.order = order;
    this.selfTradeMode = mode;
    this.createdNs = position.market.nowNs();
    this.updatedNs = createdNs;
    this.origE8 = order.terms().qtyE8();
  }

  Side side() {
    return order.side();
  }

  long openE8() {
    return origE8 - executedE8;
  }

  /** What its rest may open, at its limit; 0 if it opens nothing or does not rest. */
  long notionalE8() {
    return status.isOpen() && !order.reduceOnly() && type == OrderType.LIMIT
        ? Amounts.quoteUpE8(order.terms().limitPriceE8().orElse(0), openE8())
        : 0;
  }

  OrderView view() {
    long quoteE8 = quoteE16.divide(Position.ONE).longValueExact();
    long averageE8 =
        executedE8 == 0 ? 0 : quoteE16.divide(BigInteger.valueOf(executedE8)).longValueExact();
    AlgoOrder from = algo;
    return new OrderView(
        position.account.accountId,
        orderId,
        from == null ? OptionalLong.empty() : OptionalLong.of(from.algoId),
        type,
        order,
        selfTradeMode,
        status,
        expiry,
        new OrderView.Quantities(origE8, executedE8, quoteE8, averageE8),
        new OrderView.Times(createdNs, updatedNs));
  }

  void checkInvariants() {
    Check.invariant(
        executedE8 >= 0 && (openE8() > 0 || (openE8() == 0 && !status.isOpen())),
        "order %s has %s open",
        orderId,
        openE8());
    BookOrder entry = resting;
    Check.invariant(
        entry == null || (status.isOpen() && entry.openQtyScaled() == openE8() - cutE8),
        "order %s is another in the book",
        orderId);
  }
}
