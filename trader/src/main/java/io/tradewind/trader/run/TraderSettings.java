package io.tradewind.trader.run;

import io.tradewind.core.time.Utc;
import io.tradewind.trader.feed.CandleFeed;

/**
 * How a session runs.
 *
 * @param staleNs so long after the last word of an instrument its data is stale
 * @param flushNs so often what was written is handed to the system
 * @param forceNs so often it is forced to disk where nothing else asked for it
 * @param snapshotNs so often a snapshot is taken
 * @param reconcile how often what is held is compared with the venue
 * @param patience with candles and trades that are missing
 */
public record TraderSettings(
    long staleNs,
    long flushNs,
    long forceNs,
    long snapshotNs,
    ReconcileSettings reconcile,
    CandleFeed.Patience patience) {
  /** With less than so much of its disk free nothing opens; who else writes there leaves it. */
  public static final long RESERVE_BYTES = 256L << 20;

  /** As shipped. */
  public static final TraderSettings STANDARD =
      new TraderSettings(
          30 * Utc.SECOND_NS,
          Utc.SECOND_NS / 10,
          Utc.SECOND_NS,
          600 * Utc.SECOND_NS,
          ReconcileSettings.STANDARD,
          CandleFeed.Patience.STANDARD);
}
