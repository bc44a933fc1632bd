package io.tradewind.simulation.matching;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.order.Side;
import org.jspecify.annotations.Nullable;

/**
 * An order as the book has it: first the command, then the taker, then what rests, one object. Its
 * terms are set before it is submitted; afterwards only its book changes it. A quantity is always
 * filled + prevented + open; of an order by quote it grows with what it takes.
 */
public final class BookOrder {
  private static final TimeInForce[] TIMES = TimeInForce.values();
  private static final SelfTradeMode[] MODES = SelfTradeMode.values();

  final long orderId;
  final long owner;
  final Side side;
  long priceScaled;
  long qtyScaled;
  long openQtyScaled;
  long filledQtyScaled;
  long preventedQtyScaled;

  /** How much an iceberg shows at a time; 0 if all is shown. */
  long displayQtyScaled;

  /** How much of what is open the book shows now. */
  long shownQtyScaled;

  /** What an order by quote may still spend. */
  long budgetScaled;

  /** What an order by quote takes multiples of; 0 for an order by quantity. */
  long lotScaled;

  long tag;
  TimeInForce timeInForce = TimeInForce.GTC;
  SelfTradeMode selfTradeMode = SelfTradeMode.NONE;

  /** Whether it may take from orders that rest beside the book. */
  boolean retail;

  boolean submitted;
  @Nullable DoneReason end;
  @Nullable Level level;
  @Nullable BookOrder previous;
  @Nullable BookOrder next;

  private BookOrder(long orderId, long owner, Side side, long priceScaled, long qtyScaled) {
    this.orderId = orderId;
    this.owner = owner;
    this.side = side;
    this.priceScaled = priceScaled;
    this.qtyScaled = qtyScaled;
    this.openQtyScaled = qtyScaled;
  }

  /**
   * A limit order, {@link TimeInForce#GTC}, all of it shown.
   *
   * @param orderId no other open order of the book has it
   * @param owner whose orders do not trade with each other: an account, or its trade group
   * @param priceScaled above 0
   * @param qtyScaled above 0
   */
  public static BookOrder limit(
      long orderId, long owner, Side side, long priceScaled, long qtyScaled) {
    Check.argument(priceScaled > 0, "priceScaled must be > 0, was %s", priceScaled);
    Check.argument(qtyScaled > 0, "qtyScaled must be > 0, was %s", qtyScaled);
    return new BookOrder(orderId, owner, side, priceScaled, qtyScaled);
  }

  /** Takes at any price; what the book does not have expires. */
  public static BookOrder market(long orderId, long owner, Side side, long qtyScaled) {
    Check.argument(qtyScaled > 0, "qtyScaled must be > 0, was %s", qtyScaled);
    return new BookOrder(orderId, owner, side, 0, qtyScaled).timeInForce(TimeInForce.IOC);
  }

  /**
   * Takes at any price as many lots as an amount of quote pays for, or brings in, never more
   * (spot's {@code quoteOrderQty}).
   *
   * @param budgetScaled in the book's unit of quote, above 0
   * @param lotScaled the quantity that each trade is a multiple of, unless it takes all that a
   *     maker shows; above 0
   */
  public static BookOrder marketByQuote(
      long orderId, long owner, Side side, long budgetScaled, long lotScaled) {
    Check.argument(budgetScaled > 0, "budgetScaled must be > 0, was %s", budgetScaled);
    Check.argument(lotScaled > 0, "lotScaled must be > 0, was %s", lotScaled);
    BookOrder order = new BookOrder(orderId, owner, side, 0, 0).timeInForce(TimeInForce.IOC);
    order.budgetScaled = budgetScaled;
    order.lotScaled = lotScaled;
    return order;
  }

  /** Of limit orders; market orders are {@link TimeInForce#IOC}. */
  public BookOrder timeInForce(TimeInForce value) {
    checkNew();
    Check.argument(
        priceScaled > 0 || value == TimeInForce.IOC, "a market order is IOC, was %s", value);
    timeInForce = value;
    return this;
  }

  /**
   * Makes it an iceberg: no more than this is shown at a time, and each further part joins the end
   * of the queue. The order must be one that rests.
   *
   * @param qty above 0
   */
  public BookOrder display(long qty) {
    checkNew();
    Check.argument(qty > 0, "displayQtyScaled must be > 0, was %s", qty);
    displayQtyScaled = qty;
    return this;
  }

  /** {@link SelfTradeMode#NONE} if never set. */
  public BookOrder selfTrade(SelfTradeMode mode) {
    checkNew();
    selfTradeMode = mode;
    return this;
  }

  /** Not sent by a program: it also takes from orders of {@link TimeInForce#RPI}. */
  public BookOrder retail() {
    checkNew();
    retail = true;
    return this;
  }

  /** Whatever the caller wants to find again at this order; saved with it. */
  public BookOrder tag(long value) {
    tag = value;
    return this;
  }

  /** No other open order of the book has it. */
  public long orderId() {
    return orderId;
  }

  /** Account, or trade group. */
  public long owner() {
    return owner;
  }

  /** Buys or sells. */
  public Side side() {
    return side;
  }

  /** Its limit; 0 for a market order. */
  public long priceScaled() {
    return priceScaled;
  }

  /** All of it: filled, prevented and open. */
  public long qtyScaled() {
    return qtyScaled;
  }

  /** What may still trade; after its end, what never did. 0 for an order by quote. */
  public long openQtyScaled() {
    return openQtyScaled;
  }

  /** What has traded. */
  public long filledQtyScaled() {
    return filledQtyScaled;
  }

  /** What was taken from it because it would have traded with its own owner. */
  public long preventedQtyScaled() {
    return preventedQtyScaled;
  }

  /** How much an iceberg shows at a time; 0 if all is shown. */
  public long displayQtyScaled() {
    return displayQtyScaled;
  }

  /** How much of what is open the book shows now; 0 if it does not rest. */
  public long shownQtyScaled() {
    return shownQtyScaled;
  }

  /** What an order by quote may still spend. */
  public long budgetScaled() {
    return budgetScaled;
  }

  /** How long it lives. */
  public TimeInForce timeInForce() {
    return timeInForce;
  }

  /** What happens as it would take from its owner. */
  public SelfTradeMode selfTradeMode() {
    return selfTradeMode;
  }

  /** What the caller left here; 0 if nothing. */
  public long tag() {
    return tag;
  }

  /** Whether it waits in a book. */
  public boolean isResting() {
    return level != null;
  }

  /** Whether it rests beside the book. */
  public boolean isRpi() {
    return timeInForce == TimeInForce.RPI;
  }

  boolean isByQuote() {
    return lotScaled != 0;
  }

  boolean isIceberg() {
    return displayQtyScaled != 0;
  }

  /** The next part that is shown. */
  void show() {
    shownQtyScaled = isIceberg() ? Math.min(displayQtyScaled, openQtyScaled) : openQtyScaled;
  }

  /** Whether its terms go together. */
  void checkTerms() {
    boolean rests =
        switch (timeInForce) {
          case GTC, POST_ONLY, RPI -> true;
          case IOC, FOK -> false;
        };
    Check.argument(
        rests || !isIceberg(),
        "displayQtyScaled is for orders that rest, was %s",
        displayQtyScaled);
    Check.argument(!retail || !isRpi(), "an order of RPI takes from nobody, and none of retail");
  }

  void checkNew() {
    Check.argument(!submitted, "an order is submitted once, order %s was", orderId);
  }

  void checkInvariants() {
    Check.invariant(
        filledQtyScaled + preventedQtyScaled + openQtyScaled == qtyScaled,
        "order %s has parts that are not its whole",
        orderId);
    Check.invariant(
        shownQtyScaled > 0 && shownQtyScaled <= openQtyScaled,
        "order %s shows %s",
        orderId,
        shownQtyScaled);
    Check.invariant(
        !isIceberg() ? shownQtyScaled == openQtyScaled : shownQtyScaled <= displayQtyScaled,
        "order %s shows %s",
        orderId,
        shownQtyScaled);
  }

  /** What rests; the side stands elsewhere. */
  void save(StateWriter out) {
    out.writeLong(orderId).writeLong(owner).writeLong(priceScaled).writeLong(qtyScaled);
    out.writeLong(openQtyScaled).writeLong(filledQtyScaled).writeLong(preventedQtyScaled);
    out.writeLong(displayQtyScaled).writeLong(shownQtyScaled).writeLong(tag);
    out.writeInt(timeInForce.ordinal()).writeInt(selfTradeMode.ordinal()).writeBoolean(retail);
  }

  static BookOrder load(Side side, StateReader in) {
    long orderId = in.readLong();
    long owner = in.readLong();
    long priceScaled = in.readLong();
    BookOrder order = new BookOrder(orderId, owner, side, priceScaled, in.readLong());
    order.openQtyScaled = in.readLong();
    order.filledQtyScaled = in.readLong();
    order.preventedQtyScaled = in.readLong();
    order.displayQtyScaled = in.readLong();
    order.shownQtyScaled = in.readLong();
    order.tag = in.readLong();
    order.timeInForce = TIMES[in.readCount(TIMES.length - 1)];
    order.selfTradeMode = MODES[in.readCount(MODES.length - 1)];
    order.retail = in.readBoolean();
    order.submitted = true;
    return order;
  }
}
