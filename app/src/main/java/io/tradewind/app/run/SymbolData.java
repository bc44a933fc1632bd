package io.tradewind.app.run;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.time.Interval;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The candles of one symbol as they were found, each series in its own scales.
 *
 * @param series by length; at least one, all of which make up the run's interval
 * @param notices what the user should know about them
 */
record SymbolData(
    InstrumentId id, SortedMap<Interval, CandleColumns> series, List<String> notices) {
  SymbolData {
    series = new TreeMap<>(series);
    notices = List.copyOf(notices);
  }
}
