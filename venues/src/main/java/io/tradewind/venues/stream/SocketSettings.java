package io.tradewind.venues.stream;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;

/**
 * When a connection counts as dead, and when it is renewed.
 *
 * @param connectNs to open it, above 0
 * @param quietNs without a frame until the other side is asked, above 0
 * @param deadNs without a frame until it counts as dead, above quietNs
 * @param lifeNs until it is renewed, above 0
 * @param overlapNs for which both connections stand, above 0
 */
public record SocketSettings(
    long connectNs, long quietNs, long deadNs, long lifeNs, long overlapNs) {
  /** Of Binance, which pings every 20 s or 3 min and cuts after 24 h. */
  public static final SocketSettings STANDARD =
      new SocketSettings(
          10 * Utc.SECOND_NS,
          15 * Utc.SECOND_NS,
          25 * Utc.SECOND_NS,
          23 * 3_600 * Utc.SECOND_NS,
          5 * Utc.SECOND_NS);

  /** Checks the ranges. */
  public SocketSettings {
    Check.argument(connectNs > 0, "connectNs must be > 0, was %s", connectNs);
    Check.argument(quietNs > 0, "quietNs must be > 0, was %s", quietNs);
    Check.argument(deadNs > quietNs, "deadNs must be above quietNs, was %s", deadNs);
    Check.argument(lifeNs > 0, "lifeNs must be > 0, was %s", lifeNs);
    Check.argument(overlapNs > 0, "overlapNs must be > 0, was %s", overlapNs);
  }
}
