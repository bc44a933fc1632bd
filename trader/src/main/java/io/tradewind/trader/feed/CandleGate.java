package io.tradewind.trader.feed;

import io.tradewind.core.market.MarketEvent.Candle;
import java.util.TreeMap;

/**
 * The candles of one instrument: which is to be the next, and which have come before their turn.
 */
final class CandleGate {
  /** The latest candle may come a moment after its close. */
  private static final int ENOUGH_EMPTY = 2;

  private final TreeMap<Long, Candle> waiting = new TreeMap<>();
  private long nextOpenNs;

  /** From when on it has asked for what is missing; {@link Long#MAX_VALUE} where nothing is. */
  private long missingSinceNs = Long.MAX_VALUE;

  private boolean isAsking;
  private boolean isGivenUp;
  private boolean hasGiven;
  private int emptyAnswers;
  private long askAgainNs = Long.MIN_VALUE;

  /** Of an instrument whose next candle opens then. */
  CandleGate(long nextOpenNs) {
    this.nextOpenNs = nextOpenNs;
  }

  long nextOpenNs() {
    return nextOpenNs;
  }

  /** Whether a candle lies before those that are expected. */
  boolean isOld(Candle candle) {
    return candle.openTimeNs() < nextOpenNs;
  }

  /** A candle that has closed; one that is old or known is left out. */
  void offer(Candle candle) {
    if (!isOld(candle)) {
      waiting.putIfAbsent(candle.openTimeNs(), candle);
    }
  }

  /** Whether the next candle is here. */
  boolean isReady() {
    return !waiting.isEmpty() && (waiting.firstKey() == nextOpenNs || isGivenUp);
  }

  /** Whether later candles are here, and the next is not. */
  boolean hasHole() {
    return !waiting.isEmpty() && waiting.firstKey() != nextOpenNs;
  }

  /** The candle whose turn it is. */
  Candle first() {
    return waiting.firstEntry().getValue();
  }

  Candle take() {
    hasGiven = true;
    Candle candle = waiting.pollFirstEntry().getValue();
    nextOpenNs = candle.eventTimeNs();
    isGivenUp &= hasHole();
    return candle;
  }

  /** Something is missing; it is told from when on that is so. */
  void miss(long nowNs) {
    missingSinceNs = Math.min(missingSinceNs, nowNs);
  }

  /** Nothing is missing. */
  void isWhole() {
    missingSinceNs = Long.MAX_VALUE;
    isGivenUp = false;
  }

  boolean isMissing() {
    return missingSinceNs != Long.MAX_VALUE;
  }

  long missingSinceNs() {
    return missingSinceNs;
  }

  /**
   * The venue has told all that it has from the next candle on. Of an instrument that has given
   * none yet it began later: what was expected has never been.
   */
  void toldAll() {
    if (hasGiven) {
      return;
    }
    if (waiting.isEmpty()) {
      emptyAnswers++;
    } else {
      nextOpenNs = waiting.firstKey();
    }
  }

  /** Whether the venue has said again and again that it has nothing of it yet. */
  boolean isWithoutHistory() {
    return !hasGiven && waiting.isEmpty() && emptyAnswers >= ENOUGH_EMPTY;
  }

  /** What is missing is waited for no longer. */
  void giveUp() {
    isGivenUp = true;
  }

  boolean isGivenUp() {
    return isGivenUp;
  }

  boolean mayAsk(long nowNs) {
    return !isAsking && nowNs >= askAgainNs;
  }

  void ask() {
    isAsking = true;
  }

  void answered(long againNs) {
    isAsking = false;
    askAgainNs = againNs;
  }
}
