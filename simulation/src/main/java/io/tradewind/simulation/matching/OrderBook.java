package io.tradewind.simulation.matching;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateException;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.order.Side;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The order book of one symbol: matches by price, then by time. It knows no accounts, fees or
 * clock; the same commands give the same events. What a command does is told to the {@link
 * BookSink} while it does it. A command that the book cannot carry out changes nothing and throws
 * {@link IllegalArgumentException}; after an exception out of its sink a book is not to be used.
 *
 * <p>Orders of {@link TimeInForce#RPI} rest beside it. They are not in its prices and depth, may
 * cross it and each other, and only {@link BookOrder#retail} takers meet them, at each price after
 * all others.
 *
 * <p>Commands cost: one search among the levels, which near the best price is a step or two, and
 * what they match. {@code cancel} of an order at hand searches only if its level ends with it.
 */
public final class OrderBook implements Stateful {
  private final long quoteUnit;
  private final BookSink sink;
  private final BookSide buys = new BookSide(Side.BUY, false);
  private final BookSide sells = new BookSide(Side.SELL, false);
  private final BookSide rpiBuys = new BookSide(Side.BUY, true);
  private final BookSide rpiSells = new BookSide(Side.SELL, true);
  private final LongIndex<BookOrder> orders = new LongIndex<>();
  private boolean busy;

  /**
   * An empty book.
   *
   * @param quoteUnit how many products of a scaled price and a scaled quantity make one unit of
   *     what budgets are in: {@code 10^(priceScale + qtyScale - quoteScale)}, at least 1
   */
  public OrderBook(long quoteUnit, BookSink sink) {
    Check.argument(quoteUnit >= 1, "quoteUnit must be >= 1, was %s", quoteUnit);
    this.quoteUnit = quoteUnit;
    this.sink = sink;
  }

  /** Matches an order that was never submitted before, and lets it rest where it does. */
  public void submit(BookOrder order) {
    order.checkNew();
    order.checkTerms();
    Check.argument(
        orders.get(order.orderId) == null, "order %s is in the book already", order.orderId);
    checkRoom(home(order), order.priceScaled == 0 ? 0 : order.openQtyScaled);
    begin();
    order.submitted = true;
    place(order);
    busy = false;
  }

  /** Takes an order out, if it is there. */
  public boolean cancel(long orderId) {
    BookOrder order = orders.get(orderId);
    if (order == null) {
      return false;
    }
    cancel(order);
    return true;
  }

  /** Takes an order out that rests here. */
  public void cancel(BookOrder order) {
    Level level = levelOf(order);
    begin();
    leave(order, level);
    sink.onDone(order, DoneReason.CANCELLED);
    tell(level, home(order));
    busy = false;
  }

  /**
   * Makes an order smaller where it stands in the queue (Binance's amend, keep priority). Of an
   * iceberg the hidden part goes first.
   *
   * @param qtyScaled the new whole, above what was filled and prevented, below the old
   */
  public void reduce(BookOrder order, long qtyScaled) {
    Level level = levelOf(order);
    long gone = order.qtyScaled - order.openQtyScaled;
    Check.argument(
        qtyScaled > gone && qtyScaled < order.qtyScaled,
        "qtyScaled must lie between %s and %s, was %s",
        gone,
        order.qtyScaled,
        qtyScaled);
    begin();
    shrink(order, level, order.qtyScaled - qtyScaled);
    order.qtyScaled = qtyScaled;
    tell(level, home(order));
    busy = false;
  }

  /**
   * Gives an order another price or quantity (Binance futures' modify). It keeps its place only if
   * just the quantity falls; otherwise it joins the end of the queue, and first matches as if it
   * were new. Post only that would take ends as {@link DoneReason#WOULD_TAKE}, as on Binance.
   *
   * @param priceScaled above 0
   * @param qtyScaled the new whole, above what was filled and prevented
   */
  public void replace(BookOrder order, long priceScaled, long qtyScaled) {
    Level level = levelOf(order);
    long gone = order.qtyScaled - order.openQtyScaled;
    Check.argument(priceScaled > 0, "priceScaled must be > 0, was %s", priceScaled);
    Check.argument(qtyScaled > gone, "qtyScaled must be > %s, was %s", gone, qtyScaled);
    boolean moves = priceScaled != order.priceScaled;
    if (!moves && qtyScaled <= order.qtyScaled) {
      if (qtyScaled < order.qtyScaled) {
        reduce(order, qtyScaled);
      }
      return;
    }
    checkRoom(home(order), Math.max(0, qtyScaled - order.qtyScaled));
    begin();
    leave(order, level);
    order.priceScaled = priceScaled;
    order.qtyScaled = qtyScaled;
    order.openQtyScaled = qtyScaled - gone;
    if (moves) {
      tell(level, home(order));
      place(order);
    } else {
      rest(order);
    }
    busy = false;
  }

  /** Whether a side has no orders. */
  public boolean isEmpty(Side side) {
    return side(side).isEmpty();
  }

  /** How many orders rest. */
  public int size() {
    return orders.size();
  }

  /** The highest purchase or the lowest sale of a side that is not empty. */
  public long bestPriceScaled(Side side) {
    Check.argument(!isEmpty(side), "%s has no orders", side);
    return side(side).level(0).priceScaled;
  }

  /** What is shown at a price, 0 if nothing. */
  public long visibleQtyScaled(Side side, long priceScaled) {
    return side(side).visibleQtyScaled(priceScaled);
  }

  /** The levels of a side from the best on, at most so many. */
  public void depth(Side side, int levels, LevelSink into) {
    depth(side(side), levels, into);
  }

  /** As {@link #depth}, of what rests beside the book. */
  public void rpiDepth(Side side, int levels, LevelSink into) {
    depth(rpi(side), levels, into);
  }

  private static void depth(BookSide half, int levels, LevelSink into) {
    int count = Math.min(levels, half.levels());
    for (int i = 0; i < count; i++) {
      Level level = half.level(i);
      into.onLevel(half.side, level.priceScaled, level.visibleQtyScaled);
    }
  }

  /** The orders of a side in the order in which they would match. */
  public void forEach(Side side, Consumer<BookOrder> action) {
    forEach(side(side), action);
  }

  private static void forEach(BookSide half, Consumer<BookOrder> action) {
    for (int i = 0; i < half.levels(); i++) {
      forEach(half.level(i), action);
    }
  }

  private static void forEach(Level level, Consumer<BookOrder> action) {
    for (BookOrder order = level.first; order != null; order = order.next) {
      action.accept(order);
    }
  }

  /** The same with those who rest beside the book, as retail takers would meet them. */
  public void forEachForRetail(Side side, Consumer<BookOrder> action) {
    BookSide half = side(side);
    BookSide beside = rpi(side);
    int i = 0;
    int j = 0;
    while (i < half.levels() || j < beside.levels()) {
      boolean own = j == beside.levels() || (i < half.levels() && !beside.isBetterThan(j, half, i));
      forEach(own ? half.level(i++) : beside.level(j++), action);
    }
  }

  /** The order with this id, if it rests here. */
  public Optional<BookOrder> find(long orderId) {
    return Optional.ofNullable(orders.get(orderId));
  }

  /** Throws {@link IllegalStateException} if the book contradicts itself. */
  public void checkInvariants() {
    Check.invariant(!busy, "a command was not carried through");
    int count = 0;
    for (BookSide half : List.of(buys, sells, rpiBuys, rpiSells)) {
      count += half.checkInvariants();
      forEach(half, this::checkKnown);
    }
    Check.invariant(count == orders.size(), "%s orders rest, %s are known", count, orders.size());
    if (!buys.isEmpty() && !sells.isEmpty()) {
      long bid = buys.level(0).priceScaled;
      long ask = sells.level(0).priceScaled;
      Check.invariant(bid < ask, "the book is crossed: %s bid, %s asked", bid, ask);
    }
  }

  private void checkKnown(BookOrder order) {
    Check.invariant(orders.get(order.orderId) == order, "order %s is not known", order.orderId);
    Check.invariant(order.isRpi() == home(order).rpi, "order %s rests elsewhere", order.orderId);
  }

  @Override
  public void save(StateWriter out) {
    out.section("order-book", 2);
    for (Side side : Side.values()) {
      int[] count = new int[1];
      forEach(side(side), _ -> count[0]++);
      forEach(rpi(side), _ -> count[0]++);
      out.writeInt(count[0]);
      forEach(side(side), order -> order.save(out));
      forEach(rpi(side), order -> order.save(out));
    }
  }

  /** The orders are new objects, to be found by their ids; the sink hears nothing. */
  @Override
  public void load(StateReader in) {
    in.section("order-book", 2);
    orders.clear();
    for (Side side : Side.values()) {
      side(side).clear();
      rpi(side).clear();
      int count = in.readCount(Integer.MAX_VALUE);
      for (int i = 0; i < count; i++) {
        BookOrder order = BookOrder.load(side, in);
        if (orders.get(order.orderId) != null) {
          throw new StateException("order " + order.orderId + " stands twice in the book");
        }
        Level level = home(order).at(order.priceScaled);
        enter(order, level);
        level.toldQtyScaled = level.visibleQtyScaled;
      }
    }
  }

  private BookSide side(Side side) {
    return side == Side.BUY ? buys : sells;
  }

  private BookSide rpi(Side side) {
    return side == Side.BUY ? rpiBuys : rpiSells;
  }

  /** Where it rests. */
  private BookSide home(BookOrder order) {
    return order.isRpi() ? rpi(order.side) : side(order.side);
  }

  private static Level levelOf(BookOrder order) {
    Level level = order.level;
    if (level == null) {
      throw new IllegalArgumentException("order " + order.orderId + " does not rest");
    }
    return level;
  }

  private static void checkRoom(BookSide half, long moreScaled) {
    long open = half.openQtyScaled;
    Check.argument(
        moreScaled <= Long.MAX_VALUE - open,
        "all that rests on a side must fit a long, was %s and %s more",
        open,
        moreScaled);
  }

  private void begin() {
    Check.invariant(!busy, "a sink must not command its book");
    busy = true;
  }

  private void place(BookOrder order) {
    BookSide makers = makers(order);
    if (makers.isCrossedBy(order)) {
      order.end = refusal(order);
      match(order);
    } else if (order.timeInForce == TimeInForce.FOK) {
      order.end = DoneReason.KILLED;
    }
    if (order.end != null) {
      sink.onDone(order, order.end);
    } else if (order.timeInForce == TimeInForce.IOC) {
      sink.onDone(order, DoneReason.EXPIRED);
    } else {
      rest(order);
    }
  }

  /** The orders of the other side that a taker meets first. */
  private BookSide makers(BookOrder taker) {
    BookSide makers = taker.side == Side.BUY ? sells : buys;
    if (!taker.retail) {
      return makers;
    }
    BookSide beside = rpi(makers.side);
    return beside.isBetterThan(makers) ? beside : makers;
  }

  /** Why an order that could take may not. */
  private @Nullable DoneReason refusal(BookOrder taker) {
    return switch (taker.timeInForce) {
      case POST_ONLY, RPI -> DoneReason.WOULD_TAKE;
      case FOK -> canFill(taker) ? null : DoneReason.KILLED;
      case GTC, IOC -> null;
    };
  }

  private boolean canFill(BookOrder taker) {
    Side other = taker.side.opposite();
    return side(other).canFill(taker, rpi(other));
  }

  private void match(BookOrder taker) {
    BookSide makers = makers(taker);
    while (taker.end == null && makers.isCrossedBy(taker)) {
      Level level = makers.level(0);
      BookOrder maker = level.first;
      while (maker != null && taker.end == null) {
        meet(taker, maker, level);
        maker = level.first;
      }
      tell(level, makers);
      makers = makers(taker);
    }
  }

  private void meet(BookOrder taker, BookOrder maker, Level level) {
    boolean own = BookSide.isPrevented(taker, maker);
    long most = own ? maker.openQtyScaled : maker.shownQtyScaled;
    long qty =
        taker.isByQuote()
            ? QuoteBudget.affordable(taker, level.priceScaled, most, quoteUnit)
            : Math.min(taker.openQtyScaled, most);
    if (qty == 0) {
      taker.end = spent(taker);
    } else if (own) {
      prevent(taker, maker, level, qty);
    } else {
      trade(taker, maker, level, qty);
    }
  }

  private static DoneReason spent(BookOrder taker) {
    if (taker.filledQtyScaled > 0) {
      return DoneReason.FILLED;
    }
    return taker.preventedQtyScaled > 0 ? DoneReason.SELF_TRADE : DoneReason.UNDER_LOT;
  }

  private void trade(BookOrder taker, BookOrder maker, Level level, long qty) {
    charge(taker, level, qty);
    taker.filledQtyScaled += qty;
    maker.filledQtyScaled += qty;
    if (maker.openQtyScaled == qty) {
      leave(maker, level);
      maker.openQtyScaled = 0;
    } else if (maker.shownQtyScaled == qty) {
      home(maker).openQtyScaled -= qty;
      level.remove(maker);
      maker.openQtyScaled -= qty;
      maker.show();
      level.append(maker);
    } else {
      home(maker).openQtyScaled -= qty;
      maker.openQtyScaled -= qty;
      maker.shownQtyScaled -= qty;
      level.visibleQtyScaled -= qty;
    }
    sink.onTrade(taker, maker, level.priceScaled, qty);
    if (maker.openQtyScaled == 0) {
      sink.onDone(maker, DoneReason.FILLED);
    }
    if (taker.openQtyScaled == 0 && !taker.isByQuote()) {
      taker.end = DoneReason.FILLED;
    }
  }

  /** What a taker gets or loses is taken off its quantity or its budget. */
  private void charge(BookOrder taker, Level level, long qty) {
    if (taker.isByQuote()) {
      taker.qtyScaled += qty;
      taker.budgetScaled -= QuoteBudget.cost(level.priceScaled, qty, quoteUnit);
    } else {
      taker.openQtyScaled -= qty;
    }
  }

  /** Two orders of one owner meet, where a quantity would trade but for that. */
  private void prevent(BookOrder taker, BookOrder maker, Level level, long qty) {
    SelfTradeMode mode = taker.selfTradeMode;
    boolean decrement = mode == SelfTradeMode.DECREMENT;
    long takerRest = taker.isByQuote() ? qty : taker.openQtyScaled;
    long takerLoss = mode.endsTaker() ? takerRest : decrement ? qty : 0;
    long makerLoss = mode.endsMaker() ? maker.openQtyScaled : decrement ? qty : 0;
    // A budget has gone with its last lot if it did not reach for all that the maker has.
    boolean gone = taker.isByQuote() ? qty < maker.openQtyScaled : qty == taker.openQtyScaled;
    if (mode.endsTaker() || (decrement && gone)) {
      taker.end = DoneReason.SELF_TRADE;
    }
    charge(taker, level, takerLoss);
    taker.preventedQtyScaled += takerLoss;
    maker.preventedQtyScaled += makerLoss;
    boolean ends = makerLoss == maker.openQtyScaled;
    if (ends) {
      leave(maker, level);
      maker.openQtyScaled = 0;
    } else {
      shrink(maker, level, makerLoss);
    }
    sink.onPrevented(taker, maker, takerLoss, makerLoss);
    if (ends) {
      sink.onDone(maker, DoneReason.SELF_TRADE);
    }
  }

  private void rest(BookOrder order) {
    BookSide half = home(order);
    Level level = half.at(order.priceScaled);
    order.show();
    enter(order, level);
    sink.onRested(order);
    tell(level, half);
  }

  private void enter(BookOrder order, Level level) {
    level.append(order);
    orders.put(order.orderId, order);
    home(order).openQtyScaled += order.openQtyScaled;
  }

  private void leave(BookOrder order, Level level) {
    level.remove(order);
    orders.remove(order.orderId);
    home(order).openQtyScaled -= order.openQtyScaled;
  }

  /** An order has less open and keeps its place; what it shows goes last. */
  private void shrink(BookOrder order, Level level, long qty) {
    order.openQtyScaled -= qty;
    home(order).openQtyScaled -= qty;
    long shown = Math.min(order.shownQtyScaled, order.openQtyScaled);
    level.visibleQtyScaled -= order.shownQtyScaled - shown;
    order.shownQtyScaled = shown;
  }

  /** Says what a level shows if that has changed, and drops it if it is empty. */
  private void tell(Level level, BookSide half) {
    if (level.visibleQtyScaled != level.toldQtyScaled) {
      level.toldQtyScaled = level.visibleQtyScaled;
      if (half.rpi) {
        sink.onRpiLevel(half.side, level.priceScaled, level.visibleQtyScaled);
      } else {
        sink.onLevel(half.side, level.priceScaled, level.visibleQtyScaled);
      }
    }
    if (level.isEmpty()) {
      half.remove(level);
    }
  }
}
