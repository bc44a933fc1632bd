package io.tradewind.core.market;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.InstrumentId;
import java.util.List;

/**
 * Market data at rest, one type for each kind. Prices are in the instrument's price scale,
 * quantities in its quantity scale; times are UTC epoch nanoseconds, the venue's and ours. On the
 * way through the engine candles travel as {@link CandleColumns} instead.
 */
public sealed interface MarketEvent {

  /** What it is about. */
  InstrumentId instrument();

  /** When it happened, by the venue's clock. */
  long eventTimeNs();

  /** When it arrived here; equal to the event time where it was not recorded. */
  long receiveTimeNs();

  /** A candle; it is known from its close, which is its event time. */
  record Candle(
      InstrumentId instrument,
      long openTimeNs,
      long eventTimeNs,
      long receiveTimeNs,
      long openScaled,
      long highScaled,
      long lowScaled,
      long closeScaled,
      long volumeScaled)
      implements MarketEvent {
    /** Checks the order of prices and times. */
    public Candle {
      Check.argument(
          openTimeNs < eventTimeNs, "a candle must close after it opens, at %s", openTimeNs);
      Check.argument(
          lowScaled > 0
              && lowScaled <= Math.min(openScaled, closeScaled)
              && highScaled >= Math.max(openScaled, closeScaled),
          "a candle must hold 0 < low <= open, close <= high, at %s",
          openTimeNs);
      Check.argument(volumeScaled >= 0, "volumeScaled must be >= 0, was %s", volumeScaled);
    }
  }

  /** A trade; the aggressor is the side that took liquidity. */
  record Trade(
      InstrumentId instrument,
      long eventTimeNs,
      long receiveTimeNs,
      long tradeId,
      long priceScaled,
      long qtyScaled,
      boolean buyerIsAggressor)
      implements MarketEvent {
    /** Checks the ranges. */
    public Trade {
      Check.argument(priceScaled > 0, "priceScaled must be > 0, was %s", priceScaled);
      Check.argument(qtyScaled > 0, "qtyScaled must be > 0, was %s", qtyScaled);
    }
  }

  /** Best bid and ask. */
  record Quote(
      InstrumentId instrument,
      long eventTimeNs,
      long receiveTimeNs,
      long bidScaled,
      long bidQtyScaled,
      long askScaled,
      long askQtyScaled)
      implements MarketEvent {
    /** Checks the ranges. */
    public Quote {
      Check.argument(bidScaled > 0, "bidScaled must be > 0, was %s", bidScaled);
      Check.argument(askScaled > 0, "askScaled must be > 0, was %s", askScaled);
    }
  }

  /** One price level of a book; a quantity of zero in a delta takes the level away. */
  record Level(long priceScaled, long qtyScaled) {
    /** Checks the ranges. */
    public Level {
      Check.argument(priceScaled > 0, "priceScaled must be > 0, was %s", priceScaled);
      Check.argument(qtyScaled >= 0, "qtyScaled must be >= 0, was %s", qtyScaled);
    }
  }

  /** A whole book, best levels first, as of an update id. */
  record BookSnapshot(
      InstrumentId instrument,
      long eventTimeNs,
      long receiveTimeNs,
      long updateId,
      List<Level> bids,
      List<Level> asks)
      implements MarketEvent {
    /** Copies the lists. */
    public BookSnapshot {
      bids = List.copyOf(bids);
      asks = List.copyOf(asks);
    }
  }

  /** Changes of a book from one update id to another, both included. */
  record BookDelta(
      InstrumentId instrument,
      long eventTimeNs,
      long receiveTimeNs,
      long firstUpdateId,
      long lastUpdateId,
      List<Level> bids,
      List<Level> asks)
      implements MarketEvent {
    /** Copies the lists. */
    public BookDelta {
      bids = List.copyOf(bids);
      asks = List.copyOf(asks);
      Check.argument(
          firstUpdateId <= lastUpdateId, "update ids must rise, first was %s", firstUpdateId);
    }
  }

  /** The price by which a perpetual's margin is reckoned. */
  record MarkPrice(InstrumentId instrument, long eventTimeNs, long receiveTimeNs, long priceScaled)
      implements MarketEvent {
    /** Checks the range. */
    public MarkPrice {
      Check.argument(priceScaled > 0, "priceScaled must be > 0, was %s", priceScaled);
    }
  }

  /**
   * A perpetual's funding, paid by longs to shorts if above zero.
   *
   * @param rateE8 hundred-millionths of the notional (0.01 % is 10,000)
   */
  record FundingRate(InstrumentId instrument, long eventTimeNs, long receiveTimeNs, long rateE8)
      implements MarketEvent {}

  /** Contracts outstanding, in base. */
  record OpenInterest(InstrumentId instrument, long eventTimeNs, long receiveTimeNs, long qtyScaled)
      implements MarketEvent {
    /** Checks the range. */
    public OpenInterest {
      Check.argument(qtyScaled >= 0, "qtyScaled must be >= 0, was %s", qtyScaled);
    }
  }
}
