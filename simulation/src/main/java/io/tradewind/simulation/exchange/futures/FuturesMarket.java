package io.tradewind.simulation.exchange.futures;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Amounts;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.LevelChange;
import io.tradewind.simulation.exchange.ListingStatus;
import io.tradewind.simulation.matching.BookOrder;
import io.tradewind.simulation.matching.BookSink;
import io.tradewind.simulation.matching.DoneReason;
import io.tradewind.simulation.matching.OrderBook;
import io.tradewind.simulation.matching.TimeInForce;
import io.tradewind.simulation.matching.TriggerBook;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One symbol: its book, its prices, what waits for them, and what happens to orders there. It tells
 * of everything in the order in which it comes about.
 */
final class FuturesMarket implements BookSink {
  private static final int MOST_FUNDINGS = 1000;

  private final Clearing clearing;
  private final FuturesListener listener;
  private final TreeMap<Long, FuturesOrder> open = new TreeMap<>();
  private final TreeMap<Long, Position> holders = new TreeMap<>();
  private final TreeSet<Long> changed = new TreeSet<>();
  private final long[] openE8 = new long[Side.values().length];
  private int openReduceOnly;
  private long markE8;
  private long indexE8;
  private final MarkPrice mark;
  private final Deque<FundingRate> fundings = new ArrayDeque<>();
  private long lastTradeId;
  private long lastUpdateId;

  /** How often a level beside the book has changed. */
  private long rpiChanges;

  private OptionalLong lastPriceE8 = OptionalLong.empty();

  final OrderBook book = new OrderBook(Amounts.ONE_E8, this);
  final TriggerBook lastTriggers = new TriggerBook();
  final TriggerBook markTriggers = new TriggerBook();
  FuturesListing listing;
  boolean delisted;

  FuturesMarket(FuturesListing listing, Clearing clearing, FuturesListener listener, long markE8) {
    this.listing = listing;
    this.clearing = clearing;
    this.listener = listener;
    this.markE8 = markE8;
    this.indexE8 = markE8;
    this.mark = new MarkPrice(listing);
  }

  long nowNs() {
    return clearing.nowNs();
  }

  long markE8() {
    return markE8;
  }

  OptionalLong lastPriceE8() {
    return lastPriceE8;
  }

  MarketPrices prices() {
    return new MarketPrices(markE8, indexE8, lastPriceE8);
  }

  long lastUpdateId() {
    return lastUpdateId;
  }

  /** Of changes in the book and beside it. */
  long lastRpiUpdateId() {
    return lastUpdateId + rpiChanges;
  }

  FundingView funding() {
    return mark.view();
  }

  /** The oldest first. */
  List<FundingRate> fundings() {
    return List.copyOf(fundings);
  }

  /** Whether a funding has to be settled before the index changes. */
  boolean isFundingDue() {
    return mark.isDue(nowNs());
  }

  /** A funding was settled. */
  void onFunding(long rateE8) {
    fundings.addLast(new FundingRate(nowNs(), rateE8, markE8));
    if (fundings.size() > MOST_FUNDINGS) {
      fundings.removeFirst();
    }
    mark.settled(nowNs());
  }

  /** The index is another now, and the mark follows. */
  void onIndex(long index) {
    MarkPrice.Prices prices =
        new MarkPrice.Prices(bestE8(Side.BUY), bestE8(Side.SELL), lastPriceE8);
    onMark(mark.look(index, prices, nowNs()), index);
  }

  private OptionalLong bestE8(Side side) {
    return book.isEmpty(side) ? OptionalLong.empty() : OptionalLong.of(book.bestPriceScaled(side));
  }

  /** Its prices are others now; whoever holds something has to be looked at. */
  void onMark(long mark, long index) {
    markE8 = mark;
    indexE8 = index;
    markTriggers.onPrice(mark);
    holders.values().forEach(it -> clearing.suspect(it.account));
  }

  /** How much all longs hold, which is what all shorts owe. */
  long openInterestE8() {
    return holders.values().stream().mapToLong(it -> Math.max(0, it.amountE8)).sum();
  }

  /** What is held, by account. */
  List<Position> holders() {
    return List.copyOf(holders.values());
  }

  /** A position has changed. */
  void onPosition(Position position) {
    long accountId = position.account.accountId;
    changed.add(accountId);
    if (position.isFlat()) {
      holders.remove(accountId);
    } else {
      holders.put(accountId, position);
    }
  }

  /** An account whose position has changed since it was last asked. */
  Optional<Long> nextChanged() {
    return Optional.ofNullable(changed.pollFirst());
  }

  boolean hasRoom(Side side, long qtyE8) {
    return qtyE8 <= Long.MAX_VALUE / 4 - openE8[side.ordinal()];
  }

  /** Whether any order is open that only reduces. */
  boolean hasReduceOnly() {
    return openReduceOnly > 0;
  }

  /** Whether an order of a price, or at the market, would take. */
  boolean crosses(Side side, OptionalLong priceE8) {
    Side other = side.opposite();
    if (book.isEmpty(other)) {
      return false;
    }
    long best = book.bestPriceScaled(other);
    return priceE8.isEmpty()
        || (side == Side.BUY ? priceE8.getAsLong() >= best : priceE8.getAsLong() <= best);
  }

  FuturesOrder order(long orderId) {
    FuturesOrder order = open.get(orderId);
    if (order == null) {
      throw new IllegalStateException("order " + orderId + " is not open");
    }
    return order;
  }

  Optional<FuturesOrder> find(long orderId) {
    return Optional.ofNullable(open.get(orderId));
  }

  /** Takes an order in that was checked. */
  void accept(FuturesOrder order) {
    open.put(order.orderId, order);
    openE8[order.side().ordinal()] += order.openE8();
    openReduceOnly += order.order.reduceOnly() ? 1 : 0;
    order.position.orders.opened(order);
    count(order);
    report(order, new Execution.Accepted());
  }

  /** Sends an order to the book. */
  void submit(FuturesOrder order) {
    MatchPlan plan = MatchPlan.of(this, order);
    plan.cuts().forEach(this::cut);
    if (plan.qtyE8() == 0) {
      expire(order, ExpiryReason.REDUCE_ONLY);
      return;
    }
    long owner = order.position.account.owner();
    order.cutE8 = order.openE8() - plan.qtyE8();
    BookOrder entry =
        switch (order.order.terms()) {
          case OrderTerms.Market _ ->
              BookOrder.market(order.orderId, owner, order.side(), plan.qtyE8());
          case OrderTerms.Limit limit ->
              BookOrder.limit(order.orderId, owner, order.side(), limit.priceE8(), plan.qtyE8())
                  .timeInForce(limit.timeInForce());
        };
    if (order.order.retail()) {
      entry.retail();
    }
    book.submit(entry.selfTrade(order.selfTradeMode));
  }

  /** An order that would reduce more than there is left for it. */
  private void cut(MatchPlan.Cut cut) {
    FuturesOrder order = cut.order();
    BookOrder entry = order.resting;
    if (cut.allowedE8() == 0 || entry == null) {
      expire(order, ExpiryReason.REDUCE_ONLY);
    } else {
      long less = entry.openQtyScaled() - cut.allowedE8();
      order.cutE8 += less;
      book.reduce(entry, entry.qtyScaled() - less);
    }
  }

  /** By command of its owner. */
  void cancel(FuturesOrder order) {
    leaveBook(order);
    finish(order, OrderStatus.CANCELED, new Execution.Canceled());
  }

  /** By the rules. */
  void expire(FuturesOrder order, ExpiryReason reason) {
    leaveBook(order);
    lapse(order, reason);
  }

  /**
   * Gives an order other terms; it joins the end of the queue, and may match before. One of the
   * exchange's own that only becomes smaller keeps its place: what it shows is many people's.
   */
  void amend(FuturesOrder order, OrderTerms.Limit terms, Amendment amendment) {
    BookOrder entry = order.resting;
    boolean stays =
        order.position.account.terms.unlimited()
            && entry != null
            && entry.priceScaled() == terms.priceE8()
            && terms.qtyE8() < order.origE8;
    if (!stays) {
      leaveBook(order);
    }
    openE8[order.side().ordinal()] += terms.qtyE8() - order.origE8;
    order.order = order.order.withTerms(terms);
    order.origE8 = terms.qtyE8();
    order.amendments++;
    order.updatedNs = nowNs();
    count(order);
    order.position.orders.add(amendment);
    report(order, new Execution.Amended(amendment));
    if (stays && entry != null) {
      book.reduce(entry, entry.qtyScaled() - (entry.openQtyScaled() - order.openE8()));
    } else {
      submit(order);
    }
  }

  /** A part of a liquidation that the book did not take comes to the insurance fund. */
  void takeOver(FuturesOrder order, long priceE8) {
    Clearing.Deal deal = new Clearing.Deal(++lastTradeId, priceE8, order.openE8());
    Side side = order.side();
    clearing.trade(clearing.fund.position(this), side.opposite(), deal, false, FeeRates.NONE);
    fill(order, clearing.trade(order.position, side, deal, false, FeeRates.NONE));
    tell(deal, order, MarketTrade.Kind.INSURANCE_FUND);
  }

  /** Ends for good: what is open expires. */
  void delist() {
    listing = listing.withStatus(ListingStatus.BREAK);
    delisted = true;
    List.copyOf(open.values()).forEach(order -> expire(order, ExpiryReason.DELISTED));
  }

  /** An order of the exchange that closes a position at the mark, with nobody on its other side. */
  void settle(FuturesOrder order) {
    Clearing.Deal deal = new Clearing.Deal(++lastTradeId, markE8, order.openE8());
    fill(order, clearing.trade(order.position, order.side(), deal, false, FeeRates.NONE));
  }

  private void leaveBook(FuturesOrder order) {
    BookOrder entry = order.resting;
    if (entry != null) {
      order.resting = null;
      book.cancel(entry);
    }
  }

  private void lapse(FuturesOrder order, ExpiryReason reason) {
    order.expiry = Optional.of(reason);
    finish(order, OrderStatus.EXPIRED, new Execution.Expired());
  }

  private void finish(FuturesOrder order, OrderStatus status, Execution execution) {
    openE8[order.side().ordinal()] -= order.openE8();
    openReduceOnly -= order.order.reduceOnly() ? 1 : 0;
    order.status = status;
    order.updatedNs = nowNs();
    order.resting = null;
    count(order);
    open.remove(order.orderId);
    order.position.orders.closed(order);
    report(order, execution);
    AlgoOrder algo = order.algo;
    if (algo != null) {
      algo.status = AlgoStatus.FINISHED;
      algo.updatedNs = nowNs();
      listener.onAlgo(new AlgoUpdate(nowNs(), algo.view()));
    }
  }

  /** Brings the sums of open orders up to what the order is now. */
  private static void count(FuturesOrder order) {
    long delta = order.notionalE8() - order.countedE8;
    order.countedE8 += delta;
    if (order.side() == Side.BUY) {
      order.position.bidsE8 += delta;
    } else {
      order.position.asksE8 += delta;
    }
  }

  private void report(FuturesOrder order, Execution execution) {
    Position position = order.position;
    listener.onOrder(
        new OrderUpdate(nowNs(), order.view(), execution, position.bidsE8, position.asksE8));
  }

  @Override
  public void onTrade(BookOrder taker, BookOrder maker, long priceE8, long qtyE8) {
    FuturesOrder takes = order(taker.orderId());
    FuturesOrder makes = order(maker.orderId());
    Clearing.Deal deal = new Clearing.Deal(++lastTradeId, priceE8, qtyE8);
    Fill made = clearing.trade(makes.position, makes.side(), deal, true, fees(makes));
    Fill taken = clearing.trade(takes.position, takes.side(), deal, false, fees(takes));
    lastPriceE8 = OptionalLong.of(priceE8);
    lastTriggers.onPrice(priceE8);
    fill(takes, taken);
    fill(makes, made);
    tell(deal, takes, maker.isRpi() ? MarketTrade.Kind.RPI : MarketTrade.Kind.BOOK);
  }

  private void tell(Clearing.Deal deal, FuturesOrder taker, MarketTrade.Kind kind) {
    listener.onTrade(
        new MarketTrade(
            listing.symbol(),
            deal.tradeId(),
            deal.priceE8(),
            deal.qtyE8(),
            taker.side() == Side.SELL,
            kind,
            taker.orderId,
            nowNs()));
  }

  /** A liquidation pays its own fee, a maker of retail price improvement one more. */
  private FeeRates fees(FuturesOrder order) {
    if (order.type == OrderType.LIQUIDATION) {
      return FeeRates.NONE;
    }
    FeeRates fees = order.position.account.terms.fees().orElse(listing.fees());
    return order.order.terms().isRpi()
        ? new FeeRates(fees.makerPpm() + FuturesListing.RPI_COMMISSION_PPM, fees.takerPpm())
        : fees;
  }

  private void fill(FuturesOrder order, Fill fill) {
    openE8[order.side().ordinal()] -= fill.qtyE8();
    order.executedE8 += fill.qtyE8();
    order.quoteE16 = order.quoteE16.add(Position.product(fill.priceE8(), fill.qtyE8()));
    order.updatedNs = nowNs();
    order.position.orders.add(
        new AccountTrade(listing.symbol(), order.orderId, order.side(), fill, nowNs()));
    if (order.openE8() == 0) {
      finish(order, OrderStatus.FILLED, new Execution.Traded(fill));
    } else {
      order.status = OrderStatus.PARTIALLY_FILLED;
      count(order);
      report(order, new Execution.Traded(fill));
    }
  }

  @Override
  public void onPrevented(BookOrder taker, BookOrder maker, long takerQtyE8, long makerQtyE8) {
    if (takerQtyE8 > 0) {
      prevent(order(taker.orderId()));
    }
    if (makerQtyE8 > 0) {
      prevent(order(maker.orderId()));
    }
  }

  private void prevent(FuturesOrder order) {
    order.expiry = Optional.of(ExpiryReason.SELF_TRADE);
    finish(order, OrderStatus.EXPIRED_IN_MATCH, new Execution.Expired());
  }

  @Override
  public void onRested(BookOrder order) {
    order(order.orderId()).resting = order;
  }

  @Override
  public void onDone(BookOrder entry, DoneReason reason) {
    Optional<FuturesOrder> order = find(entry.orderId());
    switch (reason) {
      // What is open then was cut off.
      case FILLED -> order.ifPresent(it -> lapse(it, ExpiryReason.REDUCE_ONLY));
      case EXPIRED ->
          order.filter(it -> it.type != OrderType.LIQUIDATION).ifPresent(this::unfilled);
      case WOULD_TAKE ->
          order.ifPresent(it -> finish(it, OrderStatus.CANCELED, new Execution.Canceled()));
      // Whoever takes an order out of the book, or ends it in a match, tells of it himself.
      case CANCELLED, SELF_TRADE -> {}
      case KILLED, UNDER_LOT ->
          throw new IllegalStateException("order " + entry.orderId() + " was not to come here");
    }
  }

  private void unfilled(FuturesOrder order) {
    lapse(
        order,
        order.type == OrderType.LIMIT
            ? ExpiryReason.UNFILLED_IOC_QUANTITY
            : ExpiryReason.UNFILLED_MARKET_QUANTITY);
  }

  @Override
  public void onLevel(Side side, long priceE8, long qtyE8) {
    listener.onLevel(
        new LevelChange(listing.symbol(), ++lastUpdateId, side, priceE8, qtyE8, nowNs()));
  }

  @Override
  public void onRpiLevel(Side side, long priceE8, long qtyE8) {
    rpiChanges++;
    listener.onRpiLevel(
        new LevelChange(listing.symbol(), lastRpiUpdateId(), side, priceE8, qtyE8, nowNs()));
  }

  void checkInvariants() {
    book.checkInvariants();
    lastTriggers.checkInvariants();
    markTriggers.checkInvariants();
    long reducing = open.values().stream().filter(it -> it.order.reduceOnly()).count();
    Check.invariant(reducing == openReduceOnly, "%s only reduce, not %s", reducing, openReduceOnly);
    long[] sums = new long[openE8.length];
    for (FuturesOrder order : open.values()) {
      order.checkInvariants();
      sums[order.side().ordinal()] += order.openE8();
      boolean rests =
          order.order.terms() instanceof OrderTerms.Limit limit
              && limit.timeInForce() != TimeInForce.IOC
              && limit.timeInForce() != TimeInForce.FOK;
      Check.invariant(
          rests && order.resting != null && order.cutE8 == 0,
          "order %s is open and does not rest in full",
          order.orderId);
    }
    Check.invariant(Arrays.equals(sums, openE8), "%s has other sums open", listing.symbol());
    long held = 0;
    for (Position position : holders.values()) {
      Check.invariant(!position.isFlat(), "a flat position is held");
      held += position.amountE8;
    }
    Check.invariant(held == 0, "positions of %s sum to %s", listing.symbol(), held);
  }
}
