package io.tradewind.simulation.exchange.futures;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Amounts;
import io.tradewind.simulation.matching.Trigger;
import io.tradewind.simulation.matching.TriggerBook;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Conditional orders: taken without a look at margin, triggered, ended. */
final class AlgoDesk {
  private static final int MOST_OPEN = 200;
  private static final int LEAST_CALLBACK_BPS = 10;
  private static final int MOST_CALLBACK_BPS = 1_000;

  private final FuturesListener listener;
  private final OrderDesk orders;
  private long lastAlgoId;

  AlgoDesk(FuturesListener listener, OrderDesk orders) {
    this.listener = listener;
    this.orders = orders;
  }

  Result<AlgoView> place(Position position, NewAlgoOrder order) {
    Optional<RefusalReason> refusal = check(position, order);
    if (refusal.isPresent()) {
      return new Result.Refused<>(refusal.get());
    }
    AlgoOrder algo = new AlgoOrder(position, ++lastAlgoId, order);
    position.account.opened(algo);
    Trigger trigger = algo.trigger(nowE8(position.market, order.source()));
    triggers(algo).add(trigger.tag(position.account.accountId));
    report(algo, AlgoStatus.NEW);
    return new Result.Done<>(algo.view());
  }

  private static OptionalLong nowE8(FuturesMarket market, PriceSource source) {
    return switch (source) {
      case CONTRACT -> market.lastPriceE8();
      case MARK -> OptionalLong.of(market.markE8());
    };
  }

  private static TriggerBook triggers(AlgoOrder algo) {
    FuturesMarket market = algo.position.market;
    return switch (algo.order.source()) {
      case CONTRACT -> market.lastTriggers;
      case MARK -> market.markTriggers;
    };
  }

  private Optional<RefusalReason> check(Position position, NewAlgoOrder order) {
    FuturesAccount account = position.account;
    return OrderRules.place(position.market, order.positionSide())
        .or(() -> terms(position, order))
        .or(() ->
            account.openAlgos().size() >= MOST_OPEN
                ? Optional.of(RefusalReason.TOO_MANY_ALGO_ORDERS)
                : Optional.empty())
        .or(() ->
            account.isAlgoNameTaken(order.clientAlgoId())
                ? Optional.of(RefusalReason.DUPLICATE_CLIENT_ORDER_ID)
                : Optional.empty())
        .or(() -> reached(position.market, order));
  }

  private static Optional<RefusalReason> terms(Position position, NewAlgoOrder order) {
    boolean odd =
        order.condition() instanceof AlgoCondition.Trailing trailing
            && (trailing.callbackBps() < LEAST_CALLBACK_BPS
                || trailing.callbackBps() > MOST_CALLBACK_BPS);
    if (odd) {
      return Optional.of(RefusalReason.CALLBACK_RATE_INVALID);
    }
    return switch (order.action()) {
      case AlgoAction.Place(OrderTerms terms, boolean _) ->
          OrderRules.qty(position.market.listing, terms)
              .or(() -> OrderRules.price(position.market.listing, terms.limitPriceE8()));
      case AlgoAction.ClosePosition _ -> closing(position, order);
    };
  }

  private static Optional<RefusalReason> closing(Position position, NewAlgoOrder order) {
    if (position.closableE8(order.side()) == 0) {
      return Optional.of(RefusalReason.NO_POSITION_TO_CLOSE);
    }
    boolean exists =
        position.account.openAlgos().stream()
            .anyMatch(it ->
                it.position == position
                    && it.order.closesPosition()
                    && it.order.type() == order.type()
                    && it.order.side() == order.side());
    return exists ? Optional.of(RefusalReason.CLOSE_POSITION_EXISTS) : Optional.empty();
  }

  /** What the price has reached already is refused, and what would be active at once. */
  private static Optional<RefusalReason> reached(FuturesMarket market, NewAlgoOrder order) {
    OptionalLong now = nowE8(market, order.source());
    if (now.isEmpty()) {
      return Optional.empty();
    }
    long price = now.getAsLong();
    boolean buys = order.side() == Side.BUY;
    boolean reached =
        switch (order.condition()) {
          case AlgoCondition.Stop(long level) -> buys ? price >= level : price <= level;
          case AlgoCondition.TakeProfit(long level) -> buys ? price <= level : price >= level;
          case AlgoCondition.Trailing(int _, OptionalLong activate) ->
              activate.isPresent()
                  && (buys ? price <= activate.getAsLong() : price >= activate.getAsLong());
        };
    return reached ? Optional.of(RefusalReason.WOULD_TRIGGER_IMMEDIATELY) : Optional.empty();
  }

  Result<AlgoView> cancel(FuturesAccount account, AlgoRef ref) {
    Optional<AlgoOrder> found = account.findAlgo(ref).filter(it -> it.status.isOpen());
    if (found.isEmpty()) {
      return new Result.Refused<>(RefusalReason.UNKNOWN_ORDER);
    }
    end(found.get(), AlgoStatus.CANCELED);
    return new Result.Done<>(found.get().view());
  }

  Result<List<AlgoView>> cancelAll(Position position) {
    List<AlgoOrder> open =
        position.account.openAlgos().stream().filter(it -> it.position == position).toList();
    open.forEach(it -> end(it, AlgoStatus.CANCELED));
    return new Result.Done<>(open.stream().map(AlgoOrder::view).toList());
  }

  /** None waits for a contract that is gone. */
  void expireAll(FuturesAccount account, FuturesMarket market) {
    account.openAlgos().stream()
        .filter(it -> it.position.market == market)
        .forEach(it -> end(it, AlgoStatus.EXPIRED));
  }

  /** What closes a position ends with it. */
  void onPosition(Position position) {
    for (AlgoOrder algo : position.account.openAlgos()) {
      boolean idle =
          algo.position == position
              && algo.order.closesPosition()
              && position.closableE8(algo.order.side()) == 0;
      if (idle) {
        end(algo, AlgoStatus.EXPIRED);
      }
    }
  }

  private void end(AlgoOrder algo, AlgoStatus status) {
    triggers(algo).cancel(algo.algoId);
    algo.position.account.left(algo);
    report(algo, status);
  }

  /** Carries out the next whose price has come, if there is one. */
  boolean fireNext(FuturesMarket market, Clearing clearing) {
    TriggerBook triggers =
        market.lastTriggers.hasTriggered() ? market.lastTriggers : market.markTriggers;
    if (!triggers.hasTriggered()) {
      return false;
    }
    Trigger trigger = triggers.next();
    FuturesAccount account = clearing.account(trigger.tag());
    if (account != null) {
      account.findAlgo(new AlgoRef.ById(trigger.id())).ifPresent(this::fire);
    }
    return true;
  }

  private void fire(AlgoOrder algo) {
    algo.triggeredNs = OptionalLong.of(algo.position.market.nowNs());
    algo.position.account.left(algo);
    report(algo, AlgoStatus.TRIGGERING);
    Optional<RefusalReason> refusal = protect(algo).or(() -> place(algo));
    if (refusal.isPresent()) {
      algo.refusal = refusal;
      report(algo, AlgoStatus.REJECTED);
    }
  }

  private static Optional<RefusalReason> protect(AlgoOrder algo) {
    FuturesMarket market = algo.position.market;
    if (!algo.order.priceProtect() || market.lastPriceE8().isEmpty()) {
      return Optional.empty();
    }
    long last = market.lastPriceE8().getAsLong();
    long apart = Math.abs(market.markE8() - last);
    long most = market.listing.terms().triggerProtectE8();
    return Amounts.compareProducts(apart, Amounts.ONE_E8, last, most) > 0
        ? Optional.of(RefusalReason.PRICE_PROTECTED)
        : Optional.empty();
  }

  private Optional<RefusalReason> place(AlgoOrder algo) {
    return switch (algo.order.action()) {
      case AlgoAction.Place(OrderTerms terms, boolean reduceOnly) ->
          orders.bear(algo, order(algo, terms, reduceOnly), false);
      case AlgoAction.ClosePosition _ -> {
        long qtyE8 = algo.position.closableE8(algo.order.side());
        yield qtyE8 == 0
            ? Optional.of(RefusalReason.REDUCE_ONLY_REJECTED)
            : orders.bear(algo, order(algo, new OrderTerms.Market(qtyE8), true), true);
      }
    };
  }

  private static NewOrder order(AlgoOrder algo, OrderTerms terms, boolean reduceOnly) {
    NewAlgoOrder from = algo.order;
    return new NewOrder(
        from.symbol(),
        from.clientAlgoId(),
        from.side(),
        from.positionSide(),
        terms,
        reduceOnly,
        from.selfTradeMode());
  }

  private void report(AlgoOrder algo, AlgoStatus status) {
    long nowNs = algo.position.market.nowNs();
    algo.status = status;
    algo.updatedNs = nowNs;
    listener.onAlgo(new AlgoUpdate(nowNs, algo.view()));
  }
}
