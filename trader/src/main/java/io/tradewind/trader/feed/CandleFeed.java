package io.tradewind.trader.feed;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.market.MarketEvent.Candle;
import java.util.Arrays;
import java.util.List;

/**
 * Brings the closed candles of all instruments into one order: by their close, and of one close by
 * instrument. Where one is missing the venue is asked, and all wait for it, so that after an outage
 * everything is told as it would have been; but no longer than a limit, after which the hole stays.
 */
public final class CandleFeed {
  private final long candleNs;
  private final Patience patience;
  private final Asking asking;
  private final Taker taker;
  private final CandleGate[] gates;

  /**
   * How long it waits.
   *
   * @param overdueNs after its close a candle that has not come is asked for
   * @param repairNs so long all wait for what is missing
   * @param againNs after an answer without it, it is asked for again
   */
  public record Patience(long overdueNs, long repairNs, long againNs) {
    /** As shipped: 5 s, 60 s, 5 s. */
    public static final Patience STANDARD =
        new Patience(5_000_000_000L, 60_000_000_000L, 5_000_000_000L);
  }

  /** Asks the venue. */
  public interface Asking {
    /**
     * For the candles that open within a time; {@link #onAnswer} is called once.
     *
     * @param toNs not included
     */
    void candles(int instrument, long fromNs, long toNs);
  }

  /** Who is told. */
  public interface Taker {
    /** The next candle of all. */
    void onCandle(int instrument, Candle candle);
  }

  /**
   * Nothing has come.
   *
   * @param candleNs length of the candles
   * @param nextOpenNs when the next candle opens of each instrument
   */
  public CandleFeed(
      long candleNs, long[] nextOpenNs, Patience patience, Asking asking, Taker taker) {
    Check.argument(candleNs > 0, "candleNs must be > 0, was %s", candleNs);
    this.candleNs = candleNs;
    this.patience = patience;
    this.asking = asking;
    this.taker = taker;
    this.gates = new CandleGate[nextOpenNs.length];
    Arrays.setAll(gates, i -> new CandleGate(nextOpenNs[i]));
  }

  /** A candle has closed. */
  public void onCandle(int instrument, Candle candle) {
    gates[instrument].offer(candle);
  }

  /**
   * The venue has answered.
   *
   * @param isWhole whether these are all that it has; not where it could not say
   */
  public void onAnswer(int instrument, List<Candle> candles, boolean isWhole, long nowNs) {
    CandleGate gate = gates[instrument];
    for (Candle candle : candles) {
      // The last of a page may not have closed yet.
      if (candle.eventTimeNs() <= nowNs) {
        gate.offer(candle);
      }
    }
    if (isWhole) {
      gate.toldAll();
    }
    gate.answered(nowNs + patience.againNs());
  }

  /**
   * One step.
   *
   * @return how many things were done
   */
  public int step(long nowNs) {
    int work = 0;
    for (int i = 0; i < gates.length; i++) {
      work += look(i, nowNs);
    }
    while (deliver()) {
      work++;
    }
    return work;
  }

  private int look(int instrument, long nowNs) {
    CandleGate gate = gates[instrument];
    boolean isOverdue =
        !gate.isReady() && nowNs >= gate.nextOpenNs() + candleNs + patience.overdueNs();
    if (!gate.hasHole() && !isOverdue) {
      gate.isWhole();
      return 0;
    }
    gate.miss(nowNs);
    if (nowNs - gate.missingSinceNs() >= patience.repairNs()) {
      gate.giveUp();
    }
    if (!gate.mayAsk(nowNs)) {
      return 0;
    }
    gate.ask();
    asking.candles(instrument, gate.nextOpenNs(), nowNs);
    return 1;
  }

  /** The candle that closes first, unless one is waited for that may close before it. */
  private boolean deliver() {
    int first = -1;
    for (int i = 0; i < gates.length; i++) {
      CandleGate gate = gates[i];
      if (gate.isReady()) {
        first = first < 0 || closeNs(i) < closeNs(first) ? i : first;
      }
    }
    if (first < 0) {
      return false;
    }
    for (CandleGate gate : gates) {
      if (isWaitedFor(gate) && gate.nextOpenNs() + candleNs <= closeNs(first)) {
        return false;
      }
    }
    taker.onCandle(first, gates[first].take());
    return true;
  }

  /** What the venue has nothing of yet holds nobody up. */
  private static boolean isWaitedFor(CandleGate gate) {
    return gate.isMissing() && !gate.isGivenUp() && !gate.isReady() && !gate.isWithoutHistory();
  }

  private long closeNs(int instrument) {
    return gates[instrument].first().eventTimeNs();
  }

  /** Whether candles of an instrument are missing now. */
  public boolean isMissing(int instrument) {
    return gates[instrument].isMissing();
  }

  /** Whether any instrument's candles are waited for. */
  public boolean isCatchingUp() {
    for (CandleGate gate : gates) {
      if (gate.isMissing() && !gate.isGivenUp() && !gate.isWithoutHistory()) {
        return true;
      }
    }
    return false;
  }
}
