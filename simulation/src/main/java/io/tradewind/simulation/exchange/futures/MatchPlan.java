package io.tradewind.simulation.exchange.futures;

import io.tradewind.core.order.Side;
import io.tradewind.simulation.matching.BookOrder;
import io.tradewind.simulation.matching.SelfTradeMode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What an order will meet if it comes to the book now. The book does not know positions, so that
 * orders that may only reduce are cut beforehand to what they can reduce when their turn comes.
 *
 * @param takenE8 how much it takes; 0 where that decides nothing
 * @param worthE16 for how much
 * @param qtyE8 with which quantity it may come to the book: less than it has open if it only
 *     reduces, and takes all that there is to reduce
 * @param cuts orders that rest and have to be smaller before
 */
record MatchPlan(long takenE8, BigInteger worthE16, long qtyE8, List<Cut> cuts) {

  /** An order that may fill no more than this; 0 ends it. */
  record Cut(FuturesOrder order, long allowedE8) {}

  static MatchPlan of(FuturesMarket market, FuturesOrder taker) {
    Walk walk = new Walk(market, taker);
    Side other = taker.side().opposite();
    if (isAsked(market, taker) && taker.order.retail()) {
      market.book.forEachForRetail(other, walk::meet);
    } else if (isAsked(market, taker)
        && market.crosses(taker.side(), taker.order.terms().limitPriceE8())) {
      market.book.forEach(other, walk::meet);
    }
    return walk.plan();
  }

  /** Whether anything depends on whom it meets; for most orders nothing does. */
  private static boolean isAsked(FuturesMarket market, FuturesOrder taker) {
    boolean always = taker.order.reduceOnly() || market.hasReduceOnly();
    return switch (taker.order.terms()) {
      case OrderTerms.Limit limit ->
          switch (limit.timeInForce()) {
            case FOK -> true;
            case GTC, IOC -> always;
            // It ends before it meets anybody.
            case POST_ONLY, RPI -> false;
          };
      case OrderTerms.Market _ -> always || !taker.position.account.terms.unlimited();
    };
  }

  private static final class Walk {
    private final FuturesMarket market;
    private final FuturesOrder taker;
    private final boolean buys;
    private final long limitE8;
    private final TreeMap<Long, Long> amountsE8 = new TreeMap<>();
    private final List<Cut> cuts = new ArrayList<>();
    private BigInteger worthE16 = BigInteger.ZERO;
    private long restE8;
    private boolean stopped;
    private boolean reducedAll;

    Walk(FuturesMarket market, FuturesOrder taker) {
      this.market = market;
      this.taker = taker;
      this.buys = taker.side() == Side.BUY;
      this.limitE8 = taker.order.terms().limitPriceE8().orElse(buys ? Long.MAX_VALUE : 0);
      this.restE8 = taker.openE8();
    }

    void meet(BookOrder entry) {
      long priceE8 = entry.priceScaled();
      stopped |= restE8 == 0 || (buys ? priceE8 > limitE8 : priceE8 < limitE8);
      if (stopped || isPassedOver(entry)) {
        return;
      }
      FuturesOrder maker = market.order(entry.orderId());
      long most = Math.min(restE8, entry.openQtyScaled());
      boolean all = taker.order.reduceOnly() && closableE8(taker) <= most;
      most = all ? closableE8(taker) : most;
      if (maker.order.reduceOnly() && closableE8(maker) < most) {
        most = closableE8(maker);
        cuts.add(new Cut(maker, most));
        all = false;
      }
      reducedAll = all;
      stopped = all;
      move(maker, most);
      move(taker, most);
      restE8 -= most;
      worthE16 = worthE16.add(Position.product(priceE8, most));
    }

    /** Prevented from trading with its owner: the maker ends, or the taker. */
    private boolean isPassedOver(BookOrder entry) {
      SelfTradeMode mode = taker.selfTradeMode;
      boolean own = entry.owner() == taker.position.account.owner();
      if (!own || mode == SelfTradeMode.NONE) {
        return false;
      }
      stopped = mode != SelfTradeMode.EXPIRE_MAKER;
      return true;
    }

    private long amountE8(FuturesOrder order) {
      Position position = order.position;
      return amountsE8.getOrDefault(position.account.accountId, position.amountE8);
    }

    private long closableE8(FuturesOrder order) {
      long amount = amountE8(order);
      boolean closes = order.side() == Side.BUY ? amount < 0 : amount > 0;
      return closes ? Math.abs(amount) : 0;
    }

    private void move(FuturesOrder order, long qtyE8) {
      long delta = order.side() == Side.BUY ? qtyE8 : -qtyE8;
      amountsE8.put(order.position.account.accountId, amountE8(order) + delta);
    }

    MatchPlan plan() {
      long taken = taker.openE8() - restE8;
      return new MatchPlan(taken, worthE16, reducedAll ? taken : taker.openE8(), List.copyOf(cuts));
    }
  }
}
