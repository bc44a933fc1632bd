package io.tradewind.trader.session;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.margin.FundingPaid;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.StandingOrder;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.simulation.session.VenueSession;
import io.tradewind.simulation.venue.SessionVenue;
import io.tradewind.store.journal.JournalEvents;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Carries out what a journal tells, as it was carried out when it was written: each input at its
 * time, after all that was due before. Commands are held against what the engine says now.
 *
 * @param <V> the venue of the session
 */
public final class SessionPlayer<V extends SessionVenue> implements JournalEvents, Stateful {
  private final VenueSession<V> session;
  private final Deque<VenueCommand> said;
  private final Consumer<V> told;
  private final TradeIds tradeIds;
  private final EndedOrders ended = new EndedOrders();
  private final FundingDesk fundings;
  private long commands;
  private Optional<Difference> difference = Optional.empty();

  /**
   * The first command that the engine does not say now, or says otherwise.
   *
   * @param number of the command among those that were told, from 1
   * @param now what it says; empty where it says nothing
   */
  public record Difference(long number, VenueCommand then, Optional<VenueCommand> now) {}

  private SessionPlayer(
      VenueSession<V> session, Deque<VenueCommand> said, Consumer<V> told, int instruments) {
    this.session = session;
    this.said = said;
    this.told = told;
    this.tradeIds = new TradeIds(instruments);
    this.fundings = new FundingDesk(session.engine()::books, instruments);
  }

  /**
   * Of a session that tells its commands.
   *
   * @param told hears of each command that went out when the journal was written
   */
  public static <V extends SessionVenue> SessionPlayer<V> of(
      Function<Consumer<VenueCommand>, VenueSession<V>> session,
      Consumer<V> told,
      int instruments) {
    Deque<VenueCommand> said = new ArrayDeque<>();
    return new SessionPlayer<>(session.apply(said::add), said, told, instruments);
  }

  /** The session, to be read. */
  public VenueSession<V> session() {
    return session;
  }

  /** The fills that have been booked. */
  public TradeIds tradeIds() {
    return tradeIds;
  }

  /** The latest orders that have ended. */
  public EndedOrders ended() {
    return ended;
  }

  /** The fundings that have been booked. */
  public FundingDesk fundings() {
    return fundings;
  }

  /** The next command that the engine has said and nobody has written down. */
  Optional<VenueCommand> takeSaid() {
    return Optional.ofNullable(said.poll());
  }

  /** Commands that were told. */
  public long commands() {
    return commands;
  }

  /** Where the engine decides otherwise than it did; empty where it never does. */
  public Optional<Difference> difference() {
    return difference;
  }

  /** What is held at a full hour is known before anything of that hour happens. */
  private void advance(long inputNs, long untilNs) {
    fundings.onTime(inputNs);
    session.advance(untilNs);
  }

  @Override
  public void onTrade(int instrument, TradeColumns rows, int row) {
    long timeNs = rows.receiveTimeNs(row);
    advance(timeNs, timeNs - 1);
    session.atVenue(instrument, rows, row, timeNs);
    session.advance(timeNs);
    session.onTrade(instrument, rows, row, timeNs);
  }

  @Override
  public void onBook(int instrument, BookColumns rows, int from, int to) {
    long timeNs = rows.receiveTimeNs(from);
    advance(timeNs, timeNs - 1);
    session.atVenue(instrument, rows, from, to, timeNs);
    session.advance(timeNs);
    session.onBook(instrument, rows, from, to, timeNs);
  }

  @Override
  public void onCandle(long timeNs, int instrument, CandleColumns rows, int row) {
    advance(timeNs, timeNs);
    session.onCandle(instrument, rows, row, timeNs);
  }

  @Override
  public void onFunding(long timeNs, int instrument, double rate) {
    advance(timeNs, timeNs - 1);
    session.onFunding(instrument, rate, timeNs);
  }

  @Override
  public void onTime(long timeNs) {
    advance(timeNs, timeNs);
  }

  @Override
  public void onOrder(long timeNs, OrderEvent event) {
    advance(timeNs, timeNs);
    ended.onOrder(session.engine().standing(event.orderId()), event);
    session.onOrder(event);
  }

  @Override
  public void onFill(long timeNs, OrderEvent.Filled fill, long tradeId) {
    advance(timeNs, timeNs);
    StandingOrder order = session.engine().standing(fill.orderId());
    tradeIds.add(order.intent().instrument(), tradeId);
    ended.onOrder(order, fill);
    fundings.onFill(order.intent(), fill);
    session.onOrder(fill);
  }

  @Override
  public void onLateFill(long timeNs, OrderIntent intent, OrderEvent.Filled fill, long tradeId) {
    advance(timeNs, timeNs);
    tradeIds.add(intent.instrument(), tradeId);
    ended.onLateFill(fill);
    fundings.onFill(intent, fill);
    session.onLateFill(intent, fill);
  }

  @Override
  public void onMargin(long timeNs, MarginEvent event) {
    advance(timeNs, timeNs);
    session.onMargin(event);
  }

  /** One that is known already changes nothing. */
  @Override
  public void onFunded(long timeNs, FundingPaid event) {
    advance(timeNs, timeNs);
    if (fundings.add(event)) {
      fundings.parts(event).forEach(session::onMargin);
    }
  }

  @Override
  public void onTransfer(long timeNs, Transferred event) {
    advance(timeNs, timeNs);
    session.onTransfer(event);
  }

  @Override
  public void onControl(long timeNs, ControlEvent event) {
    advance(timeNs, timeNs);
    session.onControl(event);
  }

  @Override
  public void onCommand(long timeNs, VenueCommand command) {
    commands++;
    Optional<VenueCommand> now = takeSaid();
    if (difference.isEmpty() && !now.equals(Optional.of(command))) {
      difference = Optional.of(new Difference(commands, command, now));
    }
    if (now.isPresent()) {
      told.accept(session.venue());
    }
  }

  @Override
  public void save(StateWriter out) {
    session.save(out);
    tradeIds.save(out);
    ended.save(out);
    fundings.save(out);
  }

  @Override
  public void load(StateReader in) {
    session.load(in);
    tradeIds.load(in);
    ended.load(in);
    fundings.load(in);
  }
}
