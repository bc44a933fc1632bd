package io.tradewind.venues.binance.venue;

import io.tradewind.core.instrument.InstrumentId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Fills that a process before has told of, by their numbers. */
final class ToldFills {
  private final Map<InstrumentId, TreeSet<Long>> all = new LinkedHashMap<>();

  void add(Map<InstrumentId, List<Long>> tradeIds) {
    tradeIds.forEach(
        (instrument, ids) -> all.computeIfAbsent(instrument, id -> new TreeSet<>()).addAll(ids));
  }

  /** Where as many are known as are kept, those before them were told, too. */
  boolean has(InstrumentId instrument, long tradeId) {
    TreeSet<Long> told = all.get(instrument);
    if (told == null || told.isEmpty()) {
      return false;
    }
    return told.contains(tradeId)
        || (told.size() >= Resumption.MOST_TRADES && tradeId < told.first());
  }
}
