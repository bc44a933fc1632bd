package io.tradewind.simulation.exchange.spot;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Amounts;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.FilterKind;
import io.tradewind.simulation.exchange.Ledger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What an order needs before it is taken: the book must suit it, and the balance must pay it. */
final class ReserveDesk {
  private final SpotMarket market;
  private final Ledger ledger;

  ReserveDesk(SpotMarket market, Ledger ledger) {
    this.market = market;
    this.ledger = ledger;
  }

  /** The stop price; of one that trails from now on, the price that would trigger it now. */
  private long reservePriceE8(NewOrder order) {
    StopCondition condition = order.terms().trigger().orElse(null);
    if (condition == null) {
      return 0;
    }
    if (condition.stopPriceE8().isPresent()) {
      return condition.stopPriceE8().getAsLong();
    }
    long last = market.lastPriceE8().orElse(0);
    int bps = condition.trailingDeltaBps().orElse(0);
    return Amounts.fits(last, Amounts.ONE_E8 + bps * 10_000L)
        ? Amounts.quoteUpE8(last, Amounts.ONE_E8 + bps * 10_000L)
        : last;
  }

  /**
   * What the book and the balance say to an order, or to a pair of which one cancels the other; if
   * nothing, what it needs is locked.
   */
  Optional<Refusal> reserve(List<SpotOrder> group) {
    for (SpotOrder order : group) {
      order.reservePriceE8 = reservePriceE8(order.order);
      Optional<Refusal> refusal = meets(order);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    SpotOrder first = group.getFirst();
    String asset = first.side() == Side.BUY ? market.listing.quote() : market.listing.base();
    Lock lock = new Lock(ledger, first.customer.account, asset, group);
    group.forEach(order -> order.lock = lock);
    Optional<Refusal> refusal = plan(first, lock);
    if (refusal.isEmpty() && !lock.raiseTo(lock.needE8())) {
      refusal = Optional.of(RefusalReason.INSUFFICIENT_BALANCE);
    }
    if (refusal.isPresent()) {
      group.forEach(order -> order.lock = null);
    }
    return refusal;
  }

  private Optional<Refusal> meets(SpotOrder order) {
    if (order.type() == OrderType.LIMIT_MAKER
        && crosses(order.side(), order.priceE8().orElseThrow())) {
      return Optional.of(RefusalReason.WOULD_MATCH_AND_TAKE);
    }
    boolean triggers =
        order.isContingent()
            && market.lastPriceE8().isPresent()
            && order.order.terms().trigger().stream().anyMatch(it -> it.stopPriceE8().isPresent())
            && StopTriggers.of(order).isReachedBy(market.lastPriceE8().getAsLong());
    if (triggers) {
      return Optional.of(RefusalReason.WOULD_TRIGGER_IMMEDIATELY);
    }
    boolean worth =
        !order.isContingent()
            || order.side() == Side.SELL
            || Amounts.fits(order.reservePriceE8, order.openE8());
    return worth ? Optional.empty() : Optional.of(RefusalReason.INSUFFICIENT_BALANCE);
  }

  private boolean crosses(Side side, long priceE8) {
    Side other = side.opposite();
    return !market.book.isEmpty(other)
        && (side == Side.BUY
            ? priceE8 >= market.book.bestPriceScaled(other)
            : priceE8 <= market.book.bestPriceScaled(other));
  }

  /** How much a market order takes, and what a purchase may spend, is settled beforehand. */
  private Optional<Refusal> plan(SpotOrder order, Lock lock) {
    if (order.isContingent() || order.order.terms().limitPrice().isPresent()) {
      return Optional.empty();
    }
    if (order.order.terms() instanceof OrderTerms.MarketByQuote(long quoteE8)) {
      Optional<Refusal> refusal = planByQuote(order, quoteE8);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    if (order.side() == Side.SELL) {
      return Optional.empty();
    }
    OptionalLong cost = BookWalk.byQty(market.book, order, order.openE8()).quoteE8();
    return cost.isPresent() && lock.raiseTo(cost.getAsLong())
        ? Optional.empty()
        : Optional.of(RefusalReason.INSUFFICIENT_BALANCE);
  }

  private Optional<Refusal> planByQuote(SpotOrder order, long quoteE8) {
    BookWalk walk = BookWalk.byQuote(market.book, order, quoteE8);
    Filter.Lot lot = market.listing.filter(Filter.Lot.class).orElse(new Filter.Lot(0, 0, 0));
    Filter.MarketLot marketLot =
        market.listing.filter(Filter.MarketLot.class).orElse(new Filter.MarketLot(0, 0, 0));
    long qtyE8 = Amounts.toStepE8(walk.qtyE8(), Math.max(lot.stepE8(), marketLot.stepE8()));
    if (qtyE8 == 0 || qtyE8 < lot.minE8()) {
      return Optional.of(RefusalReason.LIQUIDITY_BELOW_LOT_SIZE);
    }
    if (qtyE8 < marketLot.minE8()) {
      return Optional.of(RefusalReason.LIQUIDITY_BELOW_MARKET_LOT_SIZE);
    }
    if (!market.hasRoom(order.side(), qtyE8)) {
      return Optional.of(new Refusal.FilterFailure(lot.kind()));
    }
    if (!lot.admits(qtyE8) || !marketLot.admits(qtyE8)) {
      FilterKind failed = lot.admits(qtyE8) ? marketLot.kind() : lot.kind();
      return Optional.of(new Refusal.FilterFailure(failed));
    }
    order.origE8 = qtyE8;
    order.shortOfBook = !walk.complete();
    return Optional.empty();
  }
}
