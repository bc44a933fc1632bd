package io.tradewind.core.engine;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.audit.AuditRecord;
import io.tradewind.core.execution.ChildEnd;
import io.tradewind.core.execution.ChildOrders;
import io.tradewind.core.execution.Execution;
import io.tradewind.core.execution.ExecutionLimits;
import io.tradewind.core.execution.ExecutionStyle;
import io.tradewind.core.execution.ParentOrder;
import io.tradewind.core.execution.Placement;
import io.tradewind.core.execution.Progress;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.ledger.Books;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.risk.Refusal;
import io.tradewind.core.risk.Surroundings;
import io.tradewind.core.risk.sizing.SizeRule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Works a book's entries as many orders, each of which is cut to the room that there is by then and
 * passes the gate by itself. What is not placed yet counts as being on its way. It is told of the
 * market at the closes of candles.
 */
final class ExecutionDesk implements Stateful {
  private static final ExecutionLimits LIMITS = ExecutionLimits.DEFAULT;
  private static final SizeRule[] RULES = SizeRule.values();

  private final List<Instrument> instruments;
  private final int book;
  private final Optional<ExecutionStyle> style;
  private final RiskDesk risk;
  private final OrderDesk orders;
  private final AuditTrail audit;
  private final PartRoom room;
  private final @Nullable Work[] works;
  private long begun;

  ExecutionDesk(
      List<Instrument> instruments,
      int book,
      Optional<ExecutionStyle> style,
      RiskDesk risk,
      OrderDesk orders,
      AuditTrail audit) {
    this.instruments = instruments;
    this.book = book;
    this.style = style;
    this.risk = risk;
    this.orders = orders;
    this.audit = audit;
    this.room = new PartRoom(book, risk, LIMITS);
    this.works = new Work[instruments.size()];
  }

  /** How every entry at the market is worked; empty where each is one order. */
  Optional<ExecutionStyle> style() {
    return style;
  }

  /** Whether an entry of the instrument is being worked. */
  boolean isWorking(int instrument) {
    Work work = works[instrument];
    return work != null && !work.execution.state().isFinal();
  }

  /** Notional that is still to be placed, in cash scale. */
  long unplacedScaled(int instrument) {
    Work work = works[instrument];
    if (work == null || work.execution.state().isFinal()) {
      return 0;
    }
    long left = Math.max(0, work.execution.progress().leftScaled() - work.placing);
    Books books = risk.books();
    return books.of(book).quoteScaled(instrument, books.markScaled(instrument), left);
  }

  /** An order for all of an entry. */
  ParentOrder parent(int instrument, Side side, long qtyScaled, long timeNs) {
    Instrument i = instruments.get(instrument);
    return new ParentOrder(
        i, i.rulesAt(timeNs), side, qtyScaled, OptionalLong.empty(), orders.lastOrderId() + 1);
  }

  /** How far the stop of what is being worked is, as a ratio of the price. */
  double stopDistance(int instrument) {
    Work work = works[instrument];
    return work == null ? 1 : work.stopDistance;
  }

  /** Which way what is being worked goes. */
  Side side(int instrument) {
    Work work = works[instrument];
    return work == null ? Side.BUY : work.parent.side();
  }

  /** How many entries it has begun to work, since it was made. */
  long begun() {
    return begun;
  }

  /**
   * Begins to work an entry, if the gate would let all of it go now.
   *
   * @param parent all of it
   * @param own how it is worked, empty for the style of the book
   * @return why not, or not even the first part
   */
  Optional<Refusal> start(
      int instrument,
      ParentOrder parent,
      Optional<ExecutionStyle.Twap> own,
      Surroundings around,
      long timeNs) {
    Optional<Refusal> barred =
        orders.refusal(
            draft(
                instrument,
                parent.side(),
                parent.qtyScaled(),
                new OrderTerms.Market(),
                TimeInForce.GTC),
            around);
    if (barred.isPresent()) {
      return barred;
    }
    Work work = new Work(instrument, parent, own, around.stopDistance(), timeNs);
    works[instrument] = work;
    begun++;
    work.execution.onTrade(timeNs, risk.books().markScaled(instrument), 0);
    work.isStarting = true;
    work.execution.onStart(timeNs);
    work.isStarting = false;
    if (work.refusal.isPresent()) {
      work.execution.cancel(timeNs);
    }
    return work.refusal;
  }

  private static OrderDraft draft(
      int instrument, Side side, long qtyScaled, OrderTerms terms, TimeInForce timeInForce) {
    return new OrderDraft(
        instrument,
        side,
        new OrderSize.Base(qtyScaled),
        terms,
        timeInForce,
        false,
        OrderPurpose.ENTRY);
  }

  /** A candle has closed. */
  void onMarket(int instrument, long timeNs, long priceScaled, long volumeScaled) {
    Work work = works[instrument];
    if (work != null) {
      work.timeNs = timeNs;
      work.execution.onTrade(timeNs, priceScaled, volumeScaled);
      forget(work);
    }
  }

  /** Something is said of one of the book's orders. */
  void onOrder(Order order, OrderEvent event) {
    Work work = works[order.intent().instrument()];
    if (work == null || !work.isChild(order)) {
      return;
    }
    work.timeNs = Math.max(work.timeNs, event.timeNs());
    long id = event.orderId();
    switch (event) {
      case OrderEvent.Filled filled ->
          work.execution.onChildFill(
              event.timeNs(),
              id,
              filled.qtyScaled(),
              filled.quoteScaled() + order.intent().side().sign() * filled.slippageScaled());
      case OrderEvent.Rejected rejected -> {
        work.lacksCash |= rejected.reason() == RejectReason.INSUFFICIENT_BALANCE;
        work.execution.onChildEnd(
            event.timeNs(),
            id,
            rejected.reason() == RejectReason.WOULD_TAKE ? ChildEnd.WOULD_TAKE : ChildEnd.REJECTED);
      }
      case OrderEvent.Cancelled _ ->
          work.execution.onChildEnd(event.timeNs(), id, ChildEnd.CANCELLED);
      case OrderEvent.Expired _ -> work.execution.onChildEnd(event.timeNs(), id, ChildEnd.EXPIRED);
      case OrderEvent.Sent _,
          OrderEvent.Accepted _,
          OrderEvent.Lost _,
          OrderEvent.Triggered _,
          OrderEvent.Amended _ -> {}
    }
    forget(work);
  }

  /** Nothing more is placed, and what stands is taken back. */
  void cancel(int instrument) {
    Work work = works[instrument];
    if (work != null) {
      work.execution.cancel(work.timeNs);
      forget(work);
    }
  }

  private void forget(Work work) {
    if (work.execution.state().isFinal()) {
      works[work.instrument] = null;
    }
  }

  /** One entry that is being worked. */
  private final class Work implements ChildOrders {
    private final int instrument;
    private final ParentOrder parent;
    private final Optional<ExecutionStyle.Twap> own;
    private final double stopDistance;
    private final Execution execution;
    private long firstOrderId;
    private long timeNs;

    /** What is held against the limits by itself, and so is not on its way beside. */
    private long placing;

    private int slicesTold = -1;
    private Optional<Refusal> refusal = Optional.empty();

    /** Whether its first part goes: the whole has just been given its size. */
    private boolean isStarting;

    private boolean lacksCash;

    /** What cut the part that was to be placed last. */
    private Optional<SizeRule> cutBy = Optional.empty();

    Work(
        int instrument,
        ParentOrder parent,
        Optional<ExecutionStyle.Twap> own,
        double stopDistance,
        long timeNs) {
      this.instrument = instrument;
      this.parent = parent;
      this.own = own;
      this.stopDistance = stopDistance;
      this.timeNs = timeNs;
      this.firstOrderId = orders.lastOrderId() + 1;
      this.execution =
          new Execution(
              parent, own.isPresent() ? own.get() : style.orElseThrow(), LIMITS, this, this::tell);
    }

    boolean isChild(Order order) {
      return order.intent().orderId() >= firstOrderId
          && order.intent().purpose() == OrderPurpose.ENTRY;
    }

    /** The rest does not bar its own parts: of a price that rises they take what room there is. */
    @Override
    public Placement place(OrderTerms terms, TimeInForce timeInForce, long qtyScaled) {
      placing = parent.qtyScaled();
      PartRoom.Part part = new PartRoom.Part(instrument, parent, terms, qtyScaled, isOpposed());
      Placement placement = place(part, timeInForce);
      placing = 0;
      return placement;
    }

    private Placement place(PartRoom.Part part, TimeInForce timeInForce) {
      Surroundings around =
          risk.around(book, instrument, part.direction(), stopDistance, part.replaces(), timeNs);
      PartRoom.Fit fit =
          isStarting
              ? new PartRoom.Fit(part.qtyScaled(), Optional.empty())
              : room.of(part, around, lacksCash);
      cutBy = fit.cutBy();
      if (fit.qtyScaled() == 0) {
        refusal = cutBy.map(Refusal::of);
        return new Placement.NoRoom();
      }
      refusal =
          orders.enter(
              draft(instrument, parent.side(), fit.qtyScaled(), part.terms(), timeInForce),
              around,
              reservedScaled(fit),
              timeNs);
      return refusal.isPresent()
          ? new Placement.Refused()
          : new Placement.Placed(orders.lastOrderId(), fit.qtyScaled());
    }

    private long reservedScaled(PartRoom.Fit fit) {
      Books books = risk.books();
      return books.of(book).quoteScaled(instrument, books.markScaled(instrument), fit.qtyScaled());
    }

    private boolean isOpposed() {
      long held = risk.books().of(book).position(instrument).qtyScaled();
      return Long.signum(held) == -parent.side().sign();
    }

    @Override
    public void cancel(long handle) {
      List<Order> open = orders.open(instrument);
      for (int i = 0; i < open.size(); i++) {
        if (open.get(i).intent().orderId() == handle) {
          orders.cancel(open.get(i));
        }
      }
    }

    /** The audit hears of slices and of the end. */
    private void tell(Progress progress) {
      if (progress.slicesDone() != slicesTold || progress.state().isFinal()) {
        slicesTold = progress.slicesDone();
        audit.write(
            new AuditRecord.ExecutionMoved(
                audit.next(), timeNs, book, instrument, progress, cutBy));
      }
    }

    private void save(StateWriter out) {
      out.writeInt(parent.side().ordinal())
          .writeLong(parent.qtyScaled())
          .writeLong(parent.seed())
          .writeDouble(stopDistance)
          .writeLong(firstOrderId)
          .writeLong(timeNs)
          .writeInt(slicesTold)
          .writeBoolean(lacksCash)
          .writeInt(cutBy.map(SizeRule::ordinal).orElse(-1))
          .writeBoolean(own.isPresent());
      own.ifPresent(twap ->
          out.writeInt(twap.slices()).writeLong(twap.durationNs()).writeDouble(twap.jitter()));
      execution.save(out);
    }
  }

  @Override
  public void save(StateWriter out) {
    out.section("execution-desk", 2);
    for (Work work : works) {
      out.writeBoolean(work != null);
      if (work != null) {
        work.save(out);
      }
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("execution-desk", 2);
    for (int i = 0; i < works.length; i++) {
      works[i] = in.readBoolean() ? load(i, in) : null;
    }
  }

  private Work load(int instrument, StateReader in) {
    Side side = Side.values()[in.readInt()];
    long qty = in.readLong();
    long seed = in.readLong();
    double stopDistance = in.readDouble();
    long firstOrderId = in.readLong();
    long timeNs = in.readLong();
    int slicesTold = in.readInt();
    boolean lacksCash = in.readBoolean();
    int cutBy = in.readInt();
    Optional<ExecutionStyle.Twap> own =
        in.readBoolean()
            ? Optional.of(new ExecutionStyle.Twap(in.readInt(), in.readLong(), in.readDouble()))
            : Optional.empty();
    Instrument i = instruments.get(instrument);
    ParentOrder parent =
        new ParentOrder(i, i.rulesAt(timeNs), side, qty, OptionalLong.empty(), seed);
    Work work = new Work(instrument, parent, own, stopDistance, timeNs);
    work.firstOrderId = firstOrderId;
    work.slicesTold = slicesTold;
    work.lacksCash = lacksCash;
    work.cutBy = cutBy < 0 ? Optional.empty() : Optional.of(RULES[cutBy]);
    work.execution.load(in);
    return work;
  }
}
