package io.tradewind.simulation.venue;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.TimeInForce;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.port.VenuePort;
import io.tradewind.core.risk.Approved;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A venue that fills orders on candles, by the numbered rules of docs/fill-rules.md. The candle is
 * {@linkplain #open opened} and {@linkplain #walk walked} before the engine sees its close; after
 * each fill the engine answers, and what it orders joins the rest of the candle. Commands are taken
 * in when the venue comes round to them, never within {@link #submit}. Each book has an account of
 * its own; the orders of all of them share an instrument's candles.
 */
public final class CandleVenue implements VenuePort, Stateful {
  private static final long NONE = PhasePrices.NONE;
  private static final Phase[] AT_OPEN = {
    Phase.OPEN_EXIT, Phase.OPEN_STOP, Phase.OPEN_LIMIT, Phase.OPEN_ENTRY
  };
  private static final Phase[] WITHIN = {Phase.STOP, Phase.LIQUIDATION, Phase.TARGET, Phase.TRAIL};

  private final VenueListener listener;
  private final VenueAccount[] accounts;
  private final long[] marks;
  private final TradedVolume traded = new TradedVolume();
  private final PhasePrices prices;
  private final FillDesk fills;
  private final SettlementDesk settlement;
  private final Liquidator liquidator;
  private final CommandDesk desk;
  private final EnumSet<Ability> abilities;
  private final Book[] books;

  /** With an account for each book that holds so much cash, able to do everything. */
  public CandleVenue(
      List<Instrument> instruments, CostModel costs, long[] cashScaled, VenueListener listener) {
    this(instruments, costs, cashScaled, EnumSet.allOf(Ability.class), listener);
  }

  /**
   * With an account for each book that holds so much cash.
   *
   * @param abilities what it can do; an order that it cannot keep is rejected
   */
  public CandleVenue(
      List<Instrument> instruments,
      CostModel costs,
      long[] cashScaled,
      EnumSet<Ability> abilities,
      VenueListener listener) {
    List<Instrument> all = List.copyOf(instruments);
    Check.argument(cashScaled.length >= 1, "a venue needs an account, was %s", cashScaled.length);
    this.listener = listener;
    this.abilities = abilities.clone();
    this.marks = new long[all.size()];
    this.accounts = new VenueAccount[cashScaled.length];
    for (int book = 0; book < accounts.length; book++) {
      accounts[book] = new VenueAccount(book, all, cashScaled[book], marks);
    }
    this.prices = new PhasePrices(all);
    this.fills = new FillDesk(all, costs, accounts, traded);
    this.books = all.stream().map(i -> new Book()).toArray(Book[]::new);
    this.desk = new CommandDesk(all, books, accounts, this.abilities, listener);
    this.settlement =
        new SettlementDesk(books, accounts, traded, !costs.feeTiers().isEmpty(), listener);
    this.liquidator = new Liquidator(accounts, books, marks, listener);
  }

  /** The venue's own books for one of ours. */
  public VenueAccount account(int book) {
    return accounts[book];
  }

  @Override
  public Set<Ability> abilities() {
    return abilities.clone();
  }

  @Override
  public void submit(Approved<? extends VenueCommand> command) {
    desk.submit(command.command());
  }

  /** Takes in what was submitted between candles. */
  public void process(long timeNs) {
    desk.process(timeNs);
  }

  /**
   * Exchanges funding between longs and shorts: each book pays, or receives, for what it holds at
   * the last price.
   *
   * @param rate as a ratio of the notional; above 0 longs pay
   */
  public void fund(int instrument, long timeNs, double rate) {
    if (settlement.fund(instrument, timeNs, rate)) {
      liquidator.atMark(instrument, timeNs);
      liquidator.settleCross(timeNs);
      desk.takeIn(timeNs, instrument, Joined.BEFORE, 0);
    }
  }

  /** A candle opens: fills what is due at its first price. */
  public void open(int instrument, CandleColumns rows, int row) {
    Book book = books[instrument];
    long price = rows.open(row);
    long timeNs = rows.openTimeNs(row);
    book.open(price);
    marks[instrument] = price;
    boolean watching = liquidator.isWatching(instrument);
    if (watching) {
      liquidateAtOpen(instrument, price, timeNs);
    }
    if (book.canFill(price, price) || book.expires()) {
      expire(book, timeNs);
      run(AT_OPEN, book, rows, row, timeNs);
      expireImmediate(book, timeNs);
      if (watching || liquidator.isWatching(instrument)) {
        liquidateAtOpen(instrument, price, timeNs);
      }
    }
  }

  /** The candle goes on to its end: fills what lies on its way. */
  public void walk(int instrument, CandleColumns rows, int row) {
    Book book = books[instrument];
    long timeNs = rows.closeTimeNs(row) - 1;
    book.lastPrice(rows.close(row));
    boolean watching = liquidator.isWatching(instrument);
    if (book.canFill(rows.low(row), rows.high(row))
        || (watching && liquidator.isReached(instrument, rows.low(row), rows.high(row), timeNs))) {
      run(WITHIN, book, rows, row, timeNs);
      settle(book, rows, row);
      watching |= liquidator.isWatching(instrument);
    }
    marks[instrument] = rows.close(row);
    if (watching && liquidator.settleCross(timeNs)) {
      desk.takeIn(timeNs, instrument, Joined.BEFORE, 0);
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

  private void liquidateAtOpen(int instrument, long price, long timeNs) {
    boolean any = liquidator.atMark(instrument, timeNs);
    any |= liquidator.settleCross(timeNs);
    if (any) {
      desk.takeIn(timeNs, instrument, Joined.OPEN, price);
    }
  }

  private void run(Phase[] phases, Book book, CandleColumns rows, int row, long timeNs) {
    boolean again = true;
    while (again) {
      again = false;
      for (int i = 0; i < phases.length && !again; i++) {
        again =
            phases[i] == Phase.LIQUIDATION
                ? liquidateFirst(book, rows, row, timeNs)
                : fillFirst(phases[i], book, rows, row, timeNs);
      }
    }
  }

  /** Fills, or triggers, the first order that the phase holds; false if there is none. */
  private boolean fillFirst(Phase phase, Book book, CandleColumns rows, int row, long timeNs) {
    List<RestingOrder> orders = book.orders();
    for (int i = 0; i < orders.size(); i++) {
      RestingOrder order = orders.get(i);
      long price = prices.at(phase, order, rows, row);
      if (price != NONE && phase == Phase.STOP && liquidator.isBefore(order, price, timeNs)) {
        price = NONE;
      }
      if (price != NONE && phase == Phase.TARGET) {
        order = prices.nearest(order, price, orders, rows, row);
        price = prices.at(phase, order, rows, row);
      }
      if (price != NONE && act(phase, order, price, rows, row, timeNs)) {
        return true;
      }
    }
    return false;
  }

  /** Liquidates the first position whose price the candle reaches; false if there is none. */
  private boolean liquidateFirst(Book book, CandleColumns rows, int row, long timeNs) {
    int instrument = indexOf(book);
    for (int i = 0; i < accounts.length; i++) {
      VenueAccount account = accounts[i];
      if (liquidator.isReached(account, instrument, rows.low(row), rows.high(row), timeNs)) {
        boolean falls = account.heldScaled(instrument) > 0;
        if (!fillOnTheWay(i, falls, book, rows, row, timeNs)) {
          long price =
              liquidator.priceWithin(account, instrument, rows.low(row), rows.high(row), timeNs);
          liquidator.liquidate(i, instrument, price, timeNs);
          desk.takeIn(timeNs, instrument, falls ? Joined.FALLING : Joined.RISING, price);
        }
        return true;
      }
    }
    return false;
  }

  /** Limits that the way to a liquidation leads over come before it. */
  private boolean fillOnTheWay(
      int account, boolean falls, Book book, CandleColumns rows, int row, long timeNs) {
    List<RestingOrder> orders = book.orders();
    for (int i = 0; i < orders.size(); i++) {
      RestingOrder order = orders.get(i);
      long price =
          order.intent().book() == account && order.passiveLeg().waitsForFall() == falls
              ? prices.at(Phase.TARGET, order, rows, row)
              : NONE;
      if (price != NONE) {
        order = prices.nearest(order, price, orders, rows, row);
        price = prices.at(Phase.TARGET, order, rows, row);
        if (!liquidator.isBefore(order.passiveLeg(), price, timeNs)) {
          return act(Phase.TARGET, order, price, rows, row, timeNs);
        }
      }
    }
    return false;
  }

  private boolean act(
      Phase phase, RestingOrder order, long price, CandleColumns rows, int row, long timeNs) {
    RestingOrder leg = phase.isPassive() ? order.passiveLeg() : order;
    Joined moment = phase.isAtOpen() ? Joined.OPEN : moment(leg, price, rows, row);
    boolean takes = !leg.isLimit() || (leg.crosses() && (phase.isAtOpen() || leg.isWithin()));
    if (leg.hasTrigger()) {
      long level = phase == Phase.TRAIL ? price : leg.level();
      if (!order.isTouched()) {
        listener.onOrder(new OrderEvent.Triggered(order.intent().orderId(), timeNs, level));
      }
      if (order.kind() == RestingOrder.Kind.STOP_LIMIT) {
        order.becomeLimit(moment, price);
        book(order).refresh();
        return true;
      }
      order.becomeMarket();
      book(order).refresh();
    }
    boolean changed = fill(order, price, timeNs, rows.volume(row), takes, moment);
    if (changed) {
      order.show(rows.openTimeNs(row));
    }
    return changed;
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
    int instrument = order.intent().instrument();
    marks[instrument] = price;
    return switch (fills.fill(order, price, timeNs, volume, book.used(), takes)) {
      case FillDesk.Outcome.Wait _ -> false;
      case FillDesk.Outcome.Refuse refuse -> {
        settlement.refuse(order, refuse.reason(), timeNs);
        desk.endEntry(order, timeNs);
        desk.takeIn(timeNs, instrument, moment, price);
        yield true;
      }
      case FillDesk.Outcome.Fill fill -> {
        settlement.fill(order, fill.event(), timeNs);
        listener.onOrder(fill.event());
        desk.bringExit(order, fill.event(), moment);
        if (fill.turns()) {
          fill(order, price, timeNs, volume, takes, moment);
        }
        desk.takeIn(timeNs, instrument, moment, price);
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
          order.tighten(order.trailedFrom(best, prices.tick(order, rows, row)));
        }
      }
      order.join(Joined.BEFORE, 0);
    }
    book.refresh();
  }

  private Book book(RestingOrder order) {
    return books[order.intent().instrument()];
  }

  private int indexOf(Book book) {
    int i = 0;
    while (books[i] != book) {
      i++;
    }
    return i;
  }

  private void expire(Book book, long timeNs) {
    List<RestingOrder> orders = book.orders();
    for (int i = orders.size() - 1; i >= 0; i = Math.min(i, orders.size()) - 1) {
      if (orders.get(i).intent().timeInForce() instanceof TimeInForce.GoodTillDate date
          && date.untilNs() <= timeNs) {
        drop(orders.get(i), timeNs);
      }
    }
  }

  private void expireImmediate(Book book, long timeNs) {
    List<RestingOrder> orders = book.orders();
    for (int i = orders.size() - 1; i >= 0; i = Math.min(i, orders.size()) - 1) {
      switch (orders.get(i).intent().timeInForce()) {
        case TimeInForce.ImmediateOrCancel _, TimeInForce.FillOrKill _ ->
            drop(orders.get(i), timeNs);
        case TimeInForce.GoodTillCancelled _, TimeInForce.GoodTillDate _ -> {}
      }
    }
  }

  private void drop(RestingOrder order, long timeNs) {
    settlement.expire(order, timeNs);
    desk.endEntry(order, timeNs);
    desk.takeIn(timeNs, order.intent().instrument(), Joined.OPEN, book(order).lastPrice());
  }

  @Override
  public void save(StateWriter out) {
    out.section("candle-venue", 2).writeLongs(marks);
    traded.save(out);
    for (VenueAccount account : accounts) {
      account.save(out);
    }
    for (Book book : books) {
      book.save(out);
    }
  }

  @Override
  public void load(StateReader in) {
    in.section("candle-venue", 2);
    System.arraycopy(in.readLongs(), 0, marks, 0, marks.length);
    traded.load(in);
    for (VenueAccount account : accounts) {
      account.load(in);
    }
    for (Book book : books) {
      book.load(in);
    }
  }
}
