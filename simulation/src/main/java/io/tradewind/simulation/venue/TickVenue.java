package io.tradewind.simulation.venue;

import io.tradewind.analytics.check.Check;
import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.book.LevelBook;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.OrderPurpose;
import io.tradewind.core.order.Side;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.risk.Approved;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A venue that fills orders on recorded trades and order books, by the numbered rules of
 * docs/fill-rules.md. It lives by the venue's clock: what is recorded comes to it as it happened,
 * commands come after their latency, and its answers come to us after theirs. Whoever drives it
 * keeps the order of time: {@link #onTrade} and {@link #onBook}, {@link #arrive} when {@link
 * #nextArrivalNs} has come, {@link #answer} when {@link #nextAnswerNs} has, and {@link #send} after
 * all that may have submitted commands. Each book has an account of its own.
 */
public final class TickVenue implements SessionVenue {
  private final VenueListener listener;
  private final Wire wire;
  private final VenueAccount[] accounts;
  private final long[] marks;
  private final TradedVolume traded = new TradedVolume();
  private final Book[] books;
  private final TakenBook[] depths;
  private final SettlementDesk settlement;
  private final CommandDesk desk;
  private final Liquidator liquidator;
  private final TickMatcher matcher;
  private final EnumSet<Ability> abilities;

  /**
   * With an account for each book that holds so much cash.
   *
   * @param abilities what it can do; an order that it cannot keep is rejected
   */
  public TickVenue(
      List<Instrument> instruments,
      TickRules rules,
      long[] cashScaled,
      EnumSet<Ability> abilities,
      VenueListener listener) {
    List<Instrument> all = List.copyOf(instruments);
    Check.argument(cashScaled.length >= 1, "a venue needs an account, was %s", cashScaled.length);
    this.listener = listener;
    this.abilities = abilities.clone();
    this.wire = new Wire(rules);
    this.marks = new long[all.size()];
    this.accounts = new VenueAccount[cashScaled.length];
    Arrays.setAll(accounts, book -> new VenueAccount(book, all, cashScaled[book], marks));
    this.books = all.stream().map(i -> new Book()).toArray(Book[]::new);
    this.depths = all.stream().map(i -> new TakenBook()).toArray(TakenBook[]::new);
    this.desk = new CommandDesk(all, books, accounts, this.abilities, wire);
    this.liquidator = new Liquidator(accounts, books, marks, wire);
    this.settlement =
        new SettlementDesk(books, accounts, traded, !rules.feeTiers().isEmpty(), wire);
    FillDesk fills = new FillDesk(all, rules.costs(), accounts, traded);
    this.matcher =
        new TickMatcher(
            new TickMatcher.Floor(
                all, List.of(books), List.of(depths), List.of(accounts), fills, desk, settlement),
            rules.queue(),
            wire);
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
    wire.say(command.command());
  }

  @Override
  public boolean send(long timeNs) {
    return wire.send(timeNs);
  }

  @Override
  public long nextArrivalNs() {
    return wire.nextArrivalNs();
  }

  @Override
  public long nextAnswerNs() {
    return wire.nextAnswerNs();
  }

  @Override
  public void answer() {
    wire.answer(listener);
  }

  @Override
  public void arrive(long timeNs) {
    VenueCommand command = wire.arrive();
    switch (command) {
      case VenueCommand.NewOrder order -> {
        OrderIntent intent = order.intent();
        desk.carryOut(command, timeNs, Joined.OPEN, priceToTake(intent));
        matcher.arrive(intent.instrument(), timeNs);
      }
      case VenueCommand.AmendOrder amend -> {
        RestingOrder order = books[amend.instrument()].find(amend.orderId());
        // New terms that come too late are not answered: the fill, or the trigger, has been.
        if (order != null && !order.isTriggered()) {
          desk.carryOut(command, timeNs, Joined.BEFORE, 0);
          matcher.arriveAgain(order, timeNs);
        }
      }
      case VenueCommand.CancelOrder _, VenueCommand.SetMargin _, VenueCommand.Transfer _ ->
          desk.carryOut(command, timeNs, Joined.BEFORE, 0);
    }
  }

  /** The best price of the other side, the last one where no book is known; 0 if there is none. */
  private long priceToTake(OrderIntent intent) {
    LevelBook recorded = depths[intent.instrument()].recorded();
    Side side = intent.side().opposite();
    return recorded.isKnown() ? recorded.bestScaled(side) : books[intent.instrument()].lastPrice();
  }

  @Override
  public void onTrade(int instrument, TradeColumns rows, int row) {
    long price = rows.price(row);
    Side taken = rows.buyerIsAggressor(row) ? Side.SELL : Side.BUY;
    marks[instrument] = price;
    books[instrument].lastPrice(price);
    depths[instrument].take(taken, price, rows.qty(row));
    if (liquidator.isWatching(instrument)) {
      liquidator.atMark(instrument, rows.timeNs(row));
      liquidator.settleCross(rows.timeNs(row));
    }
    if (!books[instrument].isEmpty()) {
      matcher.onTrade(instrument, rows, row);
    }
  }

  @Override
  public void onBook(int instrument, BookColumns rows, int row) {
    depths[instrument].apply(rows, row);
    if (rows.ends(row) && !books[instrument].isEmpty()) {
      matcher.onBook(instrument, rows.timeNs(row));
    }
  }

  /**
   * Exchanges funding between longs and shorts: each book pays, or receives, for what it holds at
   * the last price.
   *
   * @param rate as a ratio of the notional; above 0 longs pay
   */
  @Override
  public void fund(int instrument, long timeNs, double rate) {
    if (settlement.fund(instrument, timeNs, rate)) {
      liquidator.atMark(instrument, timeNs);
      liquidator.settleCross(timeNs);
    }
  }

  /** Fills market orders that end the session at the last trade. */
  @Override
  public void closeOut(long timeNs) {
    for (Book book : books) {
      List<RestingOrder> orders = book.orders();
      int at = 0;
      while (at < orders.size()) {
        RestingOrder order = orders.get(at);
        if (order.intent().purpose() == OrderPurpose.END && book.lastPrice() > 0) {
          matcher.fill(order, book.lastPrice(), timeNs, Long.MAX_VALUE / 4, true);
        }
        at += book.has(order) ? 1 : 0;
      }
    }
  }

  @Override
  public void save(StateWriter out) {
    out.section("tick-venue", 1).writeLongs(marks).writeLong(matcher.event());
    traded.save(out);
    for (VenueAccount account : accounts) {
      account.save(out);
    }
    for (int i = 0; i < books.length; i++) {
      books[i].save(out);
      for (RestingOrder order : books[i].orders()) {
        QueuePlace place = order.place();
        if (place != null) {
          place.save(out);
        }
      }
      depths[i].save(out);
    }
    wire.save(out);
  }

  @Override
  public void load(StateReader in) {
    in.section("tick-venue", 1);
    in.readLongs(marks);
    matcher.event(in.readLong());
    traded.load(in);
    for (VenueAccount account : accounts) {
      account.load(in);
    }
    for (int i = 0; i < books.length; i++) {
      books[i].load(in);
      for (RestingOrder order : books[i].orders()) {
        QueuePlace place = new QueuePlace();
        place.load(in);
        order.place(place);
      }
      depths[i].load(in);
    }
    wire.load(in);
  }
}
