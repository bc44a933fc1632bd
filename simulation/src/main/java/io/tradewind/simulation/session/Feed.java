package io.tradewind.simulation.session;

import io.tradewind.analytics.state.StateReader;
import io.tradewind.analytics.state.StateWriter;
import io.tradewind.analytics.state.Stateful;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.FundingColumns;
import io.tradewind.core.number.Crossing;

/** Candles and fundings of one instrument, and how far the session has come in them. */
final class Feed implements Stateful {
  private final CandleColumns rows;
  private final FundingColumns fundings;
  private int row;
  private int funding;
  private boolean open;
  private long nextNs;

  Feed(CandleColumns rows, FundingColumns fundings) {
    this.rows = rows;
    this.fundings = fundings;
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

  /** When the next funding is exchanged; MAX_VALUE at the end. */
  long nextFundingNs() {
    return funding == fundings.size() ? Long.MAX_VALUE : fundings.timeNs(funding);
  }

  /** The rate of the next funding as a ratio of the notional, which then is over. */
  double takeFunding() {
    return Crossing.toDouble(fundings.rate(funding++), FundingColumns.RATE_SCALE);
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
    out.writeInt(row).writeBoolean(open).writeInt(funding);
  }

  @Override
  public void load(StateReader in) {
    row = in.readInt();
    open = in.readBoolean();
    funding = in.readCount(fundings.size());
    findNext();
  }
}
