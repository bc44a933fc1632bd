package io.tradewind.trader.run;

import io.tradewind.core.time.Utc;

/**
 * How often what we hold is compared with what the venue says, and what is done about it.
 *
 * @param everyNs from one look to the next
 * @param againNs from a look that found a difference to the second, which decides
 * @param isCorrecting whether a position that is gone at the venue is booked as closed there
 */
public record ReconcileSettings(long everyNs, long againNs, boolean isCorrecting) {
  /** As shipped: every 5 minutes, again after 10 seconds, and nothing is corrected. */
  public static final ReconcileSettings STANDARD =
      new ReconcileSettings(300 * Utc.SECOND_NS, 10 * Utc.SECOND_NS, false);
}
