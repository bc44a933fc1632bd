package io.tradewind.simulation.exchange.futures;

import io.tradewind.simulation.matching.SelfTradeMode;
import io.tradewind.simulation.matching.TimeInForce;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What accounts ask for about orders: it is checked, and carried out or refused. */
final class OrderDesk {
  private static final int MOST_AMENDMENTS = 10_000;

  private final FuturesListener listener;
  private final Deadlines deadlines;
  private long lastOrderId;
  private long lastAmendmentId;

  OrderDesk(FuturesListener listener, Deadlines deadlines) {
    this.listener = listener;
    this.deadlines = deadlines;
  }

  /** Prevention counts for orders that take what they can; the others take all or nothing. */
  private static SelfTradeMode mode(FuturesMarket market, NewOrder order) {
    boolean all =
        order.terms() instanceof OrderTerms.Limit limit && limit.timeInForce() == TimeInForce.FOK;
    return all
        ? SelfTradeMode.NONE
        : order.selfTradeMode().orElse(market.listing.terms().selfTradeMode());
  }

  private FuturesOrder draft(Position position, NewOrder order) {
    OrderType type =
        switch (order.terms()) {
          case OrderTerms.Limit _ -> OrderType.LIMIT;
          case OrderTerms.Market _ -> OrderType.MARKET;
        };
    return new FuturesOrder(position, lastOrderId + 1, type, order, mode(position.market, order));
  }

  Optional<RefusalReason> test(Position position, NewOrder order) {
    return OrderRules.check(draft(position, order));
  }

  Result<OrderView> place(Position position, NewOrder order) {
    FuturesOrder draft = draft(position, order);
    Optional<RefusalReason> refusal = OrderRules.check(draft);
    if (refusal.isPresent()) {
      return new Result.Refused<>(refusal.get());
    }
    lastOrderId = draft.orderId;
    draft.position.market.accept(draft);
    submit(draft);
    return new Result.Done<>(draft.view());
  }

  private void submit(FuturesOrder order) {
    order.position.market.submit(order);
    if (order.status.isOpen()
        && order.order.terms() instanceof OrderTerms.Limit limit
        && limit.goodTillNs().isPresent()) {
      deadlines.add(order, limit.goodTillNs().getAsLong());
    }
  }

  /** The order of a conditional order whose price has come. */
  Optional<RefusalReason> bear(AlgoOrder algo, NewOrder order, boolean closing) {
    FuturesOrder draft = draft(algo.position, order);
    Optional<RefusalReason> refusal =
        closing ? OrderRules.checkClosing(draft) : OrderRules.check(draft);
    if (refusal.isPresent()) {
      return refusal;
    }
    lastOrderId = draft.orderId;
    draft.algo = algo;
    FuturesMarket market = algo.position.market;
    market.accept(draft);
    algo.orderId = OptionalLong.of(draft.orderId);
    algo.status = AlgoStatus.TRIGGERED;
    listener.onAlgo(new AlgoUpdate(market.nowNs(), algo.view()));
    submit(draft);
    return Optional.empty();
  }

  /** The exchange's own, for all that a position is. */
  FuturesOrder liquidation(Position position, long priceE8) {
    OrderTerms.Limit terms =
        new OrderTerms.Limit(
            Math.abs(position.amountE8), priceE8, TimeInForce.IOC, OptionalLong.empty());
    String name = "autoclose-" + (lastOrderId + 1);
    NewOrder order =
        new NewOrder(position.market.listing.symbol(), name, position.closing(), terms, false);
    FuturesOrder draft =
        new FuturesOrder(
            position, lastOrderId + 1, OrderType.LIQUIDATION, order, SelfTradeMode.NONE);
    lastOrderId = draft.orderId;
    position.market.accept(draft);
    position.market.submit(draft);
    return draft;
  }

  /** The exchange's own, which settles a position of a contract that is delisted. */
  void settle(Position position) {
    String name = "settlement_autoclose-" + (lastOrderId + 1);
    OrderTerms terms = new OrderTerms.Market(Math.abs(position.amountE8));
    NewOrder order =
        new NewOrder(position.market.listing.symbol(), name, position.closing(), terms, true);
    FuturesOrder draft =
        new FuturesOrder(position, lastOrderId + 1, OrderType.MARKET, order, SelfTradeMode.NONE);
    lastOrderId = draft.orderId;
    position.market.accept(draft);
    position.market.settle(draft);
  }

  Result<OrderView> cancel(Position position, OrderRef ref) {
    return position
        .orders
        .findOpen(ref)
        .then(order -> {
          position.market.cancel(order);
          return new Result.Done<>(order.view());
        });
  }

  Result<List<OrderView>> cancelAll(Position position) {
    List<FuturesOrder> open = position.orders.open();
    open.forEach(position.market::cancel);
    return new Result.Done<>(open.stream().map(FuturesOrder::view).toList());
  }

  /** Another price or quantity; to no more than what was executed is a cancel. */
  Result<OrderView> modify(Position position, OrderRef ref, long qtyE8, long priceE8) {
    if (!(position.orders.find(ref) instanceof Result.Done<FuturesOrder>(FuturesOrder order))
        || !order.status.isOpen()) {
      return new Result.Refused<>(RefusalReason.NO_SUCH_ORDER);
    }
    if (!(order.order.terms() instanceof OrderTerms.Limit limit)) {
      return new Result.Refused<>(RefusalReason.ONLY_LIMIT_ORDERS_MODIFY);
    }
    if (limit.isRpi()) {
      return new Result.Refused<>(RefusalReason.RPI_NOT_MODIFIED);
    }
    if (limit.qtyE8() == qtyE8 && limit.priceE8() == priceE8) {
      return new Result.Refused<>(RefusalReason.MODIFY_CHANGES_NOTHING);
    }
    if (order.amendments >= MOST_AMENDMENTS && !position.account.terms.unlimited()) {
      return new Result.Refused<>(RefusalReason.TOO_MANY_MODIFICATIONS);
    }
    if (qtyE8 <= order.executedE8) {
      position.market.cancel(order);
      return new Result.Done<>(order.view());
    }
    OrderTerms.Limit terms =
        new OrderTerms.Limit(qtyE8, priceE8, limit.timeInForce(), limit.goodTillNs());
    Optional<RefusalReason> refusal = OrderRules.checkModified(changed(order, terms));
    if (refusal.isPresent()) {
      return new Result.Refused<>(refusal.get());
    }
    position.market.amend(order, terms, amendment(order, limit, terms));
    return new Result.Done<>(order.view());
  }

  private static FuturesOrder changed(FuturesOrder order, OrderTerms.Limit terms) {
    FuturesOrder copy =
        new FuturesOrder(
            order.position,
            order.orderId,
            order.type,
            order.order.withTerms(terms),
            order.selfTradeMode);
    copy.executedE8 = order.executedE8;
    copy.countedE8 = order.countedE8;
    return copy;
  }

  private Amendment amendment(FuturesOrder order, OrderTerms.Limit before, OrderTerms.Limit after) {
    return new Amendment(
        ++lastAmendmentId,
        order.orderId,
        new Amendment.Change(before.priceE8(), after.priceE8()),
        new Amendment.Change(before.qtyE8(), after.qtyE8()),
        order.amendments + 1,
        order.position.market.nowNs());
  }
}
