package io.tradewind.core.execution;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import java.math.RoundingMode;
import java.util.OptionalLong;

/**
 * What a tactic works at: the one place where children are placed and taken back, so that together
 * they never ask for more than the parent does.
 */
final class Desk implements Stateful {
  private static final long NEVER = Long.MAX_VALUE;

  private final ParentOrder parent;
  private final ExecutionLimits limits;
  private final ChildOrders orders;
  private final Lots lots;
  private final ChildBook book = new ChildBook();
  private final MarketTape market;
  private long nowNs = Long.MIN_VALUE;
  private long retryNs = NEVER;
  private int refusals;
  private boolean isCut;

  Desk(ParentOrder parent, ExecutionLimits limits, ChildOrders orders) {
    this.parent = parent;
    this.limits = limits;
    this.orders = orders;
    this.lots = new Lots(parent.instrument(), parent.rules(), limits.notionalReserve());
    this.market = new MarketTape(parent.instrument().priceScale());
  }

  /** Time never goes back: what was late is taken as if it were now. */
  void advance(long timeNs) {
    nowNs = Math.max(nowNs, timeNs);
    market.advance(nowNs);
  }

  long nowNs() {
    return nowNs;
  }

  ParentOrder parent() {
    return parent;
  }

  MarketTape market() {
    return market;
  }

  ChildBook book() {
    return book;
  }

  /** Filled, or in children that may still fill. */
  long committedScaled() {
    return book.filledScaled() + book.openScaled();
  }

  /** What is in no child yet; never under 0. */
  long unplacedScaled() {
    return Math.max(0, parent.qtyScaled() - committedScaled());
  }

  /** Refused children in a row. */
  int refusals() {
    return refusals;
  }

  /** Whether there was no room for all of the child that was to be placed last. */
  boolean isCut() {
    return isCut;
  }

  /** Whether it waits after a child that came to nothing. */
  boolean isHeld() {
    return retryNs != NEVER && nowNs < retryNs;
  }

  /** Whether such a wait is over; true once. */
  boolean retries() {
    boolean isOver = retryNs != NEVER && nowNs >= retryNs;
    retryNs = isOver ? NEVER : retryNs;
    return isOver;
  }

  /** When that wait is over, the end of all times where there is none. */
  long retryNs() {
    return retryNs;
  }

  /** Whether the rest is less than any child may be. Only where a price is known. */
  boolean isRestTooSmall() {
    return lots.down(unplacedScaled()) < lots.smallest(takingScaled());
  }

  /**
   * Takes from the market what is due, at the parent's limit where it has one.
   *
   * @param isCapped whether it may never be more than is due
   */
  void take(long dueScaled, boolean isCapped) {
    long price = takingScaled();
    long qty =
        isCapped
            ? lots.within(dueScaled, unplacedScaled(), price)
            : lots.joined(dueScaled, unplacedScaled(), price);
    if (parent.limitScaled().isPresent()) {
      place(new OrderTerms.Limit(price, false), TimeInForce.IOC, qty);
    } else {
      place(new OrderTerms.Market(), TimeInForce.IOC, qty);
    }
  }

  /** What a child that takes is valued at by the venue: its limit, without one the market. */
  private long takingScaled() {
    OptionalLong limit = parent.limitScaled();
    return limit.isPresent() ? onTick(limit.getAsLong()) : market.lowScaled();
  }

  /** The same at a price of its own, that is no worse than the parent's limit. */
  void takeAt(long dueScaled, long priceScaled) {
    long price = worth(priceScaled);
    long qty = lots.joined(dueScaled, unplacedScaled(), price);
    place(new OrderTerms.Limit(price, false), TimeInForce.IOC, qty);
  }

  /** Rests with what is due; the price that it rests at, empty where it does not. */
  OptionalLong rest(long dueScaled, long priceScaled, boolean postOnly) {
    long price = worth(priceScaled);
    long qty = lots.joined(dueScaled, unplacedScaled(), price);
    boolean isPlaced = place(new OrderTerms.Limit(price, postOnly), TimeInForce.GTC, qty);
    return isPlaced ? OptionalLong.of(price) : OptionalLong.empty();
  }

  /** The smallest part that leaves the others placeable. */
  long roomyScaled(long priceScaled) {
    return lots.roomy(worth(priceScaled));
  }

  /** A price, no worse than the parent's limit, on the tick to the safe side. */
  long worth(long priceScaled) {
    OptionalLong limit = parent.limitScaled();
    if (limit.isEmpty()) {
      return onTick(priceScaled);
    }
    return onTick(
        parent.side() == Side.BUY
            ? Math.min(priceScaled, limit.getAsLong())
            : Math.max(priceScaled, limit.getAsLong()));
  }

  private long onTick(long priceScaled) {
    long tick = parent.rules().tickScaled();
    RoundingMode safe = parent.side() == Side.BUY ? RoundingMode.FLOOR : RoundingMode.CEILING;
    return Math.max(tick, FixedPoint.toStep(priceScaled, tick, safe));
  }

  private boolean place(OrderTerms terms, TimeInForce timeInForce, long qtyScaled) {
    if (qtyScaled == 0 || isHeld()) {
      return false;
    }
    Check.invariant(
        qtyScaled <= unplacedScaled(),
        "a child of %s is more than the %s that are left",
        qtyScaled,
        unplacedScaled());
    return switch (orders.place(terms, timeInForce, qtyScaled)) {
      case Placement.Placed placed -> {
        add(placed, qtyScaled);
        yield true;
      }
      case Placement.NoRoom _ -> {
        isCut = true;
        lacked();
        yield false;
      }
      case Placement.Refused _ -> {
        isCut = false;
        refused();
        yield false;
      }
    };
  }

  private void add(Placement.Placed placed, long wantedScaled) {
    Check.invariant(
        placed.qtyScaled() <= wantedScaled,
        "a child of %s was placed for one of %s",
        placed.qtyScaled(),
        wantedScaled);
    isCut = placed.qtyScaled() < wantedScaled;
    book.add(placed.handle(), placed.qtyScaled());
  }

  /** What is open takes room and may yet give it back; without it there is none to wait for. */
  private void lacked() {
    if (book.openChildren() == 0) {
      refused();
    } else {
      waitABit();
    }
  }

  void cancelAll() {
    book.cancelAll(orders);
  }

  void filled(long handle, long qtyScaled, long quoteScaled) {
    book.fill(handle, qtyScaled, quoteScaled);
    refusals = 0;
  }

  /** An end that we did not ask for makes us wait, so that nothing is sent in circles. */
  void ended(long handle, ChildEnd how) {
    boolean isAsked = book.isCancelAsked(handle);
    if (!book.end(handle)) {
      return;
    }
    if (how == ChildEnd.REJECTED) {
      isCut = false;
      refused();
    } else if (!isAsked) {
      waitABit();
    }
  }

  private void refused() {
    refusals++;
    waitABit();
  }

  private void waitABit() {
    retryNs = nowNs + limits.retryNs();
  }

  @Override
  public void save(StateWriter out) {
    book.save(out);
    market.save(out);
    out.writeLong(nowNs).writeLong(retryNs).writeInt(refusals).writeBoolean(isCut);
  }

  @Override
  public void load(StateReader in) {
    book.load(in);
    market.load(in);
    nowNs = in.readLong();
    retryNs = in.readLong();
    refusals = in.readCount(Integer.MAX_VALUE);
    isCut = in.readBoolean();
  }
}
