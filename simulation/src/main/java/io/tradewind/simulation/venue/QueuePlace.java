package io.tradewind.simulation.venue;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;

/** Where an order stands among those at its price, as far as book and trades tell. */
final class QueuePlace implements Stateful {
  /** What stands before an order whose price no book was known for: more than is ever traded. */
  private static final long UNKNOWN = Long.MAX_VALUE / 4;

  private long ahead = UNKNOWN;

  /** What the book showed at the price when it was last looked at. */
  private long level = UNKNOWN;

  /** What was traded at the price since then. */
  private long traded;

  /** What is left of the visible part. */
  private long shown = Long.MAX_VALUE;

  /** The event that it has been through. */
  private long seen;

  /** At the end of the queue at a price. */
  void join(long levelQty, long goneQty) {
    level = levelQty;
    traded = goneQty;
    ahead = Math.max(0, levelQty - goneQty);
  }

  /** At a price for which no book is known. */
  void joinUnknown() {
    level = UNKNOWN;
    traded = 0;
    ahead = UNKNOWN;
  }

  /** What stands before it. */
  long ahead() {
    return ahead;
  }

  /** A trade at the price; returns what of it comes past those before. */
  long trade(long qty) {
    long beyond = Math.max(0, qty - ahead);
    ahead = Math.max(0, ahead - qty);
    traded += qty;
    return beyond;
  }

  /** The book shows this at the price now. */
  void look(long levelQty, QueueModel model) {
    long before = level - traded;
    long gone = before - levelQty;
    if (gone > 0 && level != UNKNOWN) {
      ahead -= model.ahead(gone, ahead, before);
    }
    ahead = Math.min(ahead, levelQty);
    level = levelQty;
    traded = 0;
  }

  long shown() {
    return shown;
  }

  void show(long qty) {
    shown = qty;
  }

  /** Whether it has not been through this event yet; from now on it has. */
  boolean enter(long event) {
    boolean fresh = seen != event;
    seen = event;
    return fresh;
  }

  @Override
  public void save(StateWriter out) {
    out.writeLong(ahead).writeLong(level).writeLong(traded).writeLong(shown).writeLong(seen);
  }

  @Override
  public void load(StateReader in) {
    ahead = in.readLong();
    level = in.readLong();
    traded = in.readLong();
    shown = in.readLong();
    seen = in.readLong();
  }
}
