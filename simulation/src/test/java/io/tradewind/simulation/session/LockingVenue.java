package io.tradewind.simulation.session;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.number.FixedPoint;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.port.VenuePort;
import io.tradewind.core.risk.Approved;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * A spot exchange with one customer, who has coins of his own beside, behind a bad line: an order
 * that rests holds its coins, requests come late, are lost, or are answered late, and cancels may
 * have no answer at all. Orders of a whole position are of what the session says that it holds.
 */
final class LockingVenue implements VenuePort {
  static final long OWN_SCALED = 5_000_000_000L;
  private static final long MS = 1_000_000;

  private final Instrument instrument;
  private final SplittableRandom random;
  private final LongSupplier ledger;
  private final ArrayDeque<VenueCommand> inbox = new ArrayDeque<>();
  private final PriorityQueue<Due<Asked>> arrivals = new PriorityQueue<>(Due.ORDER);
  private final PriorityQueue<Due<OrderEvent>> answers = new PriorityQueue<>(Due.ORDER);
  private final Map<Long, Long> silentUntilNs = new TreeMap<>();

  /** What of exits has not been heard of as filled, by order. */
  private final Map<Long, Long> unheard = new TreeMap<>();

  private final List<Row> resting = new ArrayList<>();
  private long sequence;
  private long price;
  long coinsScaled = OWN_SCALED;

  /** What was sold for can be spent once it has been told of. */
  private long cashScaled = 10_000_00000000L;

  boolean isCalm;
  boolean isLost;

  /** Exits, other than those of an emergency, that were refused because another one stood. */
  int locked;

  private record Due<T>(long atNs, long sequence, T what) {
    static final Comparator<Due<?>> ORDER =
        Comparator.<Due<?>>comparingLong(Due::atNs).thenComparingLong(Due::sequence);
  }

  private record Asked(VenueCommand command, long qtyScaled) {}

  /** An order that rests. */
  static final class Row {
    final OrderIntent intent;
    OrderTerms terms;
    long leftScaled;

    Row(OrderIntent intent, long leftScaled) {
      this.intent = intent;
      this.terms = intent.terms();
      this.leftScaled = leftScaled;
    }
  }

  LockingVenue(Instrument instrument, SplittableRandom random, LongSupplier ledger) {
    this.instrument = instrument;
    this.random = random;
    this.ledger = ledger;
  }

  @Override
  public Set<Ability> abilities() {
    return EnumSet.of(Ability.STOP, Ability.AMEND);
  }

  @Override
  public void submit(Approved<? extends VenueCommand> command) {
    inbox.add(command.command());
  }

  /** Exits that rest. */
  List<Row> exits() {
    return resting.stream().filter(row -> row.intent.reduceOnly()).toList();
  }

  boolean isIdle() {
    return inbox.isEmpty() && arrivals.isEmpty() && answers.isEmpty();
  }

  /** What is due by now at the exchange, at this price. */
  void step(long nowNs, long priceScaled) {
    price = priceScaled;
    while (!inbox.isEmpty()) {
      send(inbox.remove(), nowNs);
    }
    while (!arrivals.isEmpty() && arrivals.peek().atNs() <= nowNs) {
      arrive(arrivals.remove().what(), nowNs);
    }
    for (Row row : List.copyOf(resting)) {
      follow(row);
      meet(row, nowNs);
    }
  }

  /** What is told by now, the oldest first. */
  List<OrderEvent> told(long nowNs) {
    List<OrderEvent> events = new ArrayList<>();
    while (!answers.isEmpty() && answers.peek().atNs() <= nowNs) {
      OrderEvent event = answers.remove().what();
      hear(event);
      events.add(event);
    }
    return events;
  }

  private void hear(OrderEvent event) {
    boolean ends =
        switch (event) {
          case OrderEvent.Filled fill -> {
            if (unheard.containsKey(fill.orderId())) {
              unheard.merge(fill.orderId(), -fill.qtyScaled(), Long::sum);
              cashScaled += fill.quoteScaled();
            }
            yield fill.isLast();
          }
          case OrderEvent.Cancelled _, OrderEvent.Rejected _, OrderEvent.Expired _ -> true;
          case OrderEvent.Sent _,
              OrderEvent.Accepted _,
              OrderEvent.Lost _,
              OrderEvent.Triggered _,
              OrderEvent.Amended _ ->
              false;
        };
    if (ends) {
      unheard.remove(event.orderId());
    }
  }

  /** What exits may still sell whose end has not been heard of. */
  private long underWay() {
    return unheard.values().stream().mapToLong(left -> left).sum();
  }

  private void send(VenueCommand command, long nowNs) {
    long atNs = nowNs + random.nextLong(200) * MS;
    int fate = isCalm ? 99 : random.nextInt(100);
    if (isLost) {
      fate = command instanceof VenueCommand.CancelOrder ? 0 : fate;
    }
    if (command instanceof VenueCommand.NewOrder order) {
      OrderIntent intent = order.intent();
      long id = intent.orderId();
      long qty =
          switch (intent.size()) {
            case OrderSize.Base base -> base.qtyScaled();
            case OrderSize.Position _ -> inLots(Math.max(0, ledger.getAsLong() - underWay()));
            case OrderSize.Budget budget -> budget.quoteScaled();
          };
      if (intent.reduceOnly()) {
        unheard.put(id, qty);
      }
      if (fate < 7) {
        tell(new OrderEvent.Rejected(id, nowNs, RejectReason.NOT_SENT), nowNs);
        return;
      }
      if (fate < 20) {
        tell(new OrderEvent.Lost(id, nowNs), nowNs);
        silentUntilNs.put(id, nowNs + random.nextLong(2_000, 9_000) * MS);
        if (fate < 13) {
          tell(new OrderEvent.Rejected(id, nowNs, RejectReason.NOT_SENT), nowNs);
          return;
        }
      }
      arrivals.add(new Due<>(atNs, sequence++, new Asked(command, qty)));
    } else if (fate >= 30) {
      arrivals.add(new Due<>(atNs, sequence++, new Asked(command, 0)));
    }
  }

  private void arrive(Asked asked, long nowNs) {
    switch (asked.command()) {
      case VenueCommand.NewOrder order -> {
        boolean isSum = order.intent().size() instanceof OrderSize.Budget;
        long qty = isSum ? ofBudget(order.intent(), asked.qtyScaled()) : asked.qtyScaled();
        place(order.intent(), qty, nowNs);
      }
      case VenueCommand.CancelOrder cancel ->
          find(cancel.orderId())
              .forEach(row -> {
                resting.remove(row);
                tell(new OrderEvent.Cancelled(cancel.orderId(), nowNs), nowNs);
              });
      case VenueCommand.AmendOrder amend ->
          find(amend.orderId())
              .forEach(row -> {
                row.terms = amend.terms();
                tell(new OrderEvent.Amended(amend.orderId(), nowNs, amend.terms()), nowNs);
              });
      case VenueCommand.SetMargin _, VenueCommand.Transfer _ -> {}
    }
  }

  private List<Row> find(long id) {
    return resting.stream().filter(row -> row.intent.orderId() == id).toList();
  }

  private void place(OrderIntent intent, long qty, long nowNs) {
    if (qty <= 0 || !isPaidFor(intent, qty)) {
      boolean isForced = intent.purpose() == OrderPurpose.EMERGENCY;
      locked += intent.reduceOnly() && !isForced && held() > 0 ? 1 : 0;
      RejectReason why =
          qty <= 0 ? RejectReason.NOTHING_TO_REDUCE : RejectReason.INSUFFICIENT_BALANCE;
      tell(new OrderEvent.Rejected(intent.orderId(), nowNs, why), nowNs);
      return;
    }
    Row row = new Row(intent, qty);
    tell(new OrderEvent.Accepted(intent.orderId(), nowNs), nowNs);
    resting.add(row);
    meet(row, nowNs);
  }

  private boolean isPaidFor(OrderIntent intent, long qty) {
    return intent.side() == Side.SELL
        ? qty <= coinsScaled - held()
        : quote(qty, Math.max(price, at(intent))) <= cashScaled - spoken();
  }

  private long at(OrderIntent intent) {
    return intent.terms() instanceof OrderTerms.Limit limit ? limit.priceScaled() : price;
  }

  /** What entries that rest hold of the cash. */
  private long spoken() {
    return resting.stream()
        .filter(row -> row.intent.side() == Side.BUY)
        .mapToLong(row -> quote(row.leftScaled, Math.max(price, at(row.intent))))
        .sum();
  }

  private static long quote(long qty, long at) {
    return FixedPoint.mulDiv(qty, at, 10_000, RoundingMode.UNNECESSARY);
  }

  /** What rests holds its coins. */
  private long held() {
    return exits().stream().mapToLong(row -> row.leftScaled).sum();
  }

  /** A stop of the position grows with it. */
  private void follow(Row row) {
    boolean grows =
        row.terms instanceof OrderTerms.Stop && row.intent.size() instanceof OrderSize.Position;
    if (grows && row.leftScaled < inLots(ledger.getAsLong())) {
      row.leftScaled = inLots(Math.min(ledger.getAsLong(), coinsScaled));
      unheard.put(row.intent.orderId(), row.leftScaled);
    }
  }

  private void meet(Row row, long nowNs) {
    long id = row.intent.orderId();
    boolean fills =
        switch (row.terms) {
          case OrderTerms.Stop stop -> price <= stop.triggerScaled();
          case OrderTerms.Limit limit -> price <= limit.priceScaled();
          default -> true;
        };
    if (!fills) {
      return;
    }
    if (row.terms instanceof OrderTerms.Stop stop) {
      tell(new OrderEvent.Triggered(id, nowNs, stop.triggerScaled()), nowNs);
    }
    resting.remove(row);
    long first = random.nextInt(3) == 0 ? inLots(row.leftScaled / 2) : 0;
    if (first > 0) {
      fill(row, first, false, nowNs);
    }
    fill(row, row.leftScaled, true, nowNs);
  }

  private void fill(Row row, long qty, boolean isLast, long nowNs) {
    row.leftScaled -= qty;
    coinsScaled += row.intent.side().sign() * qty;
    long quote = quote(qty, price);
    cashScaled -= row.intent.side() == Side.BUY ? quote : 0;
    tell(
        new OrderEvent.Filled(row.intent.orderId(), nowNs, qty, price, quote, 0, false, 0, isLast),
        nowNs);
  }

  /** Events of an order are told in their order. */
  private void tell(OrderEvent event, long nowNs) {
    long atNs =
        Math.max(
            nowNs + random.nextLong(150) * MS, silentUntilNs.getOrDefault(event.orderId(), 0L));
    silentUntilNs.put(event.orderId(), atNs);
    answers.add(new Due<>(atNs, sequence++, event));
  }

  private long ofBudget(OrderIntent intent, long quoteScaled) {
    return inLots(FixedPoint.mulDiv(quoteScaled, 10_000, at(intent), RoundingMode.DOWN));
  }

  private long inLots(long qty) {
    long lot = instrument.rules().getLast().lotScaled();
    return qty / lot * lot;
  }
}
