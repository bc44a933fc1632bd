package io.tradewind.venues.binance.model;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.market.MarketEvent;

/**
 * Changes of a book as Binance sends them.
 *
 * @param ids which changes it holds
 */
public record DepthUpdate(InstrumentId instrument, Stamp stamp, Ids ids, Levels bids, Levels asks) {
  /** Where futures do not say which update came before. */
  public static final long NO_PREVIOUS = -1;

  /**
   * The venue's numbers of changes.
   *
   * @param first of this update
   * @param last of this update
   * @param previous last of the update before, {@link #NO_PREVIOUS} on spot markets
   */
  public record Ids(long first, long last, long previous) {
    /** Checks the order. */
    public Ids {
      Check.argument(first <= last, "update ids must rise, first was %s", first);
    }
  }

  /** The same as market data of the core. */
  public MarketEvent.BookDelta delta() {
    return new MarketEvent.BookDelta(
        instrument,
        stamp.transactTimeNs(),
        stamp.receiveTimeNs(),
        ids.first(),
        ids.last(),
        bids.list(),
        asks.list());
  }
}
