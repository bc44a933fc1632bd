package io.tradewind.trader.session;

import io.tradewind.core.engine.ControlEvent;
import io.tradewind.core.margin.FundingPaid;
import io.tradewind.core.margin.MarginEvent;
import io.tradewind.core.margin.Transferred;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.OrderEvent;
import io.tradewind.core.order.OrderIntent;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.simulation.venue.SessionVenue;
import io.tradewind.store.journal.JournalEvents;
import io.tradewind.store.journal.JournalWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes each input down, carries it out, and writes down what the engine says to it. What it says
 * may leave only after {@link #force}.
 *
 * @param <V> the venue of the session
 */
public final class SessionRecorder<V extends SessionVenue> implements JournalEvents {
  private final JournalWriter journal;
  private final SessionPlayer<V> player;

  /** Goes on with a session that was carried out up to the journal's end. */
  public SessionRecorder(JournalWriter journal, SessionPlayer<V> player) {
    this.journal = journal;
    this.player = player;
  }

  /** The session, to be read. */
  public SessionPlayer<V> player() {
    return player;
  }

  /** The journal, to be looked after. */
  public JournalWriter journal() {
    return journal;
  }

  /** Everything so far is on disk when this returns. */
  public void force() {
    journal.force();
  }

  @Override
  public void onTrade(int instrument, TradeColumns rows, int row) {
    journal.onTrade(instrument, rows, row);
    player.onTrade(instrument, rows, row);
    writeSaid(rows.receiveTimeNs(row));
  }

  @Override
  public void onBook(int instrument, BookColumns rows, int from, int to) {
    journal.onBook(instrument, rows, from, to);
    player.onBook(instrument, rows, from, to);
    writeSaid(rows.receiveTimeNs(from));
  }

  @Override
  public void onCandle(long timeNs, int instrument, CandleColumns rows, int row) {
    journal.onCandle(timeNs, instrument, rows, row);
    player.onCandle(timeNs, instrument, rows, row);
    writeSaid(timeNs);
  }

  @Override
  public void onFunding(long timeNs, int instrument, double rate) {
    journal.onFunding(timeNs, instrument, rate);
    player.onFunding(timeNs, instrument, rate);
    writeSaid(timeNs);
  }

  /** Nothing is written where nothing is due. */
  @Override
  public void onTime(long timeNs) {
    if (player.session().nextNs() <= timeNs) {
      journal.onTime(timeNs);
      player.onTime(timeNs);
      writeSaid(timeNs);
    }
  }

  @Override
  public void onOrder(long timeNs, OrderEvent event) {
    journal.onOrder(timeNs, event);
    player.onOrder(timeNs, event);
    writeSaid(timeNs);
  }

  @Override
  public void onFill(long timeNs, OrderEvent.Filled fill, long tradeId) {
    journal.onFill(timeNs, fill, tradeId);
    player.onFill(timeNs, fill, tradeId);
    writeSaid(timeNs);
  }

  @Override
  public void onLateFill(long timeNs, OrderIntent intent, OrderEvent.Filled fill, long tradeId) {
    journal.onLateFill(timeNs, intent, fill, tradeId);
    player.onLateFill(timeNs, intent, fill, tradeId);
    writeSaid(timeNs);
  }

  @Override
  public void onMargin(long timeNs, MarginEvent event) {
    journal.onMargin(timeNs, event);
    player.onMargin(timeNs, event);
    writeSaid(timeNs);
  }

  @Override
  public void onFunded(long timeNs, FundingPaid event) {
    journal.onFunded(timeNs, event);
    player.onFunded(timeNs, event);
    writeSaid(timeNs);
  }

  @Override
  public void onTransfer(long timeNs, Transferred event) {
    journal.onTransfer(timeNs, event);
    player.onTransfer(timeNs, event);
    writeSaid(timeNs);
  }

  @Override
  public void onControl(long timeNs, ControlEvent event) {
    journal.onControl(timeNs, event);
    player.onControl(timeNs, event);
    writeSaid(timeNs);
  }

  @Override
  public void onCommand(long timeNs, VenueCommand command) {
    throw new IllegalStateException("commands are the engine's");
  }

  /** Writes down what the journal does not hold of what the engine has said, and tells it. */
  List<VenueCommand> writeFresh() {
    return writeSaid(player.session().timeNs());
  }

  private List<VenueCommand> writeSaid(long timeNs) {
    Optional<VenueCommand> next = player.takeSaid();
    if (next.isEmpty()) {
      return List.of();
    }
    List<VenueCommand> all = new ArrayList<>();
    while (next.isPresent()) {
      journal.onCommand(timeNs, next.get());
      all.add(next.get());
      next = player.takeSaid();
    }
    return all;
  }
}
