package io.tradewind.core.execution;

import io.tradewind.analytics.check.Check;
import io.tradewind.core.time.Utc;

/**
 * What holds for every algorithm.
 *
 * @param retryNs how long it waits after a child was refused, or ended unasked with a rest
 * @param maxRefusals after so many refusals in a row, without a fill between, it gives up
 * @param lastCallNs how long it lives on after its time is over and the rest was sent
 * @param notionalReserve by how much a part must be over the venue's minimum notional, as a ratio
 *     of it, so that a price that moves does not strand it; what is the whole rest needs none
 * @param cashReserve how much of the free cash a part that is cut to it leaves, as a ratio, for
 *     slippage, and for a price that moves before it is filled
 */
public record ExecutionLimits(
    long retryNs, int maxRefusals, long lastCallNs, double notionalReserve, double cashReserve) {
  /** A second, five, half a minute, five percent, a tenth of a percent. */
  public static final ExecutionLimits DEFAULT =
      new ExecutionLimits(Utc.SECOND_NS, 5, 30 * Utc.SECOND_NS, 0.05, 0.001);

  /** Checks the ranges. */
  public ExecutionLimits {
    Check.argument(retryNs > 0, "retryNs must be > 0, was %s", retryNs);
    Check.argument(maxRefusals >= 1, "maxRefusals must be >= 1, was %s", maxRefusals);
    Check.argument(lastCallNs > 0, "lastCallNs must be > 0, was %s", lastCallNs);
    Check.argument(
        notionalReserve >= 0 && notionalReserve <= 1,
        "notionalReserve must be in [0, 1], was %s",
        notionalReserve);
    Check.argument(
        cashReserve >= 0 && cashReserve < 1, "cashReserve must be in [0, 1), was %s", cashReserve);
  }
}
