package io.tradewind.app.download;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.Instrument;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.TradingRules;
import io.tradewind.venues.binance.rest.MarketQueries;
import io.tradewind.venues.binance.rest.TimeRange;
import java.util.List;

/**
 * Whom and what time a download asks for.
 *
 * @param fromNs epoch nanoseconds, included
 * @param toNs epoch nanoseconds, not included; nothing that ends later is taken
 */
record Asked(MarketQueries queries, InstrumentId id, long fromNs, long toNs) {
  private static final int PRICE_SCALE = 8;

  /** Coins worth little have volumes that fit no finer scale. */
  private static final int[] QTY_SCALES = {8, 4, 2, 0};

  /** Checks the order. */
  Asked {
    Check.argument(fromNs < toNs, "a download must begin before it ends, began at %s", fromNs);
  }

  /**
   * With scales in which nothing that the venue says is lost: no price has more than 8 decimals,
   * and an answer that does not fit the scale of quantities can't be read and is asked for in the
   * next.
   */
  Instrument instrument(int attempt) {
    TradingRules rules = new TradingRules(0, 1, 1, 0, 0, 0, 0);
    int qtyScale = QTY_SCALES[attempt % QTY_SCALES.length];
    return new Instrument(id, PRICE_SCALE, qtyScale, PRICE_SCALE, List.of(rules));
  }

  TimeRange range(long firstNs, long endNs) {
    return new TimeRange(firstNs, endNs);
  }

  /** What share of the time lies before an instant. */
  double share(long timeNs) {
    double share = (timeNs - fromNs) / (double) (toNs - fromNs);
    return Math.clamp(share, 0, 1);
  }
}
