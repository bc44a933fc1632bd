package io.tradewind.trader.simulation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a simulation of many seeds must have met, so that it cannot fail to storm unnoticed. */
final class Floors {
  /** Of a hundred seeds, at least so many. */
  private static final Map<String, Long> OF_A_HUNDRED = new TreeMap<>();

  static {
    for (String each :
        List.of("killed", "power", "after-order", "at-disk", "power-at-disk", "disk-fails")) {
      OF_A_HUNDRED.put("death." + each, 15L);
    }
    for (String each :
        List.of("ban", "close", "cut", "half-open", "halt", "maintenance", "stale")) {
      OF_A_HUNDRED.put("blow." + each, 8L);
    }
    for (String each : List.of("both", "in", "out", "refused")) {
      OF_A_HUNDRED.put("outage." + each, 20L);
    }
    for (String each :
        List.of(
            "failed",
            "dropped",
            "timed-out",
            "messages-duplicated",
            "messages-reordered",
            "sockets-cut",
            "sockets-half-open")) {
      OF_A_HUNDRED.put("exchange." + each, 20L);
    }
    OF_A_HUNDRED.put("exchange.answers-lost", 2L);
    OF_A_HUNDRED.put("exchange.throttled", 10L);
    OF_A_HUNDRED.put("exchange.banned", 5L);
    OF_A_HUNDRED.put("exchange.maintenance", 10L);
    OF_A_HUNDRED.put("exchange.messages-lost", 1_000L);
    OF_A_HUNDRED.put("exchange.messages-stale", 5L);
    OF_A_HUNDRED.put("death in the middle", 40L);
    OF_A_HUNDRED.put("orders", 400L);
    OF_A_HUNDRED.put("fills", 200L);
    OF_A_HUNDRED.put("fundings", 3L);
    OF_A_HUNDRED.put("files compressed", 150L);
    OF_A_HUNDRED.put("files removed", 150L);
    OF_A_HUNDRED.put("played from an anchor", 70L);
    OF_A_HUNDRED.put("looks at limits", 5_000L);
    OF_A_HUNDRED.put("looks at stops", 2_000L);
    OF_A_HUNDRED.put("voyages live", 60L);
    OF_A_HUNDRED.put("voyages on paper", 5L);
  }

  private Floors() {}

  /** The least of each, by name. */
  static Map<String, Long> of(long seeds) {
    Map<String, Long> all = new TreeMap<>();
    OF_A_HUNDRED.forEach((name, least) -> all.put(name, least * seeds / 100));
    return all;
  }
}
