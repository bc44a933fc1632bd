package io.tradewind.simulation.exchange.spot;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.ListingStatus;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What the orders of a list do to each other. */
final class ListDesk {
  private static final Optional<Refusal> FINE = Optional.empty();

  private final SpotMarket market;
  private final SpotListener listener;
  private final ArrayDeque<SpotList> due = new ArrayDeque<>();

  ListDesk(SpotMarket market, SpotListener listener) {
    this.market = market;
    this.listener = listener;
  }

  /** Whether the legs may be those of a pair, by their types. */
  static Optional<Refusal> checkPair(NewOrder above, NewOrder below) {
    boolean buys = above.side() == Side.BUY;
    NewOrder stop = buys ? above : below;
    NewOrder limit = buys ? below : above;
    return switch (limit.terms().type()) {
      case LIMIT_MAKER, TAKE_PROFIT, TAKE_PROFIT_LIMIT ->
          switch (stop.terms().type()) {
            case STOP_LOSS, STOP_LOSS_LIMIT -> FINE;
            case LIMIT_MAKER ->
                Optional.of(
                    limit.terms().type() == OrderType.LIMIT_MAKER
                        ? RefusalReason.OCO_NOT_CONTINGENT
                        : buys
                            ? RefusalReason.LIMIT_IN_BUY_OCO_NOT_BELOW
                            : RefusalReason.LIMIT_IN_SELL_OCO_NOT_ABOVE);
            case TAKE_PROFIT, TAKE_PROFIT_LIMIT ->
                Optional.of(
                    buys
                        ? RefusalReason.TAKE_PROFIT_IN_BUY_OCO_NOT_BELOW
                        : RefusalReason.TAKE_PROFIT_IN_SELL_OCO_NOT_ABOVE);
            case LIMIT, MARKET -> Optional.of(RefusalReason.TYPE_NOT_IN_OCO);
          };
      case STOP_LOSS, STOP_LOSS_LIMIT ->
          Optional.of(
              buys
                  ? RefusalReason.STOP_LOSS_IN_BUY_OCO_NOT_ABOVE
                  : RefusalReason.STOP_LOSS_IN_SELL_OCO_NOT_BELOW);
      case LIMIT, MARKET -> Optional.of(RefusalReason.TYPE_NOT_IN_OCO);
    };
  }

  /** Whether the types of a list's orders go together. */
  static Optional<Refusal> checkTypes(NewOrderList list) {
    return switch (list) {
      case NewOrderList.Oco oco -> checkPair(oco.above(), oco.below());
      case NewOrderList.Oto oto ->
          checkWorking(oto.working())
              .or(() ->
                  oto.pending().terms() instanceof OrderTerms.MarketByQuote
                      ? Optional.of(RefusalReason.QUOTE_MARKET_NOT_SUPPORTED)
                      : FINE);
      case NewOrderList.Otoco otoco ->
          checkWorking(otoco.working()).or(() -> checkPair(otoco.above(), otoco.below()));
    };
  }

  private static Optional<Refusal> checkWorking(NewOrder working) {
    return switch (working.terms().type()) {
      case LIMIT, LIMIT_MAKER -> FINE;
      case MARKET, STOP_LOSS, STOP_LOSS_LIMIT, TAKE_PROFIT, TAKE_PROFIT_LIMIT ->
          Optional.of(RefusalReason.TYPE_NOT_WORKING);
    };
  }

  /** Whether the prices of a pair lie around the last price. */
  Optional<Refusal> checkPrices(List<SpotOrder> pair) {
    if (pair.size() < 2) {
      return FINE;
    }
    boolean sells = pair.getFirst().side() == Side.SELL;
    OptionalLong stop = leadingE8(pair.getFirst());
    OptionalLong other = leadingE8(pair.get(1));
    OptionalLong last = market.lastPriceE8();
    OptionalLong below = sells ? stop : other;
    OptionalLong above = sells ? other : stop;
    boolean ordered = isBelow(below, above) && isBelow(below, last) && isBelow(last, above);
    return ordered ? FINE : Optional.of(RefusalReason.PRICE_RELATION);
  }

  /** The price that must lie on its side of the market: a stop price, or the limit of a maker. */
  private static OptionalLong leadingE8(SpotOrder order) {
    OrderTerms terms = order.order.terms();
    return terms.trigger().map(StopCondition::stopPriceE8).orElse(order.priceE8());
  }

  private static boolean isBelow(OptionalLong low, OptionalLong high) {
    return low.isEmpty() || high.isEmpty() || low.getAsLong() < high.getAsLong();
  }

  /** An order of a pair trades or is triggered: the other one ends first. */
  void onExecuting(SpotOrder order) {
    SpotList list = order.list;
    if (list != null && order.status == OrderStatus.NEW) {
      expireSibling(list, order);
    }
  }

  /** An order has ended, and its owner knows. */
  void onClosed(SpotOrder order) {
    SpotList list = order.list;
    if (list == null || list.closing) {
      return;
    }
    if (order == list.working()) {
      onWorkingClosed(list, order);
    } else {
      expireSibling(list, order);
    }
    endIfDone(list);
  }

  private void expireSibling(SpotList list, SpotOrder order) {
    list.closing = true;
    list.sibling(order)
        .filter(it -> it.status.isOpen())
        .ifPresent(it -> market.expire(it, ExpiryReason.OCO_TRIGGER));
    list.closing = false;
  }

  private void onWorkingClosed(SpotList list, SpotOrder working) {
    if (working.status == OrderStatus.FILLED) {
      due.addLast(list);
    } else {
      expireRest(list, ExpiryReason.OTO_PHASE_ONE_EXPIRED);
    }
  }

  private void expireRest(SpotList list, ExpiryReason reason) {
    list.closing = true;
    for (SpotOrder order : list.rest()) {
      if (order.status.isOpen()) {
        market.expire(order, reason);
      }
    }
    list.closing = false;
  }

  /** By command of its owner: all of it that is open, in the order of ids. */
  List<SpotOrder> cancel(SpotList list, String cancelClientOrderId) {
    List<SpotOrder> canceled = list.orders.stream().filter(order -> order.status.isOpen()).toList();
    list.closing = true;
    canceled.forEach(order -> market.cancel(order, cancelClientOrderId));
    list.closing = false;
    endIfDone(list);
    return canceled;
  }

  private void endIfDone(SpotList list) {
    if (!list.done && !list.isOpen()) {
      list.done = true;
      list.customer.closed(list);
      report(list, ListReport.Event.ALL_DONE);
    }
  }

  /** Whether pending orders wait for {@link #activateNext}. */
  boolean hasDue() {
    return !due.isEmpty();
  }

  /** Places the pending orders of the list that is first in turn. */
  void activateNext() {
    SpotList list = due.removeFirst();
    List<SpotOrder> pending =
        list.rest().stream().filter(it -> it.status == OrderStatus.PENDING_NEW).toList();
    if (pending.isEmpty()) {
      return;
    }
    pending.forEach(order -> order.status = OrderStatus.NEW);
    Optional<Refusal> refusal =
        market.listing.status() == ListingStatus.TRADING
            ? market
                .pegs()
                .fix(pending)
                .or(() -> checkPrices(pending))
                .or(() -> market.reserves().reserve(pending))
            : Optional.of(RefusalReason.MARKET_CLOSED);
    if (refusal.isPresent()) {
      expireRest(list, ExpiryReason.REJECTED);
      endIfDone(list);
      return;
    }
    pending.forEach(market::announce);
    report(list, ListReport.Event.UPDATED);
    pending.forEach(market::start);
  }

  /** Tells of a list. */
  void report(SpotList list, ListReport.Event event) {
    list.updatedNs = market.nowNs();
    listener.onList(new ListReport(market.nowNs(), event, list.view()));
  }
}
