package io.tradewind.venues.contract;

import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderState;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.OrderTransitions;
import io.tradewind.core.order.StandingOrder;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.venues.binance.model.UserEvent;
import io.tradewind.venues.binance.venue.BinanceListener;
import io.tradewind.venues.binance.venue.Resumption;
import io.tradewind.venues.binance.venue.VenueNews;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What a trader writes down: what it submits and what it is told. It outlives the connection, and
 * sees to it that nothing is told twice or against the table of states.
 */
final class Journal implements BinanceListener {
  private final Instrument instrument;
  private final Map<Long, Row> orders = new LinkedHashMap<>();
  private final Map<Long, Row> guards = new LinkedHashMap<>();
  private final TreeSet<Long> tradeIds = new TreeSet<>();
  private final List<Told> told = new ArrayList<>();
  private final List<OrderEvent> events = new ArrayList<>();
  private final List<OrderEvent.Filled> beside = new ArrayList<>();
  private final List<VenueNews> news = new ArrayList<>();

  /** An order that has met another one of the same account has the same number as that. */
  private record Told(long orderId, long tradeId) {}

  private static final class Row {
    private OrderIntent intent;
    private OrderTerms terms;
    private Optional<OrderTerms> wanted = Optional.empty();
    private OrderState state = OrderState.SENT;
    private long filledScaled;
    private boolean isCancelAsked;

    private Row(OrderIntent intent) {
      this.intent = intent;
      this.terms = intent.terms();
    }

    private StandingOrder standing() {
      return new StandingOrder(intent, terms, wanted, state, filledScaled, isCancelAsked);
    }
  }

  Journal(Instrument instrument) {
    this.instrument = instrument;
  }

  void onSubmit(VenueCommand command) {
    switch (command) {
      case VenueCommand.NewOrder order ->
          orders.put(order.intent().orderId(), new Row(order.intent()));
      case VenueCommand.AmendOrder amend ->
          named(amend.orderId()).ifPresent(row -> row.wanted = Optional.of(amend.terms()));
      case VenueCommand.CancelOrder cancel ->
          named(cancel.orderId()).ifPresent(row -> row.isCancelAsked = true);
      case VenueCommand.SetMargin _, VenueCommand.Transfer _ -> {}
    }
  }

  private Optional<Row> named(long orderId) {
    return Optional.ofNullable(guards.getOrDefault(orderId, orders.get(orderId)))
        .filter(row -> !row.state.isFinal());
  }

  /** An exit is heard of when it is told. */
  private Row row(long orderId) {
    return orders.computeIfAbsent(orderId, id -> new Row(exit(id)));
  }

  private OrderIntent exit(long exitOrderId) {
    for (Row entry : orders.values()) {
      OrderTerms terms = entry.intent.terms();
      if (terms instanceof OrderTerms.Bracket bracket && bracket.exitOrderId() == exitOrderId) {
        return new OrderIntent(
            exitOrderId,
            0,
            0,
            entry.intent.side().opposite(),
            entry.intent.size(),
            new OrderTerms.Oco(bracket.targetScaled(), bracket.stopScaled()),
            TimeInForce.GTC,
            true,
            OrderPurpose.STOP);
      }
    }
    throw new AssertionError("nobody knows of order " + exitOrderId);
  }

  @Override
  public void onOrder(OrderEvent event) {
    events.add(event);
    move(row(event.orderId()), event);
  }

  private void move(Row row, OrderEvent event) {
    Optional<OrderState> next = OrderTransitions.next(row.state, event);
    row.state = next.orElseThrow(() -> new AssertionError(row.state + " and then " + event));
    if (event instanceof OrderEvent.Amended amended) {
      row.terms = amended.terms();
      boolean isWanted =
          row.wanted.filter(amended.terms()::equals).isPresent()
              || (amended.terms() instanceof OrderTerms.Bracket bracket
                  && row.wanted.filter(bracket.entry()::equals).isPresent());
      row.wanted = isWanted ? Optional.empty() : row.wanted;
    }
  }

  @Override
  public void onFill(OrderEvent.Filled fill, long tradeId) {
    events.add(fill);
    once(fill.orderId(), tradeId);
    Row row = row(fill.orderId());
    move(row, fill);
    row.filledScaled += fill.qtyScaled();
  }

  private void once(long orderId, long tradeId) {
    tradeIds.add(tradeId);
    Told next = new Told(orderId, tradeId);
    if (told.contains(next)) {
      throw new AssertionError(next + " twice");
    }
    told.add(next);
  }

  @Override
  public void onNews(VenueNews told) {
    if (!(told instanceof VenueNews.Account)) {
      news.add(told);
    }
    switch (told) {
      case VenueNews.LateFill(var intent, var fill, long tradeId) -> {
        once(intent.orderId(), tradeId);
        beside.add(fill);
        Row guard = guards.get(intent.orderId());
        Row of =
            guard != null && intent.terms() instanceof OrderTerms.Stop
                ? guard
                : row(fill.orderId());
        of.filledScaled += fill.qtyScaled();
      }
      case VenueNews.Guarding(long orderId, long qty, var terms) -> {
        Row guard = guards.get(orderId);
        OrderIntent intent = guard(row(orderId).intent, qty, terms);
        if (guard == null || guard.state.isFinal()) {
          guards.put(orderId, new Row(intent));
        } else {
          guard.intent = intent;
          guard.terms = terms;
        }
      }
      case VenueNews.Guard(var intent, var event) -> move(guardRow(intent), event);
      case VenueNews.GuardFill(var intent, var fill, long tradeId) -> {
        once(intent.orderId(), tradeId);
        beside.add(fill);
        move(guardRow(intent), fill);
        guardRow(intent).filledScaled += fill.qtyScaled();
      }
      case VenueNews.StrangerFill(var _, var trade) -> once(0, trade.fill().tradeId());
      case VenueNews.Stranger(UserEvent.OrderReport report) ->
          report.fill().ifPresent(fill -> once(0, fill.tradeId()));
      case VenueNews other -> {}
    }
  }

  private Row guardRow(OrderIntent intent) {
    Row row = guards.get(intent.orderId());
    if (row == null) {
      throw new AssertionError("nobody knows of a guard of " + intent.orderId());
    }
    return row;
  }

  private static OrderIntent guard(OrderIntent exit, long qtyScaled, OrderTerms terms) {
    return new OrderIntent(
        exit.orderId(),
        0,
        0,
        exit.side(),
        new OrderSize.Base(qtyScaled),
        terms,
        TimeInForce.GTC,
        true,
        OrderPurpose.STOP);
  }

  /**
   * What the next connection is to know.
   *
   * @param withGuards whether also of stops that were brought by the one before
   */
  Resumption resumption(boolean withGuards) {
    List<StandingOrder> open = new ArrayList<>();
    List<StandingOrder> ended = new ArrayList<>();
    for (Row row : orders.values()) {
      (row.state.isFinal() ? ended : open).add(row.standing());
    }
    if (!withGuards) {
      guards.clear();
    }
    for (Row row : guards.values()) {
      if (!row.state.isFinal()) {
        open.add(row.standing());
      }
    }
    return new Resumption(open, ended, Map.of(instrument.id(), List.copyOf(tradeIds)));
  }

  /** Nothing of an order was written down. */
  void lose(long orderId) {
    orders.remove(orderId);
    events.removeIf(event -> event.orderId() == orderId);
  }

  /** The only fill of an order was acted upon, and not written down any more. */
  void unhear(long orderId) {
    forget(orderId);
    row(orderId).state = OrderState.OPEN;
  }

  /** The last fill, which was of this order, was not written down any more. */
  void forget(long orderId) {
    OrderEvent.Filled fill =
        events.stream()
            .filter(event -> event instanceof OrderEvent.Filled && event.orderId() == orderId)
            .map(OrderEvent.Filled.class::cast)
            .findFirst()
            .orElseThrow();
    events.remove(fill);
    long tradeId = tradeIds.getLast();
    told.removeIf(each -> each.tradeId == tradeId && each.orderId == orderId);
    if (told.stream().noneMatch(each -> each.tradeId == tradeId)) {
      tradeIds.remove(tradeId);
    }
    row(orderId).filledScaled -= fill.qtyScaled();
  }

  List<OrderEvent> events() {
    return events;
  }

  List<OrderEvent.Filled> beside() {
    return beside;
  }

  List<VenueNews> news() {
    return news;
  }

  /** Rising, and one for each side of a fill. */
  List<Long> tradeIds() {
    return told.stream().map(Told::tradeId).sorted().toList();
  }

  /** Orders that have not ended, guards by their exits. */
  List<Long> open() {
    List<Long> all = new ArrayList<>();
    orders.forEach((id, row) -> addIfOpen(all, id, row));
    guards.forEach((id, row) -> addIfOpen(all, id, row));
    return all.stream().sorted().toList();
  }

  private static void addIfOpen(List<Long> all, long id, Row row) {
    if (!row.state.isFinal()) {
      all.add(id);
    }
  }

  /** Exits that wait for their entries and that nobody has told of. */
  List<Long> waitingExits() {
    return orders.values().stream()
        .filter(row -> !row.state.isFinal())
        .map(row -> row.intent.terms())
        .filter(OrderTerms.Bracket.class::isInstance)
        .map(terms -> ((OrderTerms.Bracket) terms).exitOrderId())
        .filter(id -> !orders.containsKey(id))
        .toList();
  }

  /** Orders of two legs of which neither has been decided. */
  List<Long> pairs() {
    return orders.values().stream()
        .filter(row -> row.state == OrderState.OPEN && row.terms instanceof OrderTerms.Oco)
        .map(row -> row.intent.orderId())
        .toList();
  }

  OrderTerms termsOf(long orderId) {
    return named(orderId).orElseThrow().terms;
  }

  /** What cannot follow from what was told before. */
  List<VenueNews> wrong() {
    return news.stream()
        .filter(
            each -> each instanceof VenueNews.Contradiction || each instanceof VenueNews.Forgotten)
        .toList();
  }

  /** All that is known of it, in a line each. */
  String text() {
    StringBuilder text = new StringBuilder();
    orders.values().forEach(row -> text.append(row.standing()).append('\n'));
    guards.values().forEach(row -> text.append("guard ").append(row.standing()).append('\n'));
    return text.toString();
  }
}
