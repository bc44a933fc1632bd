package io.tradewind.simulation.exchange.spot;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.matching.Trigger;
import io.tradewind.simulation.matching.TriggerBook;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The orders of a symbol that wait for a price, and what becomes of them when it has come. */
final class StopDesk {
  private final SpotMarket market;
  private final TriggerBook triggers = new TriggerBook();

  /** Those that trail, but not yet. */
  private final List<SpotOrder> toTrail = new ArrayList<>();

  StopDesk(SpotMarket market) {
    this.market = market;
  }

  /** Waits for the price of an order that was announced. */
  void await(SpotOrder order) {
    Trigger trigger = StopTriggers.of(order);
    StopCondition condition = order.order.terms().trigger().orElseThrow();
    if (condition.trailingDeltaBps().isPresent()) {
      if (condition.stopPriceE8().isEmpty() && market.lastPriceE8().isPresent()) {
        trigger.trailingSince(market.lastPriceE8().getAsLong());
        order.trailingNs = OptionalLong.of(market.nowNs());
      } else {
        toTrail.add(order);
      }
    }
    triggers.add(trigger);
  }

  /** An order that has ended waits for nothing. */
  void forget(SpotOrder order) {
    triggers.cancel(order.orderId);
    toTrail.remove(order);
  }

  /** Somebody has traded at this price. */
  void onPrice(long priceE8) {
    triggers.onPrice(priceE8);
    toTrail.removeIf(order -> {
      boolean trails = triggers.find(order.orderId).stream().anyMatch(it -> it.extremeScaled() > 0);
      if (trails) {
        order.trailingNs = OptionalLong.of(market.nowNs());
      }
      return trails;
    });
  }

  /** Whether the price of any order has come. */
  boolean hasTriggered() {
    return triggers.hasTriggered();
  }

  /** The first whose price has come goes to the book. */
  void fireNext() {
    SpotOrder order = market.order(triggers.next().id());
    market.lists().onExecuting(order);
    order.updatedNs = market.nowNs();
    toTrail.remove(order);
    if (market.pegs().fix(order).isPresent()) {
      market.expire(order, ExpiryReason.REJECTED);
      return;
    }
    order.workingNs = OptionalLong.of(market.nowNs());
    if (!isPaid(order)) {
      order.workingNs = OptionalLong.empty();
      market.expire(order, ExpiryReason.REJECTED);
      return;
    }
    market.report(order, new Execution.Accepted());
    market.submit(order);
  }

  /** A purchase whose price was not known before may need more than was locked for it. */
  private boolean isPaid(SpotOrder order) {
    Lock lock = order.lock();
    OrderTerms terms = order.order.terms();
    if (order.side() == Side.BUY && terms.limitPrice().isEmpty()) {
      OptionalLong cost = BookWalk.byQty(market.book, order, order.openE8()).quoteE8();
      return cost.isPresent() && lock.raiseTo(cost.getAsLong());
    }
    if (terms.peg().isPresent()) {
      return lock.raiseTo(lock.needE8());
    }
    lock.shrink();
    return true;
  }

  void checkInvariants() {
    triggers.checkInvariants();
  }
}
