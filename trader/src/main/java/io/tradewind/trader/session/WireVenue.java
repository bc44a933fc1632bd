package io.tradewind.trader.session;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.core.market.BookColumns;
import io.tradewind.core.market.TradeColumns;
import io.tradewind.core.order.Ability;
import io.tradewind.core.order.VenueCommand;
import io.tradewind.core.port.VenuePort;
import io.tradewind.core.risk.Approved;
import io.tradewind.simulation.venue.SessionVenue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A venue at the other end of a wire: what is said to it waits until it is written down, and what
 * happens there is told from outside. It has no state of its own.
 */
public final class WireVenue implements SessionVenue {
  private final Set<Ability> abilities;
  private final Deque<Approved<? extends VenueCommand>> waiting = new ArrayDeque<>();

  /** Which can do this. */
  public WireVenue(Set<Ability> abilities) {
    this.abilities = EnumSet.copyOf(abilities);
  }

  @Override
  public Set<Ability> abilities() {
    return EnumSet.copyOf(abilities);
  }

  @Override
  public void submit(Approved<? extends VenueCommand> command) {
    waiting.add(command);
  }

  /** What waits. */
  public List<VenueCommand> waiting() {
    List<VenueCommand> commands = new ArrayList<>();
    waiting.forEach(each -> commands.add(each.command()));
    return commands;
  }

  /** Whether something waits. */
  public boolean isWaiting() {
    return !waiting.isEmpty();
  }

  /** What waits goes out. */
  public void release(VenuePort wire) {
    while (!waiting.isEmpty()) {
      wire.submit(waiting.remove());
    }
  }

  /** The first that waits went out before. */
  public void drop() {
    waiting.remove();
  }

  /** One that waits is not to go out. */
  public void drop(VenueCommand command) {
    waiting.removeIf(each -> each.command().equals(command));
  }

  @Override
  public void onTrade(int instrument, TradeColumns rows, int row) {}

  @Override
  public void onBook(int instrument, BookColumns rows, int row) {}

  @Override
  public void fund(int instrument, long timeNs, double rate) {}

  @Override
  public boolean send(long timeNs) {
    return false;
  }

  @Override
  public long nextArrivalNs() {
    return Long.MAX_VALUE;
  }

  @Override
  public void arrive(long timeNs) {
    throw new IllegalStateException("nothing is under way here");
  }

  @Override
  public long nextAnswerNs() {
    return Long.MAX_VALUE;
  }

  @Override
  public void answer() {
    throw new IllegalStateException("nothing is under way here");
  }

  @Override
  public void closeOut(long timeNs) {}

  @Override
  public void save(StateWriter out) {}

  @Override
  public void load(StateReader in) {}
}
