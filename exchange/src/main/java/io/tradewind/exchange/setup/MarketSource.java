package io.tradewind.exchange.setup;

import io.tradewind.analytics.check.Check;
import io.tradewind.simulation.crowd.MakerModel;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where prices come from. */
public sealed interface MarketSource {

  /** Of whatever is drawn by lot. */
  long seed();

  /**
   * They are made.
   *
   * @param historyNs how much is known from before the beginning, 0 or more
   * @param makers how they quote: the fewer levels, the less work
   */
  record Generated(long seed, long historyNs, MakerModel makers) implements MarketSource {
    /** Checks the range. */
    public Generated {
      Check.argument(historyNs >= 0, "historyNs must be >= 0, was %s", historyNs);
    }

    /** With the usual makers. */
    public Generated(long seed, long historyNs) {
      this(seed, historyNs, MakerModel.DEFAULT);
    }
  }

  /**
   * They happened before.
   *
   * @param recordings by symbol as the exchange calls it, in the exchange's time
   */
  record Replayed(long seed, Map<String, Recording> recordings) implements MarketSource {
    /** Copies the map. */
    public Replayed {
      recordings = new LinkedHashMap<>(recordings);
    }
  }
}
