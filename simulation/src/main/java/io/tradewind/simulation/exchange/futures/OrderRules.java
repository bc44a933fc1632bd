package io.tradewind.simulation.exchange.futures;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Amounts;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.matching.SelfTradeMode;
import io.tradewind.simulation.matching.TimeInForce;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What an order must pass, in the order in which it is asked. Asking changes nothing. An unlimited
 * account may place as many as it likes, as small as it likes, wherever it likes: what it shows is
 * many people's.
 */
final class OrderRules {
  private static final Optional<RefusalReason> FINE = Optional.empty();
  private static final long LARGEST = Long.MAX_VALUE / 4;
  private static final long LEAST_LIFE_NS = 600_000_000_000L;

  /** What is said of a value that is too low, too high, or between the steps. */
  private record Faults(RefusalReason below, RefusalReason above, RefusalReason between) {}

  private static final Faults QTY =
      new Faults(
          RefusalReason.QTY_BELOW_MIN, RefusalReason.QTY_ABOVE_MAX, RefusalReason.QTY_NOT_ON_STEP);
  private static final Faults PRICE =
      new Faults(
          RefusalReason.PRICE_BELOW_MIN,
          RefusalReason.PRICE_ABOVE_MAX,
          RefusalReason.PRICE_NOT_ON_TICK);

  private OrderRules() {}

  /** All of them, of an order that is not taken yet. */
  static Optional<RefusalReason> check(FuturesOrder order) {
    return form(order, false)
        .or(() -> count(order.position))
        .or(() -> name(order))
        .or(() -> money(order));
  }

  /** As {@link #check}, of an order that closes a position, whatever its size. */
  static Optional<RefusalReason> checkClosing(FuturesOrder order) {
    return form(order, true).or(() -> money(order));
  }

  /** What the order is in itself, beside the mark. */
  private static Optional<RefusalReason> form(FuturesOrder order, boolean anySize) {
    FuturesMarket market = order.position.market;
    OrderTerms terms = order.order.terms();
    Optional<RefusalReason> refusal = place(market, order.order.positionSide());
    if (refusal.isPresent()) {
      return refusal;
    }
    if (order.selfTradeMode == SelfTradeMode.DECREMENT) {
      return Optional.of(RefusalReason.SELF_TRADE_MODE_NOT_ALLOWED);
    }
    if (terms.isRpi() && !market.listing.terms().rpi()) {
      return Optional.of(RefusalReason.RPI_NOT_SUPPORTED);
    }
    return (anySize ? FINE : qty(market.listing, terms))
        .or(() -> price(market.listing, terms.limitPriceE8()))
        .or(() -> band(order))
        .or(() -> notional(order))
        .or(() -> date(market, terms));
  }

  /** Whether anything at all may be placed. */
  static Optional<RefusalReason> place(FuturesMarket market, PositionSide side) {
    if (market.listing.status() != ListingStatus.TRADING) {
      return Optional.of(RefusalReason.SYMBOL_NOT_TRADING);
    }
    return side == PositionSide.BOTH ? FINE : Optional.of(RefusalReason.POSITION_SIDE_MISMATCH);
  }

  static Optional<RefusalReason> qty(FuturesListing listing, OrderTerms terms) {
    FuturesListing.Filters filters = listing.filters();
    return switch (terms) {
      case OrderTerms.Limit limit ->
          range(
              limit.qtyE8(),
              filters.lot().minE8(),
              filters.lot().maxE8(),
              filters.lot().stepE8(),
              QTY);
      case OrderTerms.Market market ->
          range(
              market.qtyE8(),
              filters.marketLot().minE8(),
              filters.marketLot().maxE8(),
              filters.marketLot().stepE8(),
              QTY);
    };
  }

  static Optional<RefusalReason> price(FuturesListing listing, OptionalLong priceE8) {
    Filter.Price filter = listing.filters().price();
    return priceE8.isEmpty()
        ? FINE
        : range(priceE8.getAsLong(), filter.minE8(), filter.maxE8(), filter.tickE8(), PRICE);
  }

  private static Optional<RefusalReason> range(
      long valueE8, long minE8, long maxE8, long stepE8, Faults faults) {
    if (valueE8 < minE8) {
      return Optional.of(faults.below);
    }
    if (maxE8 != 0 && valueE8 > maxE8) {
      return Optional.of(faults.above);
    }
    return stepE8 != 0 && valueE8 % stepE8 != 0 ? Optional.of(faults.between) : FINE;
  }

  private static boolean isSpared(Position position) {
    return position.account.terms.unlimited();
  }

  private static Optional<RefusalReason> band(FuturesOrder order) {
    if (isSpared(order.position)) {
      return FINE;
    }
    FuturesMarket market = order.position.market;
    Side side = order.side();
    OptionalLong priceE8 = order.order.terms().limitPriceE8();
    boolean buys = side == Side.BUY;
    if (priceE8.isPresent()) {
      return isInBand(market, side, priceE8.getAsLong())
          ? FINE
          : Optional.of(buys ? RefusalReason.PRICE_ABOVE_BAND : RefusalReason.PRICE_BELOW_BAND);
    }
    Side other = side.opposite();
    return market.book.isEmpty(other) || isInBand(market, side, market.book.bestPriceScaled(other))
        ? FINE
        : Optional.of(RefusalReason.COUNTER_PRICE_OUT_OF_BAND);
  }

  private static boolean isInBand(FuturesMarket market, Side side, long priceE8) {
    FuturesListing.Band band = market.listing.filters().band();
    long factorE8 = side == Side.BUY ? band.upE8() : band.downE8();
    int order = Amounts.compareProducts(priceE8, Amounts.ONE_E8, market.markE8(), factorE8);
    return side == Side.BUY ? order <= 0 : order >= 0;
  }

  private static Optional<RefusalReason> notional(FuturesOrder order) {
    FuturesMarket market = order.position.market;
    OrderTerms terms = order.order.terms();
    long priceE8 = terms.limitPriceE8().orElse(market.markE8());
    Position position = order.position;
    if (!Amounts.fits(priceE8, terms.qtyE8())
        || !market.hasRoom(order.side(), terms.qtyE8())
        || Amounts.quoteUpE8(priceE8, terms.qtyE8())
            > LARGEST - Math.max(position.bidsE8, position.asksE8)) {
      return Optional.of(RefusalReason.NOTIONAL_OVERFLOW);
    }
    boolean enough =
        order.order.reduceOnly()
            || isSpared(position)
            || Amounts.quoteDownE8(priceE8, terms.qtyE8())
                >= market.listing.filters().minNotionalE8();
    return enough ? FINE : Optional.of(RefusalReason.NOTIONAL_TOO_SMALL);
  }

  private static Optional<RefusalReason> date(FuturesMarket market, OrderTerms terms) {
    boolean early =
        terms instanceof OrderTerms.Limit limit
            && limit.goodTillNs().isPresent()
            && limit.goodTillNs().getAsLong() <= market.nowNs() + LEAST_LIFE_NS;
    return early ? Optional.of(RefusalReason.GOOD_TILL_DATE_TOO_EARLY) : FINE;
  }

  private static Optional<RefusalReason> count(Position position) {
    return !isSpared(position)
            && position.orders.openCount() >= position.market.listing.filters().maxOrders()
        ? Optional.of(RefusalReason.TOO_MANY_ORDERS)
        : FINE;
  }

  private static Optional<RefusalReason> name(FuturesOrder order) {
    return order.position.orders.isTaken(order.order.clientOrderId())
        ? Optional.of(RefusalReason.DUPLICATE_CLIENT_ORDER_ID)
        : FINE;
  }

  /** Position, margin and book. */
  private static Optional<RefusalReason> money(FuturesOrder order) {
    Position position = order.position;
    if (order.order.reduceOnly() && position.closableE8(order.side()) == 0) {
      return Optional.of(RefusalReason.REDUCE_ONLY_REJECTED);
    }
    MatchPlan plan = MatchPlan.of(position.market, order);
    return margin(order, plan).or(() -> match(order, plan));
  }

  private static Optional<RefusalReason> margin(FuturesOrder order, MatchPlan plan) {
    Position position = order.position;
    if (order.order.reduceOnly() || isSpared(position)) {
      return FINE;
    }
    Need need = Need.of(order, plan);
    if (need.moreE8 <= 0) {
      return FINE;
    }
    if (need.exposureE8 > position.market.listing.maxNotionalE8(position.leverage)) {
      return Optional.of(RefusalReason.POSITION_LIMIT_AT_LEVERAGE);
    }
    long available = position.account.cross(position.asset()).availableE8();
    return position.marginUpE8(need.moreE8) + need.lossE8 > available
        ? Optional.of(RefusalReason.MARGIN_INSUFFICIENT)
        : FINE;
  }

  /**
   * What an order asks for.
   *
   * @param exposureE8 the notional if all of the dearer side came about
   * @param moreE8 how much more that is than without it
   * @param lossE8 what is lost at the mark as it fills, of the part that opens
   */
  private record Need(long exposureE8, long moreE8, long lossE8) {

    static Need of(FuturesOrder order, MatchPlan plan) {
      Position position = order.position;
      boolean buys = order.side() == Side.BUY;
      OptionalLong limit = order.order.terms().limitPriceE8();
      long qtyE8 = limit.isPresent() ? order.openE8() : plan.takenE8();
      long worth =
          limit.isPresent()
              ? Amounts.quoteUpE8(limit.getAsLong(), qtyE8)
              : plan.worthE16().divide(Position.ONE).longValueExact();
      // Of an order that is modified, what it asks for already is counted and comes off.
      long bids = position.bidsE8 + (buys ? worth - order.countedE8 : 0);
      long asks = position.asksE8 + (buys ? 0 : worth - order.countedE8);
      long before = position.exposureE8(position.bidsE8, position.asksE8);
      long after = position.exposureE8(bids, asks);
      return new Need(after, after - before, loss(order, worth, qtyE8));
    }

    private static long loss(FuturesOrder order, long worthE8, long qtyE8) {
      Position position = order.position;
      long opens = qtyE8 - Math.min(qtyE8, position.closableE8(order.side()));
      if (opens == 0) {
        return 0;
      }
      long fair = Amounts.quoteDownE8(position.market.markE8(), qtyE8);
      long worse = Math.max(0, order.side() == Side.BUY ? worthE8 - fair : fair - worthE8);
      return BigInteger.valueOf(worse)
          .multiply(BigInteger.valueOf(opens))
          .divide(BigInteger.valueOf(qtyE8))
          .longValueExact();
    }
  }

  private static Optional<RefusalReason> match(FuturesOrder order, MatchPlan plan) {
    if (!(order.order.terms() instanceof OrderTerms.Limit limit)) {
      return FINE;
    }
    if (limit.timeInForce() == TimeInForce.FOK && plan.takenE8() < order.openE8()) {
      return Optional.of(RefusalReason.FOK_NOT_FILLABLE);
    }
    boolean makes = limit.timeInForce() == TimeInForce.POST_ONLY || limit.isRpi();
    boolean takes = makes && order.position.market.crosses(order.side(), limit.limitPriceE8());
    return takes ? Optional.of(RefusalReason.GTX_WOULD_TAKE) : FINE;
  }

  /** Of an order that stands and would get other terms: a copy of it that has them. */
  static Optional<RefusalReason> checkModified(FuturesOrder changed) {
    FuturesMarket market = changed.position.market;
    OrderTerms terms = changed.order.terms();
    return place(market, changed.order.positionSide())
        .or(() -> qty(market.listing, terms))
        .or(() -> price(market.listing, terms.limitPriceE8()))
        .or(() -> band(changed))
        .or(() -> notional(changed))
        .or(() -> margin(changed, new MatchPlan(0, BigInteger.ZERO, 0, List.of())));
  }
}
