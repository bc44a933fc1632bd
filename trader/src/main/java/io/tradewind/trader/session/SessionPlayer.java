package io.tradewind.trader.session;

import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.simulation.session.VenueSession;
import io.tradewind.simulation.venue.SessionVenue;
import io.tradewind.store.journal.JournalEvents;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Carries out what a journal tells, as it was carried out when it was written: each input at its
 * time, after all that was due before. Commands are held against what the engine says now.
 *
 * @param <V> the venue of the session
 */
public final class SessionPlayer<V extends SessionVenue> implements JournalEvents {
  private final VenueSession<V> session;
  private final Deque<VenueCommand> said;
  private long commands;
  private long differing;

  private SessionPlayer(VenueSession<V> session, Deque<VenueCommand> said) {
    this.session = session;
    this.said = said;
  }

  /** Of a session that tells its commands. */
  public static <V extends SessionVenue> SessionPlayer<V> of(
      Function<Consumer<VenueCommand>, VenueSession<V>> session) {
    Deque<VenueCommand> said = new ArrayDeque<>();
    return new SessionPlayer<>(session.apply(said::add), said);
  }

  /** The session, to be read. */
  public VenueSession<V> session() {
    return session;
  }

  /** The next command that the engine has said and nobody has written down; null if none is. */
  @org.jspecify.annotations.Nullable VenueCommand takeSaid() {
    return said.poll();
  }

  /** Commands that were told. */
  public long commands() {
    return commands;
  }

  /** Commands that were told and that the engine does not say now, or says otherwise. */
  public long differing() {
    return differing;
  }

  @Override
  public void onTrade(int instrument, TradeColumns rows, int row) {
    long timeNs = rows.receiveTimeNs(row);
    session.advance(timeNs - 1);
    session.atVenue(instrument, rows, row, timeNs);
    session.advance(timeNs);
    session.onTrade(instrument, rows, row, timeNs);
  }

  @Override
  public void onBook(int instrument, BookColumns rows, int from, int to) {
    long timeNs = rows.receiveTimeNs(from);
    session.advance(timeNs - 1);
    session.atVenue(instrument, rows, from, to, timeNs);
    session.advance(timeNs);
    session.onBook(instrument, rows, from, to, timeNs);
  }

  @Override
  public void onCandle(long timeNs, int instrument, CandleColumns rows, int row) {
    session.advance(timeNs);
    session.onCandle(instrument, rows, row, timeNs);
  }

  @Override
  public void onFunding(long timeNs, int instrument, double rate) {
    session.advance(timeNs - 1);
    session.onFunding(instrument, rate, timeNs);
  }

  @Override
  public void onTime(long timeNs) {
    session.advance(timeNs);
  }

  @Override
  public void onOrder(long timeNs, OrderEvent event) {
    session.advance(timeNs);
    session.onOrder(event);
  }

  @Override
  public void onMargin(long timeNs, MarginEvent event) {
    session.advance(timeNs);
    session.onMargin(event);
  }

  @Override
  public void onTransfer(long timeNs, Transferred event) {
    session.advance(timeNs);
    session.onTransfer(event);
  }

  @Override
  public void onControl(long timeNs, ControlEvent event) {
    session.advance(timeNs);
    session.onControl(event);
  }

  @Override
  public void onCommand(long timeNs, VenueCommand command) {
    commands++;
    differing += command.equals(said.poll()) ? 0 : 1;
  }
}
