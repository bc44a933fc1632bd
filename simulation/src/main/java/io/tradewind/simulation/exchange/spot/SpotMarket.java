package io.tradewind.simulation.exchange.spot;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.order.Side;
import io.tradewind.simulation.exchange.Account;
import io.tradewind.simulation.exchange.Amounts;
import io.tradewind.simulation.exchange.AveragePrice;
import io.tradewind.simulation.exchange.FeeRates;
import io.tradewind.simulation.exchange.Filter;
import io.tradewind.simulation.exchange.Ledger;
import io.tradewind.simulation.exchange.LevelChange;
import io.tradewind.simulation.matching.BookOrder;
import io.tradewind.simulation.matching.BookSink;
import io.tradewind.simulation.matching.DoneReason;
import io.tradewind.simulation.matching.OrderBook;
import io.tradewind.simulation.matching.TimeInForce;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * One symbol: its book, its stops, and what happens to orders there. It moves the money of trades,
 * and tells of everything in the order in which it comes about.
 */
final class SpotMarket implements BookSink {
  private final Ledger ledger;
  private final SpotListener listener;
  private final TreeMap<Long, SpotOrder> open = new TreeMap<>();
  private final TreeMap<Integer, AveragePrice> averages = new TreeMap<>();
  private final ListDesk lists;
  private final ReserveDesk reserves;
  private final StopDesk stops = new StopDesk(this);
  private final PegDesk pegs = new PegDesk(this);
  private final long[] openE8 = new long[Side.values().length];
  private long nowNs;
  private long lastTradeId;
  private long lastUpdateId;
  private long lastExecutionId;
  private long lastMatchId;
  private OptionalLong lastPriceE8 = OptionalLong.empty();

  final OrderBook book = new OrderBook(Amounts.ONE_E8, this);
  Listing listing;
  boolean delisted;

  SpotMarket(Listing listing, Ledger ledger, SpotListener listener) {
    this.listing = listing;
    this.ledger = ledger;
    this.listener = listener;
    this.lists = new ListDesk(this, listener);
    this.reserves = new ReserveDesk(this, ledger);
    averages.put(0, new AveragePrice(0));
    for (Filter filter : listing.filters()) {
      minutes(filter).ifPresent(it -> averages.computeIfAbsent(it, AveragePrice::new));
    }
  }

  private static Optional<Integer> minutes(Filter filter) {
    return switch (filter) {
      case Filter.Notional notional -> Optional.of(notional.averageMinutes());
      case Filter.PercentPriceBySide percent -> Optional.of(percent.averageMinutes());
      case Filter.Price _,
          Filter.Lot _,
          Filter.MarketLot _,
          Filter.IcebergParts _,
          Filter.TrailingDelta _,
          Filter.MaxPosition _,
          Filter.MaxOpen _,
          Filter.MaxAmends _ ->
          Optional.empty();
    };
  }

  /** Everything from here on happens at this time. */
  void begin(long timeNs) {
    Check.argument(timeNs >= nowNs, "time must not go back, was %s", timeNs);
    nowNs = timeNs;
  }

  long nowNs() {
    return nowNs;
  }

  ListDesk lists() {
    return lists;
  }

  PegDesk pegs() {
    return pegs;
  }

  ReserveDesk reserves() {
    return reserves;
  }

  OptionalLong lastPriceE8() {
    return lastPriceE8;
  }

  long lastUpdateId() {
    return lastUpdateId;
  }

  long lastExecutionId() {
    return lastExecutionId;
  }

  /** The average price of a filter's minutes; empty before the first trade. */
  OptionalLong averageE8(int minutes) {
    AveragePrice average = averages.get(minutes);
    return average == null ? OptionalLong.empty() : average.priceE8(nowNs);
  }

  /** Whether the sum of all that is open on a side is still a number with so much more. */
  boolean hasRoom(Side side, long qtyE8) {
    return qtyE8 <= Long.MAX_VALUE - openE8[side.ordinal()];
  }

  /** By id. */
  List<SpotOrder> open() {
    return List.copyOf(open.values());
  }

  /** What an order would be if it were taken. */
  SpotOrder draft(Customer customer, long orderId, NewOrder order) {
    return new SpotOrder(
        customer,
        orderId,
        order,
        order.selfTradeMode().orElse(listing.allowed().selfTradeMode()),
        nowNs);
  }

  /** Takes an order in, for which {@link ReserveDesk#reserve} was asked unless it is pending. */
  void accept(SpotOrder order) {
    open.put(order.orderId, order);
    openE8[order.side().ordinal()] += order.openE8();
    order.customer.book(listing.symbol()).opened(order);
    announce(order);
  }

  /** Tells of an order that was taken or whose turn has come. */
  void announce(SpotOrder order) {
    order.updatedNs = nowNs;
    if (order.status == OrderStatus.NEW && !order.type().isContingent()) {
      order.workingNs = OptionalLong.of(nowNs);
    }
    report(order, new Execution.Accepted());
  }

  /** Sends an order that was announced to the book, or lets it wait for its price. */
  void start(SpotOrder order) {
    if (order.isContingent()) {
      stops.await(order);
    } else {
      submit(order);
    }
  }

  /** Sends an order to the book. */
  void submit(SpotOrder order) {
    OrderTerms terms = order.order.terms();
    long owner = order.customer.account.owner();
    BookOrder entry;
    if (terms.limitPrice().isEmpty()) {
      entry = BookOrder.market(order.orderId, owner, order.side(), order.openE8());
    } else {
      long priceE8 = order.priceE8().orElseThrow();
      boolean maker = terms.type() == OrderType.LIMIT_MAKER;
      entry =
          BookOrder.limit(order.orderId, owner, order.side(), priceE8, order.openE8())
              .timeInForce(maker ? TimeInForce.POST_ONLY : terms.timeInForce());
      terms.icebergQtyE8().ifPresent(entry::display);
    }
    book.submit(entry.selfTrade(order.selfTradeMode));
  }

  /**
   * What trades have set off: pending orders whose turn has come, then stops one by one, and what
   * their trades set off in turn. An order comes to its turn once and triggers once, so that there
   * is an end.
   */
  void settle() {
    long steps = 2L * open.size() + 2;
    while (lists.hasDue() || stops.hasTriggered()) {
      Check.invariant(steps-- > 0, "a cascade on %s does not end", listing.symbol());
      if (lists.hasDue()) {
        lists.activateNext();
      } else {
        stops.fireNext();
      }
    }
  }

  /** By command of its owner. */
  void cancel(SpotOrder order, String cancelClientOrderId) {
    leaveBook(order);
    finish(order, OrderStatus.CANCELED, new Execution.Canceled(cancelClientOrderId));
  }

  /** By the rules. */
  void expire(SpotOrder order, ExpiryReason reason) {
    leaveBook(order);
    order.expiry = Optional.of(reason);
    finish(order, OrderStatus.EXPIRED, new Execution.Expired());
  }

  private void leaveBook(SpotOrder order) {
    BookOrder resting = order.resting;
    if (resting != null) {
      book.cancel(resting);
    }
  }

  private void finish(SpotOrder order, OrderStatus status, Execution execution) {
    close(order, status);
    report(order, execution);
    lists.onClosed(order);
  }

  private void close(SpotOrder order, OrderStatus status) {
    openE8[order.side().ordinal()] -= order.openE8();
    order.status = status;
    order.updatedNs = nowNs;
    order.resting = null;
    if (order.order.terms().qtyE8().isEmpty()) {
      order.origE8 = order.executedE8 + order.preventedE8;
    }
    stops.forget(order);
    open.remove(order.orderId);
    order.customer.book(listing.symbol()).closed(order);
    Lock lock = order.lock;
    if (lock != null) {
      lock.shrink();
      ledger.touch(lock.account(), lock.asset());
    }
  }

  /** Makes an order smaller where it stands, and calls it otherwise. */
  void amend(SpotOrder order, long newQtyE8, String newClientOrderId) {
    BookOrder resting = order.resting;
    if (resting != null) {
      book.reduce(resting, newQtyE8);
    }
    openE8[order.side().ordinal()] -= order.origE8 - newQtyE8;
    String before = order.order.clientOrderId();
    order.origE8 = newQtyE8;
    order.amendments++;
    order.updatedNs = nowNs;
    if (!before.equals(newClientOrderId)) {
      order.order = order.order.withClientOrderId(newClientOrderId);
      order.customer.book(listing.symbol()).renamed(order, before);
    }
    Lock lock = order.lock;
    if (lock != null) {
      lock.shrink();
    }
    report(order, new Execution.Replaced(before));
  }

  /** Tells of an order. */
  void report(SpotOrder order, Execution execution) {
    listener.onExecution(new ExecutionReport(nowNs, ++lastExecutionId, order.view(), execution));
  }

  /** An order that is open. */
  SpotOrder order(long orderId) {
    SpotOrder order = open.get(orderId);
    if (order == null) {
      throw new IllegalStateException("order " + orderId + " is not open");
    }
    return order;
  }

  @Override
  public void onTrade(BookOrder taker, BookOrder maker, long priceE8, long qtyE8) {
    SpotOrder takes = order(taker.orderId());
    SpotOrder makes = order(maker.orderId());
    lists.onExecuting(makes);
    lists.onExecuting(takes);
    boolean buys = takes.side() == Side.BUY;
    SpotOrder buyer = buys ? takes : makes;
    SpotOrder seller = buys ? makes : takes;
    long quoteE8 = Amounts.quoteDownE8(priceE8, qtyE8);
    long buyerFeeE8 = Amounts.feeE8(qtyE8, fees(buyer).ratePpm(!buys));
    long sellerFeeE8 = Amounts.feeE8(quoteE8, fees(seller).ratePpm(buys));
    buyer.lock().pay(seller.customer.account, quoteE8, sellerFeeE8);
    seller.lock().pay(buyer.customer.account, qtyE8, buyerFeeE8);
    long id = ++lastTradeId;
    Fill bought = new Fill(id, priceE8, qtyE8, quoteE8, buyerFeeE8, listing.base(), !buys);
    Fill sold = new Fill(id, priceE8, qtyE8, quoteE8, sellerFeeE8, listing.quote(), buys);
    onPrice(priceE8, qtyE8);
    takes.takerFills.add(buys ? bought : sold);
    fill(takes, buys ? bought : sold, makes.orderId);
    fill(makes, buys ? sold : bought, takes.orderId);
    listener.onTrade(
        new MarketTrade(
            listing.symbol(),
            id,
            priceE8,
            qtyE8,
            new MarketTrade.Parties(buyer.orderId, seller.orderId, !buys),
            nowNs));
  }

  private FeeRates fees(SpotOrder order) {
    return order.customer.account.terms().fees().orElse(listing.fees());
  }

  private void onPrice(long priceE8, long qtyE8) {
    lastPriceE8 = OptionalLong.of(priceE8);
    averages.values().forEach(average -> average.onTrade(nowNs, priceE8, qtyE8));
    stops.onPrice(priceE8);
  }

  private void fill(SpotOrder order, Fill fill, long counterOrderId) {
    openE8[order.side().ordinal()] -= fill.qtyE8();
    order.executedE8 += fill.qtyE8();
    order.quoteE8 = Math.addExact(order.quoteE8, fill.quoteE8());
    order.updatedNs = nowNs;
    order
        .customer
        .book(listing.symbol())
        .traded(
            new AccountTrade(
                listing.symbol(), order.orderId, order.listId(), order.side(), fill, nowNs));
    if (order.openE8() == 0 && !order.shortOfBook) {
      finish(order, OrderStatus.FILLED, new Execution.Traded(fill, counterOrderId));
    } else {
      order.status = OrderStatus.PARTIALLY_FILLED;
      order.lock().shrink();
      report(order, new Execution.Traded(fill, counterOrderId));
    }
  }

  @Override
  public void onPrevented(BookOrder taker, BookOrder maker, long takerQtyE8, long makerQtyE8) {
    SpotOrder takes = order(taker.orderId());
    SpotOrder makes = order(maker.orderId());
    Account account = takes.customer.account;
    PreventedMatch match =
        new PreventedMatch(
            listing.symbol(),
            new PreventedMatch.Ids(
                ++lastMatchId, takes.orderId, makes.orderId, account.terms().tradeGroup()),
            takes.selfTradeMode,
            maker.priceScaled(),
            takerQtyE8,
            makerQtyE8,
            nowNs);
    takes.takerPrevented.add(match);
    takes.customer.book(listing.symbol()).prevented(match);
    if (makes.customer != takes.customer) {
      makes.customer.book(listing.symbol()).prevented(match);
    }
    prevent(takes, takerQtyE8, match);
    prevent(makes, makerQtyE8, match);
  }

  /** An order that lost nothing hears nothing. */
  private void prevent(SpotOrder order, long qtyE8, PreventedMatch match) {
    if (qtyE8 == 0) {
      return;
    }
    openE8[order.side().ordinal()] -= qtyE8;
    order.preventedE8 += qtyE8;
    order.preventedMatchId = OptionalLong.of(match.ids().matchId());
    order.updatedNs = nowNs;
    if (order.openE8() == 0) {
      finish(order, OrderStatus.EXPIRED_IN_MATCH, new Execution.Prevented(match));
    } else {
      order.lock().shrink();
      report(order, new Execution.Prevented(match));
    }
  }

  @Override
  public void onRested(BookOrder order) {
    order(order.orderId()).resting = order;
  }

  @Override
  public void onDone(BookOrder entry, DoneReason reason) {
    switch (reason) {
      case FILLED -> {
        SpotOrder order = open.get(entry.orderId());
        if (order != null) {
          lapse(order, ExpiryReason.INSUFFICIENT_LIQUIDITY);
        }
      }
      case EXPIRED -> {
        SpotOrder order = order(entry.orderId());
        boolean limit = order.order.terms().limitPrice().isPresent();
        lapse(
            order,
            limit
                ? ExpiryReason.UNFILLED_IOC_QUANTITY_EXPIRED
                : ExpiryReason.INSUFFICIENT_LIQUIDITY);
      }
      case KILLED -> lapse(order(entry.orderId()), ExpiryReason.UNFILLED_FOK_ORDER_EXPIRED);
      // Whoever takes an order out of the book, or ends it in a match, tells of it himself.
      case CANCELLED, SELF_TRADE -> {}
      case WOULD_TAKE, UNDER_LOT ->
          throw new IllegalStateException("order " + entry.orderId() + " was not to come here");
    }
  }

  private void lapse(SpotOrder order, ExpiryReason reason) {
    order.expiry = Optional.of(reason);
    finish(order, OrderStatus.EXPIRED, new Execution.Expired());
  }

  @Override
  public void onLevel(Side side, long priceE8, long qtyE8) {
    listener.onLevel(
        new LevelChange(listing.symbol(), ++lastUpdateId, side, priceE8, qtyE8, nowNs));
  }

  void checkInvariants() {
    book.checkInvariants();
    stops.checkInvariants();
    long[] sums = new long[openE8.length];
    for (SpotOrder order : open.values()) {
      order.checkInvariants();
      sums[order.side().ordinal()] += order.openE8();
      Lock lock = order.lock;
      Check.invariant(
          (lock == null) == (order.status == OrderStatus.PENDING_NEW)
              && (lock == null || lock.lockedE8() == lock.needE8()),
          "order %s is locked otherwise than it needs",
          order.orderId);
    }
    Check.invariant(Arrays.equals(sums, openE8), "%s has other sums open", listing.symbol());
  }
}
