package io.tradewind.simulation.venue;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.OrderSize;
import io.tradewind.core.order.OrderTerms;
import io.tradewind.core.order.RejectReason;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.port.VenuePort;
import io.tradewind.core.risk.Approved;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/**
 * A venue that fills orders on candles, by the numbered rules of docs/fill-rules.md. The candle is
 * {@linkplain #open opened} and {@linkplain #walk walked} before the engine sees its close; after
 * each fill the engine answers, and what it orders joins the rest of the candle. Commands are taken
 * in when the venue comes round to them, never within {@link #submit}.
 */
public final class CandleVenue implements VenuePort, Stateful {
  private static final Phase[] WITHIN = {Phase.STOP, Phase.TARGET, Phase.TRAIL};

  private final List<Instrument> instruments;
  private final OrderListener listener;
  private final VenueAccount account;
  private final boolean countsVolume;
  private final TradedVolume traded = new TradedVolume();
  private final FillDesk fills;
  private final Book[] books;
  private final ArrayDeque<VenueCommand> inbox = new ArrayDeque<>();

  /** What is looked for in one pass over the orders. */
  private enum Phase {
    /** Market orders that close, at the open. */
    OPEN_EXIT,
    /** Stops that the open has passed. */
    OPEN_STOP,
    /** Limits and targets that the open has passed. */
    OPEN_LIMIT,
    /** Market orders that open a position, at the open. */
    OPEN_ENTRY,
    /** Stops as they stand. */
    STOP,
    /** Limits and targets. */
    TARGET,
    /** Trailing stops as the candle's best price has moved them. */
    TRAIL
  }

  private static final Phase[] AT_OPEN = {
    Phase.OPEN_EXIT, Phase.OPEN_STOP, Phase.OPEN_LIMIT, Phase.OPEN_ENTRY
  };

  /** With an account that holds this much cash. */
  public CandleVenue(
      List<Instrument> instruments, CostModel costs, long cashScaled, OrderListener listener) {
    this.instruments = List.copyOf(instruments);
    this.listener = listener;
    this.account = new VenueAccount(instruments, cashScaled);
    this.countsVolume = !costs.feeTiers().isEmpty();
    this.fills = new FillDesk(this.instruments, costs, account, traded);
    this.books = instruments.stream().map(i -> new Book()).toArray(Book[]::new);
  }

  /** The venue's own books. */
  public VenueAccount account() {
    return account;
  }

  @Override
  public void submit(Approved<? extends VenueCommand> command) {
    inbox.add(command.command());
  }

  /** Takes in what was submitted between candles. */
  public void process(long timeNs) {
    if (!inbox.isEmpty()) {
      takeIn(timeNs, Joined.BEFORE, 0);
    }
  }

  /** A candle opens: fills what is due at its first price. */
  public void open(int instrument, CandleColumns rows, int row) {
    Book book = books[instrument];
    long price = rows.open(row);
    book.open(price);
    if (!book.canFill(price, price) && !book.expires()) {
      return;
    }
    expire(book, rows.openTimeNs(row));
    run(AT_OPEN, book, rows, row, rows.openTimeNs(row));
    expireImmediate(book, rows.openTimeNs(row));
  }

  /** The candle goes on to its end: fills what lies on its way. */
  public void walk(int instrument, CandleColumns rows, int row) {
    Book book = books[instrument];
    book.lastPrice(rows.close(row));
    if (book.canFill(rows.low(row), rows.high(row))) {
      run(WITHIN, book, rows, row, rows.closeTimeNs(row) - 1);
      settle(book, rows, row);
    }
  }

  /** Fills market orders at the last close: the session ends. */
  public void closeOut(long timeNs) {
    process(timeNs);
    for (Book book : books) {
      List<RestingOrder> orders = book.orders();
      for (int at = 0; at < orders.size(); at++) {
        RestingOrder order = orders.get(at);
        if (order.intent().purpose() == OrderPurpose.END) {
          at -= fill(order, book.lastPrice(), timeNs, Long.MAX_VALUE, true, Joined.BEFORE) ? 1 : 0;
        }
      }
    }
  }

  private void run(Phase[] phases, Book book, CandleColumns rows, int row, long timeNs) {
    boolean again = true;
    while (again) {
      again = false;
      for (int i = 0; i < phases.length && !again; i++) {
        again = fillFirst(phases[i], book, rows, row, timeNs);
      }
    }
  }

  /** Fills, or triggers, the first order that the phase holds; false if there is none. */
  private boolean fillFirst(Phase phase, Book book, CandleColumns rows, int row, long timeNs) {
    List<RestingOrder> orders = book.orders();
    for (int i = 0; i < orders.size(); i++) {
      RestingOrder order = orders.get(i);
      long price = priceIn(phase, order, rows, row);
      if (price != NONE && phase == Phase.TARGET) {
        order = nearest(order, price, orders, rows, row);
        price = priceIn(phase, order, rows, row);
      }
      if (price != NONE && act(phase, order, price, rows, row, timeNs)) {
        return true;
      }
    }
    return false;
  }

  /** Of all targets on the same side the way through the candle comes to the nearest first. */
  private RestingOrder nearest(
      RestingOrder first, long price, List<RestingOrder> orders, CandleColumns rows, int row) {
    RestingOrder nearest = first;
    long best = price;
    for (int i = 0; i < orders.size(); i++) {
      RestingOrder order = orders.get(i);
      long other = order.sells() == first.sells() ? priceIn(Phase.TARGET, order, rows, row) : NONE;
      if (other != NONE && (first.sells() ? other < best : other > best)) {
        nearest = order;
        best = other;
      }
    }
    return nearest;
  }

  private static final long NONE = Long.MIN_VALUE;

  /** The price at which the order fills in this phase, {@link #NONE} if it does not. */
  private long priceIn(Phase phase, RestingOrder order, CandleColumns rows, int row) {
    RestingOrder.Kind kind = order.kind();
    return switch (phase) {
      case OPEN_EXIT ->
          kind == RestingOrder.Kind.MARKET && order.intent().reduceOnly() ? rows.open(row) : NONE;
      case OPEN_ENTRY ->
          kind == RestingOrder.Kind.MARKET && !order.intent().reduceOnly() ? rows.open(row) : NONE;
      case OPEN_STOP -> order.isStop() && order.isReachedBy(rows.open(row)) ? rows.open(row) : NONE;
      case OPEN_LIMIT ->
          isPassive(kind) && order.isReachedBy(rows.open(row)) ? rows.open(row) : NONE;
      case STOP -> order.isStop() ? CandlePath.stop(order, rows, row) : NONE;
      case TARGET -> isPassive(kind) ? CandlePath.target(order, rows, row) : NONE;
      case TRAIL ->
          kind == RestingOrder.Kind.TRAILING
              ? CandlePath.trailed(order, rows, row, tick(order, rows, row))
              : NONE;
    };
  }

  private static boolean isPassive(RestingOrder.Kind kind) {
    return kind == RestingOrder.Kind.LIMIT || kind == RestingOrder.Kind.TOUCH;
  }

  private long tick(RestingOrder order, CandleColumns rows, int row) {
    return instruments.get(order.intent().instrument()).rulesAt(rows.openTimeNs(row)).tickScaled();
  }

  private boolean act(
      Phase phase, RestingOrder order, long price, CandleColumns rows, int row, long timeNs) {
    boolean open = phase.compareTo(Phase.OPEN_ENTRY) <= 0;
    Joined moment = open ? Joined.OPEN : moment(order, price, rows, row);
    boolean takes =
        order.kind() != RestingOrder.Kind.LIMIT || (order.crosses() && (open || order.isWithin()));
    if (order.hasTrigger()) {
      long level = phase == Phase.TRAIL ? price : order.level();
      listener.onOrder(new OrderEvent.Triggered(order.intent().orderId(), timeNs, level));
      if (order.kind() == RestingOrder.Kind.STOP_LIMIT) {
        order.becomeLimit(moment, price);
        book(order).refresh();
        return true;
      }
      order.becomeMarket();
      book(order).refresh();
    }
    return fill(order, price, timeNs, rows.volume(row), takes, moment);
  }

  private static Joined moment(RestingOrder order, long price, CandleColumns rows, int row) {
    if (price == rows.open(row) && order.joined() == Joined.OPEN) {
      return Joined.OPEN;
    }
    return order.waitsForFall() ? Joined.FALLING : Joined.RISING;
  }

  /** Returns whether the order changed: filled, in part, or refused. */
  private boolean fill(
      RestingOrder order, long price, long timeNs, long volume, boolean takes, Joined moment) {
    Book book = book(order);
    return switch (fills.fill(order, price, timeNs, volume, book.used(), takes)) {
      case FillDesk.Outcome.Wait _ -> false;
      case FillDesk.Outcome.Refuse refuse -> {
        book.remove(order);
        boolean late = refuse.reason() == RejectReason.NOTHING_TO_REDUCE || order.isTouched();
        listener.onOrder(
            late
                ? new OrderEvent.Expired(order.intent().orderId(), timeNs)
                : new OrderEvent.Rejected(order.intent().orderId(), timeNs, refuse.reason()));
        takeIn(timeNs, moment, price);
        yield true;
      }
      case FillDesk.Outcome.Fill fill -> {
        OrderEvent.Filled event = fill.event();
        book.use(event.qtyScaled());
        account.book(order.intent().instrument(), order.intent().side(), event);
        if (countsVolume) {
          traded.add(timeNs, event.quoteScaled());
        }
        order.fill(
            event.qtyScaled(),
            event.quoteScaled()
                + (event.feeInBase() ? 0 : event.feeScaled())
                + event.slippageScaled());
        if (event.isLast()) {
          book.remove(order);
        }
        listener.onOrder(event);
        takeIn(timeNs, moment, price);
        yield true;
      }
    };
  }

  /** After the candle: its orders stand, and trailing stops have followed. */
  private void settle(Book book, CandleColumns rows, int row) {
    List<RestingOrder> orders = book.orders();
    for (int i = 0; i < orders.size(); i++) {
      RestingOrder order = orders.get(i);
      if (order.kind() == RestingOrder.Kind.TRAILING) {
        long best = CandlePath.best(order, rows, row);
        if (order.isActivatedBy(best)) {
          order.tighten(order.trailedFrom(best, tick(order, rows, row)));
        }
      }
      order.join(Joined.BEFORE, 0);
    }
    book.refresh();
  }

  private Book book(RestingOrder order) {
    return books[order.intent().instrument()];
  }

  private void takeIn(long timeNs, Joined moment, long price) {
    while (!inbox.isEmpty()) {
      switch (inbox.remove()) {
        case VenueCommand.NewOrder command -> place(command.intent(), timeNs, moment, price);
        case VenueCommand.AmendOrder command -> amend(command, timeNs, moment, price);
        case VenueCommand.CancelOrder command -> cancel(command, timeNs);
        case VenueCommand.SetMargin _, VenueCommand.Transfer _ -> {}
      }
    }
  }

  private void place(OrderIntent intent, long timeNs, Joined moment, long price) {
    Book book = books[intent.instrument()];
    long now = moment == Joined.BEFORE ? book.lastPrice() : price;
    Optional<RejectReason> refusal = check(intent, timeNs, now);
    if (refusal.isPresent()) {
      listener.onOrder(new OrderEvent.Rejected(intent.orderId(), timeNs, refusal.get()));
      return;
    }
    RestingOrder order = new RestingOrder(intent);
    order.join(moment, price);
    order.meet(now);
    book.add(order);
    listener.onOrder(new OrderEvent.Accepted(intent.orderId(), timeNs));
  }

  private Optional<RejectReason> check(OrderIntent intent, long timeNs, long now) {
    TradingRules rules = instruments.get(intent.instrument()).rulesAt(timeNs);
    if (intent.size() instanceof OrderSize.Base base) {
      if (base.qtyScaled() % rules.lotScaled() != 0) {
        return Optional.of(RejectReason.QTY_OFF_LOT);
      }
      if (base.qtyScaled() < rules.minQtyScaled()) {
        return Optional.of(RejectReason.QTY_TOO_SMALL);
      }
    }
    long tick = rules.tickScaled();
    return switch (intent.terms()) {
      case OrderTerms.Market _ -> Optional.empty();
      case OrderTerms.Limit order -> {
        boolean takes = now > 0 && new RestingOrder(intent).isReachedBy(now);
        yield order.postOnly() && takes
            ? Optional.of(RejectReason.WOULD_TAKE)
            : onTick(order.priceScaled(), tick);
      }
      case OrderTerms.Stop order -> onTick(order.triggerScaled(), tick);
      case OrderTerms.TakeProfit order -> onTick(order.triggerScaled(), tick);
      case OrderTerms.StopLimit order ->
          onTick(order.triggerScaled(), tick).or(() -> onTick(order.limitScaled(), tick));
      case OrderTerms.TrailingStop order ->
          order.stopScaled().isEmpty()
              ? Optional.empty()
              : onTick(order.stopScaled().getAsLong(), tick);
      case OrderTerms.Oco _, OrderTerms.Bracket _, OrderTerms.Iceberg _ ->
          Optional.of(RejectReason.UNSUPPORTED_TYPE);
    };
  }

  private static Optional<RejectReason> onTick(long price, long tick) {
    return price % tick == 0 ? Optional.empty() : Optional.of(RejectReason.PRICE_OFF_TICK);
  }

  /** New terms hold from now on: within a candle they know nothing of the way before. */
  private void amend(VenueCommand.AmendOrder command, long timeNs, Joined moment, long price) {
    Book book = books[command.instrument()];
    for (RestingOrder order : book.orders()) {
      if (order.intent().orderId() == command.orderId()) {
        order.amend(command.terms());
        if (moment != Joined.BEFORE) {
          order.join(moment, price);
        }
        order.meet(moment == Joined.BEFORE ? book.lastPrice() : price);
        book.refresh();
        listener.onOrder(new OrderEvent.Amended(command.orderId(), timeNs, command.terms()));
        return;
      }
    }
  }

  /** A cancel that comes too late is not answered: the fill has been. */
  private void cancel(VenueCommand.CancelOrder command, long timeNs) {
    Book book = books[command.instrument()];
    for (RestingOrder order : book.orders()) {
      if (order.intent().orderId() == command.orderId()) {
        book.remove(order);
        listener.onOrder(new OrderEvent.Cancelled(command.orderId(), timeNs));
        return;
      }
    }
  }

  private void expire(Book book, long timeNs) {
    List<RestingOrder> orders = book.orders();
    for (int i = orders.size() - 1; i >= 0; i--) {
      if (orders.get(i).intent().timeInForce() instanceof TimeInForce.GoodTillDate date
          && date.untilNs() <= timeNs) {
        drop(orders.get(i), timeNs);
      }
    }
  }

  private void expireImmediate(Book book, long timeNs) {
    List<RestingOrder> orders = book.orders();
    for (int i = orders.size() - 1; i >= 0; i--) {
      switch (orders.get(i).intent().timeInForce()) {
        case TimeInForce.ImmediateOrCancel _, TimeInForce.FillOrKill _ ->
            drop(orders.get(i), timeNs);
        case TimeInForce.GoodTillCancelled _, TimeInForce.GoodTillDate _ -> {}
      }
    }
  }

  private void drop(RestingOrder order, long timeNs) {
    book(order).remove(order);
    listener.onOrder(new OrderEvent.Expired(order.intent().orderId(), timeNs));
    takeIn(timeNs, Joined.OPEN, book(order).lastPrice());
  }

  @Override
  public void save(StateWriter out) {
    out.section("candle-venue", 1);
    account.save(out);
    traded.save(out);
    for (Book book : books) {
      book.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("candle-venue", 1);
    account.load(in);
    traded.load(in);
    for (Book book : books) {
      book.load(in);
    }
  }
}
