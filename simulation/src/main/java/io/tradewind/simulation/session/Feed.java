package io.tradewind.simulation.session;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.market.CandleColumns;

/** The candles of one instrument, and how far the session has come in them. */
final class Feed implements Stateful {
  private final CandleColumns rows;
  private int row;
  private boolean open;
  private long nextNs;

  Feed(CandleColumns rows) {
    this.rows = rows;
    findNext();
  }

  CandleColumns rows() {
    return rows;
  }

  /** The candle that is open, or the next one. */
  int row() {
    return row;
  }

  boolean isOpen() {
    return open;
  }

  /** When the candle that it has come to opens or, once open, closes; MAX_VALUE at the end. */
  long nextNs() {
    return nextNs;
  }

  void open() {
    open = true;
    nextNs = rows.closeTimeNs(row);
  }

  void close() {
    open = false;
    row++;
    findNext();
  }

  private void findNext() {
    if (row == rows.size()) {
      nextNs = Long.MAX_VALUE;
    } else {
      nextNs = open ? rows.closeTimeNs(row) : rows.openTimeNs(row);
    }
  }

  @Override
  public void save(StateWriter out) {
    out.writeInt(row).writeBoolean(open);
  }

  @Override
  public void load(StateReader in) {
    row = in.readInt();
    open = in.readBoolean();
    findNext();
  }
}
