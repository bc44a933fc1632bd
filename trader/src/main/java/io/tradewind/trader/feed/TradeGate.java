package io.tradewind.trader.feed;

import io.tradewind.core.market.MarketEvent.Trade;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The trades of one instrument by the venue's numbers, which rise by one. What comes behind a hole
 * waits until the hole is filled, or for a limit.
 */
final class TradeGate {
  /** So many may wait; then the hole stays. */
  private static final int MOST_WAITING = 50_000;

  private static final long NONE = Long.MIN_VALUE;

  private final TreeMap<Long, Trade> waiting = new TreeMap<>();
  private long lastId = NONE;
  private long holeSinceNs = Long.MAX_VALUE;
  private boolean isAsking;
  private long askAgainNs = Long.MIN_VALUE;

  /** A trade has come, from the stream or as an answer; one that is known is left out. */
  void offer(Trade trade) {
    if (trade.tradeId() > lastId) {
      waiting.putIfAbsent(trade.tradeId(), trade);
    }
  }

  /** The next trade, where nothing before it is missing or it has been waited for long enough. */
  Optional<Trade> take(long nowNs, long patienceNs) {
    if (waiting.isEmpty()) {
      holeSinceNs = Long.MAX_VALUE;
      return Optional.empty();
    }
    if (lastId != NONE && waiting.firstKey() != lastId + 1) {
      holeSinceNs = Math.min(holeSinceNs, nowNs);
      if (nowNs - holeSinceNs < patienceNs && waiting.size() < MOST_WAITING) {
        return Optional.empty();
      }
    }
    holeSinceNs = Long.MAX_VALUE;
    lastId = waiting.firstKey();
    return Optional.of(waiting.pollFirstEntry().getValue());
  }

  /** The first number that is missing and is to be asked for now. */
  Optional<Long> ask(long nowNs) {
    if (holeSinceNs == Long.MAX_VALUE || isAsking || nowNs < askAgainNs) {
      return Optional.empty();
    }
    isAsking = true;
    return Optional.of(lastId + 1);
  }

  /** When the first trade behind the hole happened: so far is to be asked. */
  long holeEndNs() {
    return waiting.firstEntry().getValue().eventTimeNs();
  }

  void answered(long againNs) {
    isAsking = false;
    askAgainNs = againNs;
  }

  /** Whether something is missing. */
  boolean hasHole() {
    return holeSinceNs != Long.MAX_VALUE;
  }
}
