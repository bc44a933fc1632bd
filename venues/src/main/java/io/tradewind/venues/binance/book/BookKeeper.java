package io.tradewind.venues.binance.book;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.instrument.InstrumentId;
import io.tradewind.core.instrument.Market;
import io.tradewind.venues.binance.model.DepthSnapshot;
import io.tradewind.venues.binance.model.DepthUpdate;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The book of one instrument from a snapshot and the changes after it. Source:
 * developers.binance.com, "How to manage a local order book correctly", of spot and of USD-M
 * futures. On spot an update follows if it begins no later than one after the last; on futures if
 * it names the last one as its predecessor. Where it does not, the book is thrown away, and a
 * snapshot is asked for; until it is here, changes wait.
 *
 * <p>Unlike the page of futures, the first update after a snapshot is also taken where it begins
 * behind the snapshot but its predecessor does not: between the two nothing changed.
 */
public final class BookKeeper {
  private static final int MOST_WAITING = 10_000;
  private static final int MOST_LEVELS = 20_000;

  /** A snapshot that has not come by then is asked for again. */
  private static final long ASK_AGAIN_NS = 5_000_000_000L;

  private final InstrumentId instrument;
  private final SnapshotSource source;
  private final BookSide bids = new BookSide(true, MOST_LEVELS);
  private final BookSide asks = new BookSide(false, MOST_LEVELS);
  private final Deque<DepthUpdate> waiting = new ArrayDeque<>();
  private boolean live;
  private boolean anchored;
  private long lastId;
  private long askAgainNs = Long.MIN_VALUE;
  private Counts counts = new Counts(0, 0, 0, 0);

  /** Where snapshots come from; the answer goes to {@link BookKeeper#onSnapshot}, later. */
  public interface SnapshotSource {
    /** Asks for one. */
    void request(InstrumentId instrument);
  }

  /** What became of an update. */
  public enum Result {
    /** It is in the book. */
    APPLIED,
    /** It was in the book already. */
    STALE,
    /** It waits for a snapshot. */
    WAITING,
    /** Something before it is missing: the book is thrown away, and this waits. */
    GAP
  }

  /**
   * What has happened so far.
   *
   * @param applied updates
   * @param stale updates
   * @param gaps books that were thrown away
   * @param requests for a snapshot
   */
  public record Counts(long applied, long stale, long gaps, long requests) {}

  /** Without a book; the first update asks for one. */
  public BookKeeper(InstrumentId instrument, SnapshotSource source) {
    this.instrument = instrument;
    this.source = source;
  }

  /** The next update of the stream. */
  public Result onUpdate(DepthUpdate update) {
    Check.argument(
        update.instrument().equals(instrument), "an update of %s came", update.instrument());
    if (!live) {
      return await(update);
    }
    Result result = apply(update);
    if (result == Result.GAP) {
      counts = new Counts(counts.applied(), counts.stale(), counts.gaps() + 1, counts.requests());
      reset();
      await(update);
    }
    return result;
  }

  private Result await(DepthUpdate update) {
    if (waiting.size() >= MOST_WAITING) {
      waiting.clear();
    }
    waiting.add(update);
    long nowNs = update.stamp().receiveTimeNs();
    if (nowNs >= askAgainNs) {
      askAgainNs = nowNs + ASK_AGAIN_NS;
      counts = new Counts(counts.applied(), counts.stale(), counts.gaps(), counts.requests() + 1);
      source.request(instrument);
    }
    return Result.WAITING;
  }

  private Result apply(DepthUpdate update) {
    if (isStale(update.ids())) {
      counts = new Counts(counts.applied(), counts.stale() + 1, counts.gaps(), counts.requests());
      return Result.STALE;
    }
    if (!follows(update.ids())) {
      return Result.GAP;
    }
    bids.apply(update.bids());
    asks.apply(update.asks());
    lastId = update.ids().last();
    anchored = true;
    // A crossed book cannot be: something was missed without a gap in the numbers.
    if (bids.size() > 0 && asks.size() > 0 && bids.priceScaled(0) >= asks.priceScaled(0)) {
      return Result.GAP;
    }
    counts = new Counts(counts.applied() + 1, counts.stale(), counts.gaps(), counts.requests());
    return Result.APPLIED;
  }

  private boolean isStale(DepthUpdate.Ids ids) {
    boolean lastIsIn = instrument.market() == Market.SPOT || anchored;
    return lastIsIn ? ids.last() <= lastId : ids.last() < lastId;
  }

  private boolean follows(DepthUpdate.Ids ids) {
    if (instrument.market() == Market.SPOT) {
      return ids.first() <= lastId + 1;
    }
    return anchored ? ids.previous() == lastId : ids.first() <= lastId || ids.previous() <= lastId;
  }

  /**
   * The answer to a request. One that is older than the changes that wait is not taken, and a newer
   * one is asked for when the next update comes.
   *
   * @return whether the book stands
   */
  public boolean onSnapshot(DepthSnapshot snapshot) {
    if (live) {
      return true;
    }
    bids.clear();
    asks.clear();
    bids.apply(snapshot.bids());
    asks.apply(snapshot.asks());
    lastId = snapshot.lastUpdateId();
    anchored = false;
    live = true;
    while (!waiting.isEmpty()) {
      if (apply(waiting.peek()) == Result.GAP) {
        reset();
        return false;
      }
      waiting.remove();
    }
    return true;
  }

  /** The stream was interrupted: what is known is no longer the book. */
  public void reset() {
    live = false;
    anchored = false;
    askAgainNs = Long.MIN_VALUE;
    bids.clear();
    asks.clear();
  }

  /** Whether the book stands. */
  public boolean isLive() {
    return live;
  }

  /** The venue's number of the last change in it. */
  public long lastUpdateId() {
    return lastId;
  }

  /** Buyers, the highest price first. */
  public BookSide bids() {
    return bids;
  }

  /** Sellers, the lowest price first. */
  public BookSide asks() {
    return asks;
  }

  /** What has happened so far. */
  public Counts counts() {
    return counts;
  }

  /** Checks what must always hold. */
  public void checkInvariants() {
    bids.checkInvariants();
    asks.checkInvariants();
    Check.invariant(live || bids.size() == 0, "without a book there must be no levels");
  }
}
