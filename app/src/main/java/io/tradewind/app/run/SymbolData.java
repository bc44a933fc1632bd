package io.tradewind.app.run;

import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.market.CandleColumns;
import io.tradewind.core.market.FundingColumns;
import io.tradewind.core.time.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The candles of one symbol as they were found, each series in its own scales, and its fundings.
 *
 * @param series by length; at least one, all of which make up the run's interval
 * @param funding of a perpetual, within what may be read; empty where none is known
 * @param notices what the user should know about them
 */
record SymbolData(
    InstrumentId id,
    SortedMap<Interval, CandleColumns> series,
    Optional<FundingColumns> funding,
    List<String> notices) {
  SymbolData {
    series = new TreeMap<>(series);
    notices = List.copyOf(notices);
  }

  /** The same with what is known of funding. */
  SymbolData with(KnownFunding known) {
    List<String> all = new ArrayList<>(notices);
    all.addAll(known.notices());
    return new SymbolData(id, series, known.columns(), all);
  }
}
